"""One person's sort: where they placed each card. Input types, and reading them in order."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

Zone = Literal["inner", "outer", "unplaced"]
ZONES: tuple[Zone, ...] = get_args(Zone)
Spot = tuple[str, int | None]  # a zone, and the place within it or None, as in a Placement
Sort = Mapping[Any, Spot]  # one person's, by card
Sorts = Mapping[Any, Sort]  # by person


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one person placed one card; `place` is its order within the zone, 1 first, or None.

    A card without a Placement was not answered, which is never the same as "unplaced".
    """

    card: Hashable
    zone: Zone
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One person's cards, zone by zone, each in order; `unanswered` has no placement at all."""

    inner: tuple[Hashable, ...]
    outer: tuple[Hashable, ...]
    unplaced: tuple[Hashable, ...]
    unanswered: tuple[Hashable, ...]


def as_zone(text: str) -> Zone:
    """Return the text as a zone; ValueError if it is none of the three."""
    if text not in ZONES:
        raise ValueError(f"{text!r} is not a zone")
    return text


def arrange(cards: Sequence[Hashable], placements: Iterable[Placement]) -> Arrangement:
    """Sort the cards into their zones: those with a place first, then the rest in the cards' order.

    Placements of cards that are not among `cards` are left out.
    """
    where = {placement.card: placement for placement in placements}
    zones = {zone: _in_zone(cards, where, zone) for zone in ZONES}
    return Arrangement(**zones, unanswered=tuple(card for card in cards if card not in where))


def _in_zone(cards: Sequence[Hashable], where: dict[Hashable, Placement], zone: Zone) -> tuple[Hashable, ...]:
    here = [where[card] for card in cards if card in where and where[card].zone == zone]
    here.sort(key=lambda placement: (placement.place is None, placement.place or 0))
    return tuple(placement.card for placement in here)
