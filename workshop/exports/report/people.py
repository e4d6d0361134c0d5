"""Who took part and on what terms: how many were invited and agreed, who chaired, what they were promised."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.exports.document import Data
from workshop.models import Step
from workshop.models.audiences import promise_sentence
from workshop.templatetags.naming import and_list
from workshop.templatetags.rounds import round_name
from workshop.templatetags.words import of_people

from .blocks import Block, Heading, Paragraph, Quotation, listed
from .record import Record


def people(record: Record) -> Iterator[Block]:
    """Yield how many were invited, agreed, left; and what each of them was told and asked."""
    yield Heading(_("People"), 2)
    yield Paragraph(" ".join(_counts(record)))
    yield Paragraph(_("This is what people’s pages say of who can see what:"))
    yield Quotation(promise_sentence(record.material.workshop))
    asked = _consents(record)
    if asked:
        yield Paragraph(_("Before they began, people were asked to agree to each of these:"))
        yield listed(asked)


def chairing(record: Record) -> Iterator[Block]:
    """Yield who was in the chair, when and for which steps; and the ground rules of the group."""
    yield Heading(_("Who chaired"), 2)
    chairs = record.data["chairs"]
    if len(chairs) == 1:
        who = record.who(chairs[0]["seat"]) or _("somebody who took part")
        yield Paragraph(_("%(who)s was in the chair throughout.") % {"who": capfirst(who)})
    else:
        yield Paragraph(_("The chair was handed over. In order:"))
        yield listed([_chaired(record, each) for each in chairs])
    rules = record.data["ground_rules"]
    if rules["rules"]:
        yield Paragraph(_ground_rules(rules["agree"]))
        yield listed([each["text"] for each in rules["rules"]])


def _ground_rules(agree: int) -> str:
    if not agree:
        return _("The group wrote its own ground rules:")
    says = ngettext(
        "The group wrote its own ground rules; %(n)s person has agreed to them as they stand:",
        "The group wrote its own ground rules; %(n)s people have agreed to them as they stand:",
        agree,
    )
    return says % {"n": agree}


def participants(record: Record) -> list[Data]:
    """Return the seats of those who were asked to take part, also if they left."""
    return [each for each in record.data["seats"] if each["role"] == "participant"]


def _counts(record: Record) -> Iterator[str]:
    invited = participants(record)
    n = len(invited)
    by_code = min(n, sum(each["verb"] == "joined_by_code" for each in record.data["history"]))
    if n - by_code or not n:
        says = ngettext("%(n)s person was invited.", "%(n)s people were invited.", n - by_code)
        yield says % {"n": n - by_code}
    if by_code:
        yield ngettext("%(n)s joined by the code.", "%(n)s joined by the code.", by_code) % {"n": by_code}
    agreed = [each for each in newest_consents(record) if each["required"]]
    for each in (item for item in agreed[:1] if item["yes"] is not None):
        values = {"counted": of_people(each["yes"], max(n, each["yes"]))}
        yield _("%(counted)s agreed to take part.") % values
    withdrew = sum(each["withdrawn"] for each in invited)
    gone = sum(each["removed"] and not each["withdrawn"] for each in invited)
    if withdrew:
        yield ngettext("%(n)s withdrew.", "%(n)s withdrew.", withdrew) % {"n": withdrew}
    if gone:
        yield ngettext("%(n)s left the workshop.", "%(n)s left the workshop.", gone) % {"n": gone}
    staff = sum(each["role"] == "facilitator" for each in record.data["seats"])
    yield ngettext("%(n)s facilitator led it.", "%(n)s facilitators led it.", staff) % {"n": staff}


def newest_consents(record: Record) -> list[Data]:
    """Return what people were asked to agree to, each in its newest wording."""
    newest = {each["key"]: each for each in record.data["consent_items"]}
    return list(newest.values())


def _consents(record: Record) -> list[str]:
    says = _("“%(text)s” %(yes)s said yes, %(no)s said no.")
    untold = _("“%(text)s” How many said yes and how many said no is not told.")
    return [(untold if each["yes"] is None else says) % each for each in newest_consents(record)]


def _chaired(record: Record, time: Data) -> str:
    who = record.who(time["seat"]) or _("Somebody who took part")
    since = record.moment(time["from"])
    how = {
        "first": _("%(who)s was the first in the chair"),
        "handed": _("%(who)s was handed the chair on %(when)s"),
        "lent": _("%(who)s was lent the chair for a step on %(when)s"),
        "returned": _("the chair came back to %(who)s on %(when)s"),
    }[time["how"]]
    line = capfirst(how % {"who": who, "when": since})
    steps = [_step(record, each) for each in time["steps"]]
    return _("%(line)s: %(steps)s.") % {"line": line, "steps": and_list(steps)} if steps else f"{line}."


def _step(record: Record, step: Data) -> str:
    card = record.cards.get(step["card"] or "")
    if card:
        return _("card %(label)s") % {"label": card.label or card.title}
    if step["round"] and step["kind"] == Step.Kind.POLL:
        for outcome in record.material.results.outcomes:
            if outcome.round.number == step["round"]:
                return round_name(outcome.round)
    return str(Step.Kind(step["kind"]).label)
