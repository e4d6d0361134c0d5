"""Counts that people can check by hand: placements per card, nominations per card, and their order."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from workshop.analysis.sorts import Zone, as_zone

Key = TypeVar("Key", bound=Hashable)

# Below ten people a per cent suggests a precision that is not there: one person is more than 10 of them.
PER_CENT_FROM = 10


@dataclass(frozen=True, slots=True)
class SortTally:
    """One card's placements by `people` people; the four counts add up to `people`."""

    inner: int
    outer: int
    unplaced: int
    unanswered: int
    people: int

    @property
    def placed(self) -> int:
        """How many put it in a circle, inner or outer."""
        return self.inner + self.outer


@dataclass(frozen=True, slots=True)
class PollTally:
    """Nominations per card out of `people` who nominated; those who abstained are counted apart."""

    counts: Mapping[Hashable, int]
    people: int
    abstained: int

    @property
    def nominations(self) -> int:
        """All nominations together."""
        return sum(self.counts.values())

    @property
    def answered(self) -> int:
        """Everybody who answered: with nominations, or by choosing not to nominate."""
        return self.people + self.abstained


@dataclass(frozen=True, slots=True)
class Ranked:
    """A card in its order: ties share the better rank (1, 2, 2, 4)."""

    card: Hashable
    count: int
    rank: int
    tied: bool


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `people`; `per_cent` is None below ten people, where it would mislead."""

    count: int
    people: int
    per_cent: int | None


def tally_sorts(cards: Sequence[Key], rows: Iterable[tuple[Key, str]], people: int) -> dict[Key, SortTally]:
    """Count the rows (card, zone) of `people` people for each card, in the cards' order.

    Rows of other cards (somebody's own blank card, say) are left out. ValueError for a zone that is
    none, or where a card has more rows than there are people.
    """
    counts = Counter((card, as_zone(zone)) for card, zone in rows)
    return {card: _sort_tally(card, counts, people) for card in cards}


def tally_nominations(
    cards: Sequence[Key], nominated: Iterable[Key], people: int, abstained: int = 0
) -> PollTally:
    """Count the nominations of each card by `people` people, beside whom `abstained` chose nothing.

    Nominations of other cards are left out. ValueError where a card has more than one each.
    """
    counts = Counter(nominated)
    most = max((counts[card] for card in cards), default=0)
    if most > people:
        raise ValueError(f"{most} nominations of one card by {people} people")
    return PollTally({card: counts[card] for card in cards}, people, abstained)


def in_order(counts: Mapping[Key, int]) -> list[Ranked]:
    """Rank the cards by count, highest first; ties stay ties, and keep the order of the mapping.

    Standard competition ranking: 1 + the number of cards with a higher count.
    """
    times = Counter(counts.values())
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    above = {count: sum(n for other, n in times.items() if other > count) for count in times}
    return [Ranked(card, count, above[count] + 1, times[count] > 1) for card, count in ranked]


def share(count: int, people: int) -> Share:
    """Return count of people, with a whole per cent (halves up) only from ten people."""
    if people < PER_CENT_FROM:
        return Share(count, people, None)
    return Share(count, people, (200 * count + people) // (2 * people))


def _sort_tally(card: Key, counts: Counter[tuple[Key, Zone]], people: int) -> SortTally:
    inner, outer, unplaced = counts[card, "inner"], counts[card, "outer"], counts[card, "unplaced"]
    unanswered = people - inner - outer - unplaced
    if unanswered < 0:
        raise ValueError(f"more placements of card {card!r} than {people} people can make")
    return SortTally(inner, outer, unplaced, unanswered, people)
