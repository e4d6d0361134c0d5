"""One change as it is written: each card it touches, with what that card was before."""

from collections.abc import Container

from django.db.models import Max

from .cards import Card, CardText
from .lineage import Change, ChangeCard
from .wanted import NewCard

KEPT = ("status", "position", "parent_id", "number")
SIDES = ChangeCard.Side


class Move:
    """The writing side of a change: cards are set, made and carried through it, and through nothing else.

    Use it inside the transaction that locked the workshop.
    """

    def __init__(self, change: Change) -> None:
        self.change = change

    def set(self, card: Card, side: str, **new: object) -> None:
        """Give a card new values of what a change may change: status, position, parent_id, number."""
        self._record(card, side, {name: getattr(card, name) for name in KEPT})
        for name, value in new.items():
            setattr(card, name, value)
        card.save(update_fields=[name.removesuffix("_id") for name in new])

    def rest_on(self, card: Card) -> None:
        """Note that the change ends in a card which it leaves as it is."""
        self._record(card, SIDES.RESULT, {name: getattr(card, name) for name in KEPT})

    def make(self, words: NewCard, position: int) -> Card:
        """Put a new card on the table, with a number that no card has had."""
        workshop = self.change.workshop
        card = Card.objects.create(
            workshop=workshop, number=self.next_number(), position=position, status=Card.Status.LIVE, rev=1
        )
        CardText.objects.create(card=card, rev=1, seat=self.change.seat, **words.as_dict)
        self._record(card, SIDES.RESULT, {})
        return card

    def carry(self, source: Card, to: Card) -> None:
        """Take the sub-themes of a card along to the card that stands in its place."""
        for each in source.subthemes.filter(status=Card.Status.NESTED).order_by("position", "pk"):
            self.set(each, SIDES.CARRIED, parent_id=to.pk)

    def next_number(self) -> int:
        """Return a number that no card of the workshop has or had; the workshop is locked."""
        workshop = self.change.workshop
        now = workshop.cards.aggregate(most=Max("number"))["most"] or 0
        rows = ChangeCard.objects.filter(change__workshop=workshop)
        return max(now, rows.aggregate(most=Max("before_number"))["most"] or 0) + 1

    def _record(self, card: Card, side: str, before: dict[str, object]) -> None:
        values = {f"before_{name}": value for name, value in before.items()}
        ChangeCard.objects.create(change=self.change, card=card, side=side, **values)


def put_back(move: Move, undone: Change, moved: Container[int]) -> None:
    """Give each card of a change what it was before; a card that the change made leaves the table.

    Args:
        moved: the primary keys of the cards that the change itself changed, and did not only rest on.
    """
    for row in undone.cards.select_related("card").order_by("pk"):
        if row.card_id not in moved:
            move.rest_on(row.card)
            continue
        before = {name: getattr(row, f"before_{name}") for name in KEPT}
        if not before["status"]:
            before = {"status": Card.Status.UNDONE}
        move.set(row.card, row.side, **before)
