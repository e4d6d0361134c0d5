"""The walk: somebody votes, and every screen shows it; nobody hears what is not for them."""

from typing import Any

import pytest
from django.db import transaction

from tests.live.support import Browser, idle, quiet, visit
from tests.support import House, make_house
from workshop.actions.kit import take_numbers
from workshop.actions.rounds import Vote, cast_ballots, open_round, reveal_round
from workshop.live import announce, pacing, publishing
from workshop.live.hub import Hub
from workshop.live.numbers import seq_of
from workshop.live.reading import in_thread
from workshop.models import Ballot
from workshop.models.audiences import PARTICIPANTS, SCREEN

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with three leaders and an open poll."""
    house = make_house(3)
    open_round(house.fay, house.poll)
    return house


@pytest.fixture(autouse=True)
def _plain_fragments(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fragment that says for whom it is and how many have voted."""

    def plain(workshop_id: int, wanted: dict[str, set[str]]) -> dict[str, str]:
        votes = Ballot.objects.filter(round__workshop_id=workshop_id).count()
        return {
            audience: f"{audience} {votes} {' '.join(sorted(names))}" for audience, names in wanted.items()
        }

    monkeypatch.setattr(publishing, "render", plain)


def vote(house: House, who: int = 0) -> Any:
    """Cast one leader's ballot for the first card."""
    return cast_ballots(house.poll, [Vote(house.leaders[who], frozenset([str(house.cards[0].uid)]))])


async def at(hub: Hub, house: House, door: str, seat: Any) -> Browser:
    """Open a socket and wait until it is quiet."""
    browser = await visit(hub, seat, f"/ws/w/{house.workshop.slug}/{door}/")
    await browser.until("hello")
    await quiet(hub)
    browser.heard()
    return browser


async def last_push(browser: Browser, html: str) -> dict[str, Any]:
    """Wait for the push with these words."""
    while (push := await browser.until("push"))["html"] != html:
        pass
    return push


async def test_a_vote_reaches_every_audience_as_its_own_fragment(hub: Hub, house: House) -> None:
    doors = {"room": house.ada, "desk": house.fay, "screen": house.fay}
    browsers = {door: await at(hub, house, door, seat) for door, seat in doors.items()}
    await in_thread(vote, house)
    assert await last_push(browsers["room"], "participants 1 tally")
    assert await last_push(browsers["desk"], "facilitators 1 controls tally")
    assert await last_push(browsers["screen"], "screen 1 tally")


async def test_each_push_starts_where_the_one_before_ended(hub: Hub, house: House) -> None:
    browser = await at(hub, house, "room", house.ada)
    held = await in_thread(seq_of, house.workshop.pk, PARTICIPANTS)
    for who in range(3):
        await in_thread(vote, house, who)
        push = await browser.until("push")
        assert push["since"] <= held < push["seq"]
        held = push["seq"]
    assert held == await in_thread(seq_of, house.workshop.pk, PARTICIPANTS)


async def test_a_change_with_a_number_is_pushed_under_it(hub: Hub, house: House) -> None:
    browser = await at(hub, house, "screen", house.ada)
    await in_thread(lambda: reveal_round(house.fay, house.poll))
    push = await last_push(
        browser, "screen 0 agenda begun comments controls gestures hands here stage tally timer where"
    )
    assert push["seq"] == await in_thread(seq_of, house.workshop.pk, SCREEN)


async def test_what_facilitators_do_is_no_hint_for_participants(hub: Hub, house: House) -> None:
    desk, room = await at(hub, house, "desk", house.fay), await at(hub, house, "room", house.ada)
    await in_thread(announce.pack_touched, house.workshop.pk, take_numbers)
    assert await last_push(desk, "facilitators 0 comments controls packs")
    await quiet(hub)
    assert room.heard() == []


async def test_another_workshop_hears_nothing(hub: Hub, house: House) -> None:
    ada = await at(hub, house, "room", house.ada)
    zed = await visit(hub, house.zed, f"/ws/w/{house.zoe.workshop.slug}/room/")
    await quiet(hub)
    zed.heard()
    await in_thread(vote, house)
    await last_push(ada, "participants 1 tally")
    await quiet(hub)
    assert zed.heard() == []


async def test_a_rollback_announces_nothing(hub: Hub, house: House) -> None:
    browser = await at(hub, house, "room", house.ada)

    def vote_in_vain() -> None:
        with transaction.atomic():
            vote(house)
            transaction.set_rollback(True)

    await in_thread(vote_in_vain)
    await quiet(hub)
    assert browser.heard() == []
    await in_thread(vote, house, 1)
    assert await last_push(browser, "participants 1 tally")


async def test_a_layer_that_is_down_fails_no_vote(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await at(hub, house, "room", house.ada)

    async def refuse(layer: Any, group: str, message: dict[str, Any]) -> None:
        raise ConnectionRefusedError("the layer is down")

    monkeypatch.setattr(type(hub.layer), "group_send", refuse, raising=False)
    (answer,) = await in_thread(vote, house)
    assert isinstance(answer, Ballot)
    assert await browser.until("bye") == {"type": "bye", "why": "layer", "retry_after": 5.0}
    assert (await browser.until("close"))["code"] == 1013


async def test_a_fragment_that_cannot_be_rendered_fails_no_vote(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    browser = await at(hub, house, "room", house.ada)

    def fail(*_: Any) -> str:
        raise ValueError("a broken template")

    monkeypatch.setattr(publishing, "render", fail)
    monkeypatch.setattr(pacing, "RETRY", 0.0)
    before = await in_thread(seq_of, house.workshop.pk, PARTICIPANTS)
    (answer,) = await in_thread(vote, house)
    assert isinstance(answer, Ballot)
    await idle()
    assert browser.heard() == []
    # The number was taken, so the next beat tells every page to look again.
    assert await in_thread(seq_of, house.workshop.pk, PARTICIPANTS) > before
    assert "broken template" in caplog.text


def test_a_command_without_a_server_neither_fails_nor_waits(house: House) -> None:
    before = seq_of(house.workshop.pk, PARTICIPANTS)
    (answer,) = vote(house)
    assert isinstance(answer, Ballot)
    assert seq_of(house.workshop.pk, PARTICIPANTS) == before + 1
