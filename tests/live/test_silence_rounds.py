"""Who must not hear of a further round: where people put a card is in no frame before the reveal."""

from functools import partial

import pytest

from tests.live.test_silence import DOORS, heard_after, listeners
from tests.rounds import asked, give_poles, mark
from tests.support import House, make_house
from workshop.actions.rounds import reveal_round
from workshop.actions.sort import place_card
from workshop.actions.stage import move_stage
from workshop.live.hub import Hub
from workshop.live.reading import in_thread
from workshop.models import Round, Workshop

pytestmark = pytest.mark.django_db(transaction=True)
CANARY = "a canary in the reason"
LIVE = ("room", "desk", "screen")


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop, names hidden, with three leaders."""
    return make_house(3, promise=Workshop.Promise.HIDDEN)


def staged(house: House, kind: str) -> Round:
    """Open a further round on the stage."""
    round = asked(house, kind)
    house.workshop.refresh_from_db()
    move_stage(house.fay, round.steps.get(), house.workshop.step_rev)
    return round


async def test_where_somebody_puts_a_card_is_sent_to_nobody(hub: Hub, house: House) -> None:
    round, cards = await in_thread(staged, house, "sort"), await in_thread(lambda: house.cards)
    browsers = await listeners(hub, house)
    heard = []
    for card, zone in ((0, "inner"), (0, "outer"), (5, "unplaced")):
        act = partial(place_card, house.ada, round, cards[card], zone, reason=CANARY)
        heard.append(await heard_after(hub, browsers, act))
    assert heard[0] == heard[1] == heard[2]
    assert all("1 of 3" in heard[0][door] for door in LIVE)
    assert not any(CANARY in html for html in heard[0].values())
    revealed = await heard_after(hub, browsers, lambda: reveal_round(house.fay, round))
    assert all(CANARY not in html and "Ada" not in html for door, html in revealed.items() if door != "desk")
    assert all(len(revealed[door]) > len(heard[0][door]) for door in DOORS)


async def test_where_somebody_marks_a_line_is_sent_to_nobody(hub: Hub, house: House) -> None:
    await in_thread(give_poles, house, 1, 2)
    round = await in_thread(staged, house, "spectrum")
    browsers = await listeners(hub, house)
    heard = []
    for now, want in ((0, 100), (100, None), (50, 50)):
        act = partial(mark, house, house.ada, round, 1, now, want)
        heard.append(await heard_after(hub, browsers, act))
    assert heard[0] == heard[1] == heard[2]
    assert all("1 of 3" in heard[0][door] for door in LIVE)
    assert not any("dot-" in html for html in heard[0].values())
    for seat in house.others:
        await in_thread(mark, house, seat, round, 1, 0, 100)
    revealed = await heard_after(hub, browsers, lambda: reveal_round(house.fay, round))
    assert all("2 of 3 want to move" in revealed[door] for door in LIVE)
