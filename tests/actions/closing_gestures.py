"""What hands, signals and the timer do after the close: they are all refused."""

import uuid
from collections.abc import Callable

from tests.support import House
from workshop.actions.gestures import lower_all, lower_hand, raise_again, set_gesture
from workshop.actions.timing import extend_timer, start_timer, stop_timer

GESTURES: dict[str, Callable[[House], object]] = {
    "set_gesture": lambda house: set_gesture(house.ada, "hand", True),
    "lower_hand": lambda house: lower_hand(house.fay, uuid.uuid4()),
    "lower_all": lambda house: lower_all(house.fay, "hand"),
    "raise_again": lambda house: raise_again(house.fay, "hand"),
    "start_timer": lambda house: start_timer(house.fay, 5),
    "extend_timer": lambda house: extend_timer(house.fay, 1, 1),
    "stop_timer": lambda house: stop_timer(house.fay),
}
