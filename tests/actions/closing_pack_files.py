"""After the close no pack is handed out any more, nor more time for one: there is nothing to fill in."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from tests.support import House
from workshop.actions.extra_time import give_extra_time
from workshop.actions.pack_files import Wanted, take_blank_pack, take_own_pack, take_packs

PACK_FILES: dict[str, Callable[[House], object]] = {
    "give_extra_time": lambda house: give_extra_time(house.fay, house.ada, timezone.now() + timedelta(1)),
    "take_blank_pack": lambda house: take_blank_pack(house.fay, Wanted()),
    "take_own_pack": lambda house: take_own_pack(house.ada, Wanted()),
    "take_packs": lambda house: take_packs(house.fay, [house.ada], Wanted()),
}
