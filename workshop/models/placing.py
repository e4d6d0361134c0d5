"""Where the cards of one ballot lie: moved, put in order, made equal, in memory. Nothing here is written."""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

from .ballots import Ballot, Mark
from .cards import Card
from .people import Seat

K = TypeVar("K", bound=Hashable)


class Placing:
    """The marks of one sort while they are changed; ``changed`` are those that have to be written."""

    def __init__(
        self, ballot: Ballot, by: Seat | None = None, *, among: Collection[int] | None = None
    ) -> None:
        """Take a ballot.

        Args:
            by: the facilitator who enters it for its person, if anybody does.
            among: the keys of the only cards that count in an order: a mark on another, such as a blank card
                that was removed, stays as it is. ``None`` for all that have a mark.
        """
        self.ballot, self.by = ballot, by
        marks = ballot.marks.select_related("card")
        self.marks = [mark for mark in marks if among is None or mark.card_id in among]
        self._before = {mark.card_id: _state(mark) for mark in self.marks}

    @property
    def changed(self) -> list[Mark]:
        """The marks that are not as they were."""
        return [mark for mark in self.marks if self._before.get(mark.card_id) != _state(mark)]

    def move(self, card: Card, zone: str, place: int | None = None, reason: str | None = None) -> None:
        """Put a card into a zone, and make the places of the circle it leaves and the one it joins whole.

        Args:
            place: where in its circle, from 1, which puts the whole circle in order. ``None`` keeps an order
                that is there (the card goes last) and makes none.
            reason: ``None`` keeps what was said.
        """
        mark = next((each for each in self.marks if each.card_id == card.pk), None)
        if mark is None:
            mark = Mark(ballot=self.ballot, card=card)
            self.marks.append(mark)
        if reason is not None:
            mark.reason = reason
        left, stays = mark.zone, mark.zone == zone and place is None
        mark.zone, mark.proxy = zone, self.by
        if not stays:
            _reorder([each for each in self.marks if each.zone == zone and each is not mark], mark, place)
        if left != zone:
            _number([each for each in self.marks if each.zone == left])

    def rank(self, zone: str, numbers: Mapping[int, int]) -> None:
        """Put a circle into the order of numbers, by the key of a card.

        The same number is the same place; cards without one come after the others, level.
        """
        there = {mark.card_id: mark for mark in self.marks if mark.zone == zone}
        for key, place in ranked(there, numbers).items():
            there[key].place = place

    def make_equal(self, zone: str) -> None:
        """Take the order of a circle away."""
        for mark in self.marks:
            if mark.zone == zone:
                mark.place = None


def ranked(cards: Collection[K], numbers: Mapping[K, int]) -> dict[K, int]:
    """Return the places of the cards of one circle, from 1 and without gaps, as `Placing.rank` gives them."""
    last = max(numbers.values(), default=0) + 1
    levels = sorted({numbers.get(card, last) for card in cards})
    return {card: levels.index(numbers.get(card, last)) + 1 for card in cards}


def _state(mark: Mark) -> tuple[str, int | None, str, int | None]:
    return mark.zone, mark.place, mark.reason, mark.proxy_id


def _in_order(marks: list[Mark]) -> list[Mark]:
    def shown(mark: Mark) -> tuple[int, bool, int, int]:
        return (mark.place or 0, mark.card.is_blank, mark.card.position, mark.card_id)

    return sorted(marks, key=shown)


def _reorder(others: list[Mark], mark: Mark, place: int | None) -> None:
    ordered = any(each.place for each in others)
    if mark.zone == Mark.Zone.UNPLACED or (place is None and not ordered):
        mark.place = None
        return
    circle = _in_order(others)
    circle.insert(len(circle) if place is None else max(place - 1, 0), mark)
    for n, each in enumerate(circle, start=1):
        each.place = n


def _number(marks: list[Mark]) -> None:
    if any(each.place for each in marks):
        for n, each in enumerate(_in_order(marks), start=1):
            each.place = n
