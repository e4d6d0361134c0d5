"""Who must not hear: what is hidden is in no frame to anybody, whatever was chosen."""

from typing import Any

import pytest

from tests.live.support import Browser, quiet, visit
from tests.stagecraft import bring, say
from tests.support import House, make_house
from workshop.actions.rounds import Vote, cast_ballots, open_round, reveal_round
from workshop.actions.stage import move_stage
from workshop.live.hub import Hub
from workshop.live.reading import in_thread
from workshop.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)
DOORS = ("room", "pack", "desk", "screen")


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop, names hidden, with three leaders and an open poll on the stage."""
    house = make_house(3, promise=Workshop.Promise.HIDDEN)
    open_round(house.fay, house.poll)
    move_stage(house.fay, house.workshop.steps.get(kind="poll"), house.workshop.step_rev)
    return house


async def listeners(hub: Hub, house: House) -> dict[str, Browser]:
    """Open a socket at each door: Ben's in the room, Cem's beside it, Fay's at the desk and at the screen."""
    seats = {"room": house.others[0], "pack": house.others[1], "desk": house.fay, "screen": house.fay}
    found = {door: await visit(hub, seats[door], f"/ws/w/{house.workshop.slug}/{door}/") for door in DOORS}
    await quiet(hub)
    for browser in found.values():
        browser.heard()
    return found


async def heard_after(hub: Hub, browsers: dict[str, Browser], act: Any) -> dict[str, str]:
    """Do something; return all fragments that each door was sent because of it."""
    await in_thread(act)
    await quiet(hub)
    return {
        door: "".join(frame.get("html", "") for frame in browser.heard())
        for door, browser in browsers.items()
    }


def vote(house: House, card: int) -> None:
    """Have Ada nominate one card."""
    cast_ballots(house.poll, [Vote(house.ada, frozenset([str(house.cards[card].uid)]))])


async def test_a_hidden_choice_is_sent_to_nobody(hub: Hub, house: House) -> None:
    browsers = await listeners(hub, house)
    first = await heard_after(hub, browsers, lambda: vote(house, 0))
    other = await heard_after(hub, browsers, lambda: vote(house, 5))
    assert first == other
    assert all("1 of 3" in html for html in first.values())


async def test_a_revealed_result_is_sent_to_everybody(hub: Hub, house: House) -> None:
    browsers = await listeners(hub, house)
    await in_thread(vote, house, 0)
    before = await heard_after(hub, browsers, lambda: None)
    after = await heard_after(hub, browsers, lambda: reveal_round(house.fay, house.poll))
    assert all(len(after[door]) > len(before[door]) for door in DOORS)


async def test_who_voted_is_sent_to_nobody_in_the_room_or_on_the_wall(hub: Hub, house: House) -> None:
    browsers = await listeners(hub, house)
    heard = await heard_after(hub, browsers, lambda: vote(house, 0))
    revealed = await heard_after(hub, browsers, lambda: reveal_round(house.fay, house.poll))
    for door in ("room", "screen"):
        said = heard[door] + revealed[door]
        assert said
        assert not any(word in said for word in ("Ada", house.ada.pseudonym, str(house.ada.uid), "ada@"))


async def test_the_wall_hears_that_something_was_said_and_not_what(hub: Hub, house: House) -> None:
    card = await in_thread(bring, house)
    browsers = await listeners(hub, house)
    heard = await heard_after(hub, browsers, lambda: say(house, house.ada, card, "CANARY"))
    assert "CANARY" in heard["room"]
    assert "comment today" in heard["screen"]
    assert "CANARY" not in heard["screen"]
