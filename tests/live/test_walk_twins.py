"""The rules of the walk from a change to the screens, each with its twin: without the rule, it goes wrong."""

from typing import Any

import pytest
from django.db import transaction

from tests.live.support import Browser, idle, quiet, settle, visit
from tests.support import House, make_house
from workshop.actions.links import revoke_links
from workshop.actions.rounds import Vote, cast_ballots, open_round
from workshop.live import doors, fragments, pacing, publishing
from workshop.live.changes import Changes
from workshop.live.hub import Hub
from workshop.live.reading import in_thread
from workshop.models.audiences import PARTICIPANTS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with three leaders and an open poll."""
    house = make_house(3)
    open_round(house.fay, house.poll)
    return house


async def at(hub: Hub, house: House, who: int = 0) -> Browser:
    """Open a leader's socket in the room and hear out what comes first."""
    browser = await visit(hub, house.leaders[who], f"/ws/w/{house.workshop.slug}/room/")
    await browser.until("hello")
    await quiet(hub)
    browser.heard()
    return browser


def vote(house: House) -> None:
    """Have Ada nominate a card."""
    cast_ballots(house.poll, [Vote(house.ada, frozenset([str(house.cards[0].uid)]))])


@pytest.mark.parametrize("asks", [True, False])
async def test_who_was_shown_out_hears_nothing_after_the_beat(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch, asks: bool
) -> None:
    ada = await at(hub, house)
    await in_thread(lambda: revoke_links(house.fay, house.ada))
    if not asks:
        monkeypatch.setattr(doors, "expelled", lambda workshop_id, places: set())
    await hub.subscriptions[house.workshop.pk].beat()
    await settle(50)
    ada.heard()
    await in_thread(lambda: vote(house))
    await quiet(hub)
    assert bool(ada.heard()) is not asks


async def for_each(hub: Hub, workshop_id: int, changes: Changes) -> float:
    """The twin that makes a push of its own for each socket."""
    for _ in hub.subscriptions[workshop_id].sockets[PARTICIPANTS]:
        await publishing.publish(hub, workshop_id, changes)
    return 0.0


@pytest.mark.parametrize(("send", "renders"), [(None, 1), (for_each, 3)])
async def test_a_push_is_rendered_once_however_many_listen(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch, send: Any, renders: int
) -> None:
    browsers = [await at(hub, house, who) for who in range(3)]
    rendered, render = list[str](), fragments.render

    def counted(workshop_id: int, wanted: Any) -> dict[str, str]:
        rendered.extend(
            {"tally"} & set(wanted.get(PARTICIPANTS, ()))
        )  # who is here is told too, when it will
        return render(workshop_id, wanted)

    monkeypatch.setattr(publishing, "render", counted)
    if send:
        monkeypatch.setattr(pacing.pacer, "send", lambda pk, changes: send(hub, pk, changes))
    await in_thread(lambda: vote(house))
    await idle()
    assert len(rendered) == renders
    for browser in browsers:
        assert (await browser.until("push"))["html"]


@pytest.mark.parametrize("waits", [True, False])
async def test_what_is_rolled_back_is_told_to_nobody(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch, waits: bool
) -> None:
    ada = await at(hub, house)
    if not waits:
        monkeypatch.setattr(transaction, "on_commit", lambda work, **_: work())

    def vote_in_vain() -> None:
        with transaction.atomic():
            vote(house)
            transaction.set_rollback(True)

    await in_thread(vote_in_vain)
    await quiet(hub)
    assert bool([frame for frame in ada.heard() if frame["type"] == "push"]) is not waits


@pytest.mark.parametrize("tells", [True, False])
async def test_what_a_server_that_died_owed_is_told_to_the_first_who_comes_back(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch, tells: bool
) -> None:
    await in_thread(lambda: vote(house))  # nobody listens here: the push of another process, which died
    await idle()
    if not tells:
        monkeypatch.setattr(pacing, "catch_up", lambda workshop_id: None)
    ada = await visit(hub, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    await ada.until("hello")
    await quiet(hub)
    assert bool([frame for frame in ada.heard() if frame["type"] == "push"]) is tells
