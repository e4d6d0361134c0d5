"""The rows of the room, the desk and the wall screen."""

import uuid
from contextlib import suppress

from tests.stagecraft import bring, put, say, step_of, uids
from tests.support import House
from tests.views.permissions import Row, Words, all_seats, anybody, fay, first, leaders, second
from tests.views.rows_live import wall_link
from workshop.actions.step_notes import save_step_note
from workshop.models import Remark, Stale


def card_two(house: House) -> Words:
    """The second card."""
    return {"card": uids(house, 2)[0]}


def a_choice(house: House) -> Words:
    """The second card, nominated."""
    return {"card": uids(house, 2)}


def some_words(house: House) -> Words:
    """A comment with a uid of its own."""
    return {"body": "It depends on the board.", "uid": str(uuid.uuid4())}


def ada_said(house: House) -> None:
    """Bring the second card to the front, and let Ada speak."""
    say(house, house.ada, bring(house), "First words.")


def her_remark(house: House) -> Words:
    """What Ada said."""
    return {"uid": Remark.objects.get(workshop=house.workshop, seat=house.ada).uid}


def fifth_card(house: House) -> Words:
    """Another card, from a page that shows the comment on its own alone."""
    return {"card": uids(house, 5)[0], "seen": ""}


def a_change(house: House) -> Words:
    """Other words, based on the first."""
    return {"body": "Second words.", "rev": 1}


def to_welcome(house: House) -> Words:
    """The first step, from a stage where nothing is."""
    return {"step": step_of(house, "welcome").uid, "step_rev": 0}


def second_discussion(house: House) -> Words:
    """A discussion that waits."""
    return {"step": step_of(house, "card", house.cards[3]).uid}


def a_note(house: House) -> Words:
    """A first note."""
    return {"body": "Quiet", "rev": 0}


def noted_twice(house: House) -> None:
    """Let Fay write a note on the fourth card in two windows."""
    bring(house)
    step = step_of(house, "card", house.cards[3])
    save_step_note(house.fay, step, "First", 0)
    with suppress(Stale):
        save_step_note(house.fay, step, "Second", 0)


def noted(house: House) -> Words:
    """The version that came second."""
    copy = house.workshop.notes.exclude(copy_of=None).get()
    return second_discussion(house) | {"uid": copy.uid}


def to_ben(house: House) -> Words:
    """The chair handed to Ben for good."""
    return {"to": house.others[0].uid, "span": "good", "chair_rev": 0}


def begun(house: House) -> None:
    """Put the welcome on the stage."""
    put(house, "welcome")


def polled(house: House) -> None:
    """Put the poll on the stage."""
    put(house, "poll")


def brought(house: House) -> None:
    """Bring a card to the front."""
    bring(house)


ROOM_ROWS = [
    Row("room", all_seats(200)),
    Row("room-mine", all_seats(200)),
    Row("room-proposal", all_seats(200)),
    Row("ballot", leaders(200), parts=second),
    Row("ballot", leaders(302), "post", second, a_choice, before=polled),
    Row("ballot", "404 404 404 403 404 404 404", "post", first, a_choice),
    Row("discussion", all_seats(302), "post", card_two, some_words, before=begun),
    Row("remark", "404 302 404 404 404 404 404", "post", her_remark, a_change, before=ada_said),
    Row("remark-withdrawal", "404 200 404 404 404 404 404", "post", her_remark, before=ada_said),
    Row("parkings", fay(200)),
    Row("parking", fay(200), parts=her_remark, before=ada_said),
    Row("parking", fay(302), "post", her_remark, fifth_card, before=ada_said),
    Row("desk", fay(200)),
    Row("stage", fay(302), "post", data=to_welcome),
    Row("steps", fay(302), "post", data=card_two),
    Row("step", fay(302), "post", second_discussion, lambda house: {"move": "up"}, before=brought),
    Row("step-note", fay(302), "post", second_discussion, a_note, before=brought),
    Row(
        "step-note-copy",
        fay(302),
        "post",
        noted,
        lambda house: {"keep": "both", "rev": 1},
        before=noted_twice,
    ),
    Row("workshop-closing", fay(200), "post"),
    Row("room-chair", all_seats(200)),
    Row("chair", fay(200)),
    Row("chair", fay(302), "post", data=to_ben),
    Row("chair-return", fay(302), "post", data=lambda house: {"chair_rev": 0}),
    Row("screen", all_seats(200)),
    Row("screen-link", anybody(200), parts=wall_link, in_workshop=False),
]
