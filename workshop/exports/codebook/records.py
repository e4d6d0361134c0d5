"""What stands in the long form: each kind of line, what is measured in it, and each value of that.

What stands in angle brackets differs from line to line.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .kit import WHOLE, Words

Values = tuple[tuple[str, Words], ...]
HOW_MANY = _("How many people.")
OTHER = "other version", _("Another version of the same words, which nobody has decided on yet.")
SIDES: Values = (
    ("source", _("A card that it was done to.")),
    ("result", _("A card that came of it.")),
    ("went along", _("A sub-theme that came along with a card.")),
)
VERBS = {
    "adopt": _("A blank card was taken up."),
    "rephrase": _("A card was put in other words."),
    "merge": _("Cards were merged into one."),
    "split": _("A card was split."),
    "nest": _("A card became a sub-theme of another."),
    "lift": _("A sub-theme became a card of its own again."),
    "retire": _("A card was set aside."),
    "restore": _("A card that was set aside came back."),
}
ANSWERS: Values = (
    ("fine", _("Fine with it.")),
    ("live_with", _("Can live with it.")),
    ("subtheme", _("Would rather have it as a sub-theme.")),
    ("no", _("Against it.")),
)
KINDS: Values = (
    ("comment", _("A comment of no kind.")),
    ("agree", _("Marked: I agree.")),
    ("unclear", _("Marked: unclear.")),
    ("wording", _("Marked: wording.")),
    ("evidence", _("Marked: evidence.")),
    ("example", _("Marked: example.")),
    OTHER,
)
STEPS: Values = (
    ("welcome", _("The welcome.")),
    ("poll", _("A poll.")),
    ("card", _("The discussion of a card.")),
    ("question", _("A question.")),
    ("sort", _("A card sort.")),
    ("spectrum", _("A spectrum.")),
    ("change", _("A change of cards.")),
    ("break", _("A break.")),
    ("results", _("The results.")),
    ("close", _("The close.")),
)


@dataclass(frozen=True)
class Measure:
    """What is measured in a line: the values that may stand there, or of what type they are."""

    name: str
    says: Words
    values: Values = ()
    type: Words = ""
    of: Words = ""


@dataclass(frozen=True)
class Record:
    """A kind of line."""

    name: str
    says: Words
    measures: tuple[Measure, ...]


def count(name: str, says: Words) -> Measure:
    """Return a measure that counts people."""
    return Measure(name, says, type=WHOLE, of=HOW_MANY)


TOTALS = (
    count("inner", _("The card in the inner circle.")),
    count("outer", _("The card in the outer circle.")),
    count("unplaced", _("The card not placed, on purpose.")),
    count("nominated", _("The card nominated.")),
    *(count(f"now, band {n}", _("Where we are, in five bands from the first pole.")) for n in range(1, 6)),
    *(count(f"want, band {n}", _("Where to be, in five bands from the first pole.")) for n in range(1, 6)),
    count("towards_first", _("Want to be nearer the first pole than we are.")),
    count("stay", _("Want to be where we are.")),
    count("towards_second", _("Want to be nearer the second pole than we are.")),
    count("would start here", _("Would start with this card.")),
)
