"""What a simulated leader does, through the same actions as people: once, however often it is tried."""

from collections.abc import Callable, Mapping

from django.core.exceptions import ObjectDoesNotExist

from workshop.analysis.rehearsal.scene import Deed
from workshop.models import Refusal, Seat, Workshop

from . import in_packs, in_the_room
from .deeds import Doing


def do_deed(workshop: Workshop, seat: Seat, deed: Deed) -> bool:
    """Do a deed, as its leader would at their own page; return whether it could be done.

    What people do meanwhile comes first: a round that closed, words that are there, a card that is gone.
    """
    try:
        WAYS[deed.kind](Doing(workshop, seat, deed))
    except (Refusal, ObjectDoesNotExist, IndexError):  # no blank card is left
        return False
    return True


WAYS: Mapping[str, Callable[[Doing], None]] = {
    "enter": in_packs.enter,
    "agree": in_packs.agree,
    "comment": in_packs.comment,
    "box": in_packs.box,
    "place": in_packs.place,
    "blank": in_packs.blank,
    "finish": in_packs.finish,
    "mark": in_packs.mark,
    "vote": in_the_room.vote,
    "rule": in_the_room.rule,
    "ground": in_the_room.ground,
    "ready": in_the_room.ready,
    "hand": in_the_room.hand,
    "plainer": in_the_room.plainer,
    "say": in_the_room.say,
    "reply": in_the_room.reply,
    "suggest": in_the_room.suggest,
    "answer": in_the_room.answer,
    "text": in_the_room.text,
    "assent": in_the_room.assent,
    "stance": in_the_room.stance,
    "start": in_the_room.start,
    "propose": in_the_room.propose,
}
