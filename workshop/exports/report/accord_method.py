"""What the record knows of the items of ACCORD on method; empty where a person has to write."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Round, Workshop
from workshop.templatetags.naming import and_list
from workshop.templatetags.rounds import round_title

from .people import participants
from .record import Record


def _materials(record: Record) -> str:
    source = record.workshop["citation"]
    return _("The cards follow this source: %(source)s") % {"source": source} if source else ""


def _invited(record: Record) -> str:
    n = len(participants(record))
    says = ngettext(
        "%(n)s person had a seat, by a personal link or a code. How they were chosen is to be added.",
        "%(n)s people had a seat, by a personal link or a code. How they were chosen is to be added.",
        n,
    )
    return says % {"n": n} if n else ""


def _evidence(record: Record) -> str:
    if not record.workshop["reading"]:
        return ""
    title = record.workshop["reading_title"] or _("a text to read")
    return _("The pack gave people “%(title)s” to read.") % {"title": title}


def _gathered(record: Record) -> str:
    rounds = [round_title(each.round) for each in record.material.results.outcomes]
    if not rounds:
        return ""
    return _("An online sense-making workshop after Van der Graaf et al. (2023): %(rounds)s.") % {
        "rounds": and_list(rounds)
    }


def _put(record: Record) -> str:
    says = [_("Word for word under “What was asked”. People could comment on each card.")]
    if record.workshop["blank_cards"]:
        says.append(_("They could re-phrase a card or add one, on blank cards."))
    return " ".join(says)


def _steps(record: Record) -> str:
    aims = {
        Round.Kind.SORT: _("to see which cards matter most, and where people differ"),
        Round.Kind.POLL: _("to choose what to talk about first"),
        Round.Kind.SPECTRUM: _("to see where people stand between two poles, and where they want to be"),
    }
    outcomes = record.material.results.outcomes
    lines = [f"{round_title(each.round)}: {aims[Round.Kind(each.round.kind)]}." for each in outcomes]
    return " ".join(lines)


def _rule(record: Record) -> str:
    if any(each.ruling for each in record.material.results.outcomes):
        return _("Under “Consensus rule”, with when it was set. Why this rule is to be added.")
    return _("No rule was set: the report counts, and calls nothing consensus.")


def _again(record: Record) -> str:
    sorts = [each for each in record.material.results.outcomes if each.round.kind == Round.Kind.SORT]
    if len(sorts) < 2:
        return _("No card was asked about in a second sort.")
    return _("Every card that stood was asked about again, whether it had met a rule or not.")


def _collected(record: Record) -> str:
    entered = sum(each["entered"] or 0 for each in record.data["rounds"])
    says = [_("Each person answered alone, on their own device.")]
    for when, label in Round.When.choices:
        rounds = [
            each["number"] for each in record.data["rounds"] if each["opened_at"] and each["when"] == when
        ]
        if rounds:
            asked = ngettext("%(when)s: round %(rounds)s.", "%(when)s: rounds %(rounds)s.", len(rounds))
            says.append(asked % {"when": label, "rounds": and_list(rounds)})
    if entered:
        by_hand = ngettext(
            "A facilitator entered %(n)s answer for people without a device.",
            "A facilitator entered %(n)s answers for people without a device.",
            entered,
        )
        says.append(by_hand % {"n": entered})
    return " ".join(says)


def _worked_up(_record: Record) -> str:
    return _("Counts with intervals and orders as under “Results”. How comments were read is to be added.")


def _shown(record: Record) -> str:
    outcomes = record.material.results.revealed
    return _("Each result was shown to everybody at once, when it was revealed.") if outcomes else ""


def _hidden_names(record: Record) -> str:
    kept = {
        Workshop.Promise.NAMED: _(
            "Nobody saw a result before its reveal. After it everyone saw totals, and the facilitators’ "
            "records hold each answer; comments were seen with names. No more was promised."
        ),
        Workshop.Promise.HIDDEN: _(
            "Nobody saw a result before its reveal, and nobody saw who chose what after it. The group saw "
            "comments without names, the facilitators with them."
        ),
        Workshop.Promise.UNLINKED: _(
            "As with hidden names; and the link between people and what they wrote and chose is destroyed "
            "when the workshop closes."
        ),
    }
    return kept[Workshop.Promise(record.workshop["promise"])]


def _directors(record: Record) -> str:
    chairs = {each["role"] for each in record.data["chairs"]}
    if "participant" in chairs:
        return _("Facilitators answered no round. The chair was with somebody who took part for a time.")
    return _("Facilitators led and answered no round.")


def _easier(_record: Record) -> str:
    return _(
        "The pack could be filled in on the web, on any device and in parts; everything could be "
        "done by one tap or from the keyboard; facilitators could enter answers for others."
    )


IN_METHOD: Mapping[str, Callable[[Record], str]] = {
    "M4": _invited,
    "M6": _materials,
    "M8": _evidence,
    "M9": _gathered,
    "M10": _put,
    "M11": _steps,
    "M12": _rule,
    "M13": _again,
    "M14": _collected,
    "M15": _worked_up,
    "M17": _shown,
    "M18": _hidden_names,
    "M19": _directors,
    "M21": _easier,
}
