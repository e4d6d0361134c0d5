"""After the close no pack is handed out any more: there is nothing to fill in."""

from collections.abc import Callable

from tests.support import House
from workshop.actions.pack_files import Wanted, take_blank_pack, take_own_pack, take_packs

PACK_FILES: dict[str, Callable[[House], object]] = {
    "take_blank_pack": lambda house: take_blank_pack(house.fay, Wanted()),
    "take_own_pack": lambda house: take_own_pack(house.ada, Wanted()),
    "take_packs": lambda house: take_packs(house.fay, [house.ada], Wanted()),
}
