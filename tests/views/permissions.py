"""Who may open what: a row for each address and method. `test_permissions.py` walks the URLconf beside it.

The seven people of a row, in order: nobody; Ada, who takes part; Ben, who does too; Fay, who facilitates;
Zoe, who facilitates another workshop; Zed, who takes part in it; and somebody whose seat was removed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.support import House

PEOPLE = ("nobody", "ada", "ben", "fay", "zoe", "zed", "gone")
Words = dict[str, Any]


def nothing(house: House) -> Words:
    """Return an address with no parts beside the workshop's, or a form with no fields."""
    return {}


@dataclass(frozen=True)
class Row:
    """What an address answers to each of the seven."""

    name: str
    expected: str
    method: str = "get"
    parts: Callable[[House], Words] = nothing
    data: Callable[[House], Words] = nothing
    in_workshop: bool = True
    before: Callable[[House], object] = field(default=nothing)

    def __str__(self) -> str:
        return f"{self.method} {self.name}"


def all_seats(status: int) -> str:
    """Everybody with a seat in the workshop; strangers find nothing."""
    return f"404 {status} {status} {status} 404 404 404"


def leaders(status: int) -> str:
    """Those who take part; a facilitator is told that this is not hers."""
    return f"404 {status} {status} 403 404 404 404"


def fay(status: int) -> str:
    """Facilitators of this workshop alone."""
    return f"404 403 403 {status} 404 404 404"


def anybody(status: int) -> str:
    """Whoever asks."""
    return " ".join([str(status)] * len(PEOPLE))


def first(house: House) -> Words:
    """The pack's sort."""
    return {"number": 1}


def second(house: House) -> Words:
    """The opening poll."""
    return {"number": 2}


def ben_seat(house: House) -> Words:
    """A leader's seat."""
    return {"uid": house.others[0].uid}
