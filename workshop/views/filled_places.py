"""Where the cards of a filled file belong, beside where they lie already."""

from dataclasses import dataclass, replace

from workshop.models import LIMITS, Mark, clean_line
from workshop.models.filled import Here, Lies
from workshop.models.placing import ranked

from .filled_came import Came, Row, too_long

DIGITS = 3  # of a place in a circle, as its field takes them


@dataclass(frozen=True)
class PlaceRow(Row):
    """Where a card belongs. ``is_met``: it lies somewhere already, which is not shown to who enters it.

    ``is_alone``: the file says why it is not placed, and not that it is not placed. ``of_two``: the card in
    the file may be another one, which goes where the form says, while the one here stays where it lies.
    ``order`` is what its field for the place in the circle holds, ``was`` the place that it has here.
    """

    here: Lies
    zone: str
    reason: str
    is_met: bool
    is_alone: bool
    of_two: bool
    order: str
    was: int | None

    @property
    def says_here(self) -> bool:
        """Whether it is said where the card lies, beside what came."""
        return bool(self.here[0]) and (self.asks or self.is_alone or self.of_two)


def number_in(typed: str) -> int | None:
    """Return the place in a circle that was typed, from 1 to 999; ``None`` if it is none."""
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= DIGITS
    return (int(typed) or None) if is_number else None


def in_order_here(here: Here, came: Came) -> Came:
    """Return what came with the places that cards have here, where it says the same or nothing about them.

    The numbers of a file may be others: who numbers on from one circle to the next has the same order in
    each. On a form that came back, a place given meanwhile stands where none was typed.
    """
    known = _not_typed(here, came) if came.again else _circles_as_here(here, came)
    return replace(came, words={**came.words, **{f"order-{key}": str(here.orders[key]) for key in known}})


def _not_typed(here: Here, came: Came) -> list[str]:
    open_now = [key for key in here.orders if came.get("zone", key) and not came.get("order", key).strip()]
    return [key for key in open_now if _is_behind(key, came, here.orders[key])]


def _circles_as_here(here: Here, came: Came) -> list[str]:
    """Return the cards with a number of the circles that a file puts in the order that they have here.

    A circle into which it puts another card, or out of which it takes one, is in another order. A card of
    which it says no zone stays where it lies.
    """
    zones = {
        name.removeprefix("zone-"): said for name, said in came.words.items() if name.startswith("zone-")
    }
    found: list[str] = []
    for zone in (Mark.Zone.INNER, Mark.Zone.OUTER):
        there = [key for key, lies in here.lies.items() if lies[0] == zone]
        sent = {key for key, said in zones.items() if said == zone}
        if sent | {key for key in there if not zones.get(key)} != {*there}:
            continue
        said = {key: number_in(came.get("order", key)) for key in there}
        numbers = {key: number for key, number in said.items() if number}
        if ranked(there, numbers) == {key: here.orders.get(key) for key in there}:
            found += numbers
    return found


def _is_behind(key: str, came: Came, was: int | None) -> bool:
    """Whether a form that came back rests on another place in the circle than there is now."""
    return f"was-order-{key}" in came.words and came.get("was-order", key) != str(was or "")


def place_row(key: str, here: Lies, came: Came, *, was: int | None = None, of_two: bool = False) -> PlaceRow:
    """Return the row of a card's place."""
    zone, reason = came.get("zone", key), clean_line(came.get("reason", key))
    lies = "" if of_two else here[0]
    alone = f"alone-{key}" in came.words
    if not came.again:
        alone = reason not in ("", here[1]) and zone in ("", lies) and lies != Mark.Zone.UNPLACED
        zone = zone or lies
    differs = bool(lies and zone) and not alone and (zone != here[0] or reason not in ("", here[1]))
    order = came.get("order", key).strip()
    if lies and zone == lies and not came.again:
        differs = differs or (bool(was and order) and order != str(was))
        order = order or str(was or "")
    moved = bool(lies and zone) and _is_behind(key, came, was) and order != str(was or "")
    asks = f"asks-place-{key}" in came.words or moved if came.again else differs
    if not (came.again or differs or of_two):
        reason = reason or here[1]
    wrong = came.wrong.get(f"place-{key}") or too_long(reason, LIMITS["reason"])
    keep, met = came.keep(f"place-{key}"), key in came.asks
    return PlaceRow(key, wrong, asks and not of_two, keep, here, zone, reason, met, alone, of_two, order, was)
