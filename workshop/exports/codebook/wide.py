"""The codebook of the wide form, of one workshop: the card behind each column."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.exports.csv_wide import Asked, asked_of
from workshop.exports.document import Data, title_of

from .kit import EITHER, NEVER, ONE_OF, TEXT, WHOLE, Line, Words

WIDE = "answers-wide.csv"


def wide_lines(document: Data) -> Iterator[Line]:
    """Yield a line for each column, and for each value of a column that has few.

    None where names are hidden: there is no such file then.
    """
    if document["workshop"]["promise"] != "named":
        return
    yield from _person()
    for each in asked_of(document):
        type, meaning, values = _what(each)
        yield Line(WIDE, each.name, f"{_of(each)} {meaning}".strip(), type, _missing(each))
        yield from (Line(WIDE, each.name, says, value=value) for value, says in values)


def _person() -> Iterator[Line]:
    columns = (
        ("workshop", TEXT, _("The code of the workshop."), NEVER),
        ("seat", TEXT, _("The pseudonym of the person."), NEVER),
        ("name", TEXT, _("Their name."), _("names are left out of this file")),
        ("role", TEXT, _("What they were in the workshop."), NEVER),
        ("removed", ONE_OF, _("Whether their seat was taken away."), NEVER),
        ("withdrawn", ONE_OF, _("Whether they withdrew: what could be found as theirs is erased."), NEVER),
    )
    for column, type, meaning, missing in columns:
        yield Line(WIDE, column, meaning, type, missing)
        if type == ONE_OF:
            yield from (Line(WIDE, column, says, value=value) for value, says in EITHER)


def _of(each: Asked) -> str:
    """Return the round and the card of a column in words."""
    round = _("Round %(n)s.") % {"n": each.round["number"]}
    if each.card is None:
        return round
    card = {"n": each.card["number"] or "–", "title": title_of(each.card)}
    return f"{round} {_('Card %(n)s, “%(title)s”.') % card}"


def _missing(each: Asked) -> str:
    if each.what == "place":
        return _("the person did not order that circle, or did not answer")
    return _("the person did not answer, or takes no part (any more)")


def _what(each: Asked) -> tuple[Words, str, tuple[tuple[str, Words], ...]]:
    match each.what:
        case "zone":
            zones = (
                ("inner", _("Inner circle.")),
                ("outer", _("Outer circle.")),
                ("unplaced", _("Not placed.")),
            )
            return ONE_OF, _("In which circle it was placed."), zones
        case "place":
            return WHOLE, _("Its place in that circle, from 1. Equal places are ties."), ()
        case "nominated":
            return ONE_OF, _("Whether it was nominated."), EITHER
        case "now":
            return WHOLE, _("Where we are, from 0 (the first pole) to 100."), ()
        case "want":
            return WHOLE, _("Where the person wants to be, from 0 (the first pole) to 100."), ()
    answered = (
        ("answered", _("Yes, and it counts.")),
        ("begun", _("Began, and nothing of it counts.")),
        ("abstained", _("Would rather not choose.")),
    )
    return ONE_OF, _("Whether the person answered."), answered
