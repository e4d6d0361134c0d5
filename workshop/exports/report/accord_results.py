"""What the record knows of the items of ACCORD on aim and results; empty where a person has to write."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.templatetags.rounds import round_title
from workshop.templatetags.words import of_people

from .record import Record


def _aim(record: Record) -> str:
    question = record.workshop["question"]
    says = _("The question was: “%(question)s” For whom and where is to be added.")
    return says % {"question": question} if question else ""


def _when(record: Record) -> str:
    rows = [each for each in record.data["rounds"] if each["opened_at"]]
    lines = []
    for each in rows:
        begun, ended = record.day(each["opened_at"]), record.day(each["revealed_at"] or each["closed_at"])
        values = {"n": each["number"], "begun": begun, "ended": ended or _("still open")}
        same = begun == ended
        lines.append(
            (_("Round %(n)s: %(begun)s.") if same else _("Round %(n)s: %(begun)s to %(ended)s.")) % values
        )
    return " ".join(lines)


def _answered(record: Record) -> str:
    lines = [
        f"{round_title(each.round)}: {of_people(each.answered.count, each.answered.seats)}."
        for each in record.material.results.outcomes
    ]
    return " ".join([*lines, _("Who they are is to be added.")]) if lines else ""


def _outcome(record: Record) -> str:
    return _("Under “Summary” and “Results”.") if record.material.results.revealed else ""


def _changed(record: Record) -> str:
    made = [each for each in record.data["changes"] if each["verb"] != "undo"]
    if not made:
        return _("No card was changed or set aside.")
    says = ngettext(
        "%(n)s change, under “How the cards changed”, with when and why.",
        "%(n)s changes, under “How the cards changed”, with when and why.",
        len(made),
    )
    return says % {"n": len(made)}


IN_RESULTS: Mapping[str, Callable[[Record], str]] = {
    "I2": _aim,
    "R1": _when,
    "R3": _answered,
    "R4": _outcome,
    "R5": _changed,
}
