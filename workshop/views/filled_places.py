"""Where the cards of a filled file belong, beside where they lie already."""

from dataclasses import dataclass

from workshop.models import LIMITS, Mark, clean_line
from workshop.models.filled import Lies

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
    asks = f"asks-place-{key}" in came.words if came.again else differs
    if not (came.again or differs or of_two):
        reason = reason or here[1]
    wrong = came.wrong.get(f"place-{key}") or too_long(reason, LIMITS["reason"])
    keep, met = came.keep(f"place-{key}"), key in came.asks
    return PlaceRow(key, wrong, asks and not of_two, keep, here, zone, reason, met, alone, of_two, order, was)
