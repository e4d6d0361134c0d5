"""What a rehearsal still takes once it was closed, and what it refuses."""

import uuid
from collections.abc import Callable
from typing import Any

from tests.support import House
from workshop.actions.paces import fill_now, join_as_leader, set_pace
from workshop.actions.rehearsals import end_rehearsal, rehearse
from workshop.models import Seat, Workshop

Act = Callable[[House], object]


def in_rehearsal(act: Callable[[Seat], object]) -> Act:
    """Do something as Fay, whose workshop is a rehearsal."""

    def rehearsed(house: House) -> object:
        Workshop.objects.filter(pk=house.workshop.pk).update(purpose="rehearsal", pace="life")
        return act(house.fay)

    return rehearsed


def copies(house: House) -> bool:
    """Whether there is a rehearsal."""
    return Workshop.objects.filter(purpose="rehearsal").exists()


def is_gone(house: House) -> bool:
    """Whether Fay's workshop is gone."""
    return not Workshop.objects.filter(pk=house.workshop.pk).exists()


REHEARSALS: dict[str, Act] = {
    "set_pace": in_rehearsal(lambda fay: set_pace(fay, "fast")),
    "fill_now": in_rehearsal(fill_now),
    "join_as_leader": in_rehearsal(join_as_leader),
}
STILL: dict[str, tuple[Any, ...]] = {
    "rehearse": (lambda house: rehearse(house.fay, uid=uuid.uuid4()), copies),
    "end_rehearsal": (in_rehearsal(end_rehearsal), is_gone),
}
