"""Two sorts of a series laid side by side, card by card and person by person, along the lineage of the cards.

A card that came out of others inherits no average. Where somebody had it before is known only if they had put
all that it came from in one zone; else it is unclear, and counted as that.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.analysis.shift import Shift, counted
from workshop.analysis.sorts import Sort, Sorts, as_zone

CameFrom = Mapping[Any, Sequence[Any]]  # by later card the earlier ones; without an entry, itself
Move = tuple[str | None, str | None]  # from a zone or UNCLEAR to a zone; None is not answered
UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class CardShift:
    """A card of the later sort; ``came_from`` is what stands for its former self: () for a new card.

    ``unclear`` is how many people answered for it who had put what it came from in several zones, or had
    answered for only some of it.
    ``shift`` counts all others who answered both times; if it is withheld, ``unclear`` is 0.
    """

    came_from: tuple[Any, ...]
    shift: Shift
    unclear: int = 0


def shifts(
    before: Sorts, after: Sorts, cards: Iterable[Any], came_from: CameFrom | None = None, least: int = 1
) -> dict[Any, CardShift]:
    """Return how each card of the later sort moved between any two sorts of the same people.

    No p-value: if five people all move a card the same way, a sign test gives 0.0625 at best.

    Args:
        before: by person and card, zone and place in the earlier sort; no entry is not answered.
        after: the same in the later one.
        cards: those of the later sort, in order.
        came_from: of cards that are not the same in both, or were merged or split, which they came from.
        least: where fewer people than this (and more than none) are in one of the groups that both sorts'
            totals could tell apart (in both, in one of them alone, unclear), the card is withheld whole.

    ValueError for a zone that is none.
    """
    people, found = [*{**before, **after}], {}
    for card, sources in _sources(cards, came_from).items():
        moves = (_move(before.get(each, {}), after.get(each, {}), card, sources) for each in people)
        found[card] = _card_shift(moves, sources, least)
    return found


def own_shifts(
    before: Sorts, after: Sorts, cards: Iterable[Any], came_from: CameFrom | None = None
) -> dict[Any, Shift]:
    """Return for each person in both sorts how their cards moved: a Shift that counts cards, not people.

    Only for a caller that may see each person's sort. Arguments are those of `shifts`. A card that is unclear
    for somebody is not counted for them.
    """
    sources = _sources(cards, came_from)
    return {
        person: counted(_clear(_move(before[person], after[person], card, sources[card]) for card in sources))
        for person in before
        if person in after
    }


def _sources(cards: Iterable[Any], came_from: CameFrom | None) -> dict[Any, tuple[Any, ...]]:
    return {card: tuple((came_from or {}).get(card, (card,))) for card in cards}


def _card_shift(moves: Iterable[Move], sources: tuple[Any, ...], least: int) -> CardShift:
    found = [move for move in moves if any(move)]
    groups = Counter((was and was == UNCLEAR, bool(now)) for was, now in found)
    compared = any(was and now for was, now in found)
    if compared and min(groups.values()) < least:
        return CardShift(sources, Shift(is_withheld=True))
    return CardShift(sources, counted(_clear(found)), groups[True, True])


def _move(before: Sort, after: Sort, card: Any, sources: tuple[Any, ...]) -> Move:
    """Return the zone in which somebody had what a card came from, or UNCLEAR; and where they have it now."""
    had = {as_zone(before[source][0]) for source in sources if source in before}
    whole = len(had) == 1 and all(source in before for source in sources)
    was = (next(iter(had)) if whole else UNCLEAR) if had else None
    return was, as_zone(after[card][0]) if card in after else None


def _clear(moves: Iterable[Move]) -> list[tuple[str, str]]:
    return [(was, now) for was, now in moves if was and now and was != UNCLEAR]
