"""A private signal is sent to who leads, as a count; everybody else is sent nothing, not even a number."""

from functools import partial

import pytest

from tests.live.support import quiet, visit
from tests.live.test_silence import heard_after, listeners
from tests.support import House, make_house
from workshop.actions.gestures import lower_all, set_gesture
from workshop.actions.people import remove_seat, restore_seat
from workshop.live.hub import Hub
from workshop.live.numbers import seqs_of
from workshop.live.reading import in_thread
from workshop.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)
ELSEWHERE = ("room", "pack", "screen")


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with names hidden, and three leaders."""
    return make_house(3, promise=Workshop.Promise.HIDDEN)


async def test_a_signal_and_its_hearing_reach_the_desk_alone_and_name_nobody(hub: Hub, house: House) -> None:
    browsers = await listeners(hub, house)
    before = await in_thread(seqs_of, house.workshop.pk)
    given = await heard_after(hub, browsers, partial(set_gesture, house.ada, "pause", True))
    heard = await heard_after(hub, browsers, partial(lower_all, house.fay, "pause"))
    assert "1 asks for a pause" in given["desk"]
    assert "asks for a pause" not in heard["desk"]
    marks = ("Ada", house.ada.pseudonym, str(house.ada.uid))
    assert not any(mark in given["desk"] + heard["desk"] for mark in marks)
    assert {door: given[door] + heard[door] for door in ELSEWHERE} == dict.fromkeys(ELSEWHERE, "")
    after = await in_thread(seqs_of, house.workshop.pk)
    assert (after["participants"], after["screen"]) == (before["participants"], before["screen"])


async def test_a_signal_is_no_frame_of_any_kind_in_the_room(hub: Hub, house: House) -> None:
    room = await visit(hub, house.others[0], f"/ws/w/{house.workshop.slug}/room/")
    await room.until("hello")
    await quiet(hub)
    room.heard()
    for kind in ("plainer", "pause", "time"):
        await in_thread(set_gesture, house.ada, kind, True)
    await quiet(hub)
    assert room.heard() == []


async def test_a_hand_is_a_count_to_the_room_and_the_wall_where_names_are_hidden(
    hub: Hub, house: House
) -> None:
    browsers = await listeners(hub, house)
    raised = await heard_after(hub, browsers, partial(set_gesture, house.ada, "hand", True))
    for door in ("room", "screen"):
        assert "1 hand up" in raised[door]
        assert "Ada" not in raised[door]
    assert "Ada" in raised["desk"]


async def test_the_hand_of_who_is_removed_goes_everywhere_and_comes_back_with_them(
    hub: Hub, house: House
) -> None:
    browsers = await listeners(hub, house)
    await heard_after(hub, browsers, partial(set_gesture, house.ada, "hand", True))
    gone = await heard_after(hub, browsers, partial(remove_seat, house.fay, house.ada))
    back = await heard_after(hub, browsers, partial(restore_seat, house.fay, house.ada))
    for door in ("room", "screen"):
        assert 'id="live-hands"' in gone[door]
        assert "1 hand up" not in gone[door]
        assert "1 hand up" in back[door]
