"""The rows of hands, signals and the timer."""

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, fay, leaders
from workshop.actions.gestures import set_gesture
from workshop.actions.timing import start_timer


def hand_up(house: House) -> None:
    """Ada raises her hand."""
    set_gesture(house.ada, "hand", True)


def her_hand(house: House) -> Words:
    """The hand of Ada."""
    return {"uid": house.ada.gestures.get().uid}


def kind(house: House) -> Words:
    """Hands, all of them."""
    return {"kind": "hand"}


def timed(house: House) -> None:
    """Start a timer."""
    start_timer(house.fay, 5)


def a_minute(house: House) -> Words:
    """One more minute."""
    return {"minutes": 1, "rev": 1}


STRIP_ROWS = [
    Row("room-gestures", all_seats(200)),
    Row("room-led", all_seats(200)),
    Row("gestures", leaders(302), "post", data=lambda house: {"show": "hand"}),
    Row("gesture-lowering", fay(302), "post", her_hand, before=hand_up),
    Row("gestures-lowering", fay(302), "post", kind, before=hand_up),
    Row("gestures-restoration", fay(302), "post", kind),
    Row("timer", fay(302), "post", data=lambda house: {"minutes": 5}),
    Row("timer-extension", fay(302), "post", data=a_minute, before=timed),
    Row("timer-removal", fay(302), "post", before=timed),
]
