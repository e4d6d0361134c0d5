"""What everybody agreed to, as exports and quotes obey it: who takes part, and whose words may be quoted."""

from dataclasses import dataclass, field

from django.db import models

from .consents import NAMED, NONE, UNNAMED, Consent, current_items
from .kept import Kept, quoting_of
from .people import Seat
from .workshops import Workshop


@dataclass
class Agreed:
    """The newest answers of everybody, by the key of a seat and of an item, as exports obey them.

    ``marks``: whether a file may say of each words how they may be quoted. ``brought``: the rows of
    nobody that may be quoted by the file that they came in, each by its model and key.
    """

    answers: dict[int, dict[str, bool]] = field(default_factory=dict)
    declined: set[int] = field(default_factory=set)
    of_nobody: str = Kept.Quoting.NOTHING
    marks: bool = True
    brought: frozenset[tuple[str, int]] = frozenset()

    def quote(self, seat: int | None, names: bool) -> str:
        """Return how the words of a seat may be quoted: ``none``, ``unnamed`` or ``named``.

        Words of somebody who was not asked may not be quoted, and words without a known author only where
        everybody whose words an unlinked close left had agreed to it, and nobody has said no since.
        """
        if seat is None:
            return UNNAMED if self.of_nobody == Kept.Quoting.ALL else NONE
        given = self.answers.get(seat, {})
        if given.get("quote-named") and names:
            return NAMED
        return UNNAMED if given.get("quote-unnamed") or given.get("quote-named") else NONE

    def allows(self, seat: int) -> bool:
        """Whether somebody takes part and may be quoted, at least without their name."""
        return seat not in self.declined and self.quote(seat, names=False) != NONE

    def of_row(self, row: models.Model, seat: int | None, names: bool) -> str:
        """Return the same of the words of one row, which may be of nobody and came in a file."""
        if seat is None and (type(row).__name__, row.pk) in self.brought:
            return UNNAMED
        return self.quote(seat, names)

    def mark(self, row: models.Model, seat: int | None, names: bool) -> str:
        """Return what a file says of how the words of a row may be quoted.

        Where names are open, those of somebody who does not take part may not; elsewhere that would tell
        which they are.
        """
        if not self.marks or (names and seat in self.declined):
            return NONE
        return self.of_row(row, seat, names)

    def words(self, seat: int | None, text: str) -> str:
        """Return words as they may leave: nothing of somebody who does not take part."""
        return "" if seat in self.declined else text


def agreed_in(workshop: Workshop) -> Agreed:
    """Read the answers to what is asked now, in two queries; a yes to an earlier wording agrees to nothing.

    ``declined`` are those who do not take part (any more): their no stands when the same is asked anew.
    """
    agreed, items = Agreed(), current_items(workshop.pk)
    asked, required = {item.pk for item in items}, {item.key for item in items if item.required}
    keys = {item.key for item in items}
    rows = Consent.objects.filter(seat__workshop=workshop, item__workshop=workshop, item__key__in=keys)
    newest: dict[tuple[int, str], bool] = {}
    for seat, pk, key, answer in rows.order_by("at", "pk").values_list("seat", "item", "item__key", "answer"):
        newest[seat, key] = answer
        if pk in asked:
            agreed.answers.setdefault(seat, {})[key] = answer
    agreed.declined = {seat for (seat, key), answer in newest.items() if key in required and not answer}
    agreed.of_nobody = quoting_of(workshop)
    agreed.brought = brought_marks(workshop)
    return agreed


def brought_marks(workshop: Workshop) -> frozenset[tuple[str, int]]:
    """Return the rows of nobody that may be quoted by the file that they came in, by model and key."""
    if workshop.brought_at is None:
        return frozenset()
    return frozenset(workshop.brought_marks.values_list("kind", "key"))


def may_quote(workshop: Workshop, seat: Seat) -> bool:
    """Whether the words of a seat may be quoted, at least without a name."""
    return agreed_in(workshop).allows(seat.pk)
