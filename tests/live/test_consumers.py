"""Who may open which socket, what it hears first, and when it is closed."""

from collections.abc import Callable
from typing import Any

import pytest
from channels.testing import WebsocketCommunicator
from django.utils import timezone

from tests.live.support import Browser, settle, visit
from tests.support import House, make_house
from workshop.actions.links import mint_link, revoke_links
from workshop.live import fragments
from workshop.live.build import build
from workshop.live.hub import Hub
from workshop.live.numbers import seq_of
from workshop.live.reading import in_thread
from workshop.models import Link, Seat, Workshop
from workshop.models.audiences import FACILITATORS, PARTICIPANTS, SCREEN

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada and Ben."""
    return make_house(2)


@pytest.fixture(autouse=True)
def _plain_fragments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fragments that name themselves, so that these tests are about the line alone."""

    def plain(workshop: Workshop, audience: str, name: str) -> str:
        return f'<p id="live-{name}">{audience}</p>'

    monkeypatch.setattr(fragments, "_render", plain)


async def first(hub: Hub, seat: Seat | None, path: str) -> dict[str, Any]:
    """Return the first frame that somebody hears at an address."""
    browser = await visit(hub, seat, path)
    return await browser.frame()


WHO = {
    "nobody": lambda house: None,
    "ada": lambda house: house.ada,
    "fay": lambda house: house.fay,
    "zed": lambda house: house.zed,
    "zoe": lambda house: house.zoe,
}
ROWS = [
    ("room", "nobody", None),
    ("room", "zed", None),
    ("room", "zoe", None),
    ("room", "ada", PARTICIPANTS),
    ("room", "fay", PARTICIPANTS),
    ("desk", "nobody", None),
    ("desk", "ada", None),
    ("desk", "zed", None),
    ("desk", "zoe", None),
    ("desk", "fay", FACILITATORS),
    ("screen", "nobody", None),
    ("screen", "zed", None),
    ("screen", "ada", SCREEN),
    ("screen", "fay", SCREEN),
]


@pytest.mark.parametrize(("door", "who", "audience"), ROWS)
async def test_each_door_lets_in_whom_it_should(
    hub: Hub, house: House, door: str, who: str, audience: str | None
) -> None:
    seat: Callable[[House], Seat | None] = WHO[who]
    frame = await first(hub, seat(house), f"/ws/w/{house.workshop.slug}/{door}/")
    if audience is None:
        assert frame == {"type": "close", "code": 4403}
        assert hub.count() == 0
    else:
        assert frame["type"] == "hello"
        assert len(hub.subscriptions[house.workshop.pk].sockets[audience]) == 1


async def test_the_desk_is_shut_for_a_chair_who_takes_part(hub: Hub, house: House) -> None:
    await in_thread(Workshop.objects.filter(pk=house.workshop.pk).update, chair=house.ada)
    assert await first(hub, house.ada, f"/ws/w/{house.workshop.slug}/desk/") == {
        "type": "close",
        "code": 4403,
    }


async def test_who_has_not_agreed_to_take_part_hears_nothing(hub: Hub, house: House) -> None:
    await in_thread(house.ada.consents.all().delete)
    assert await first(hub, house.ada, f"/ws/w/{house.workshop.slug}/room/") == {
        "type": "close",
        "code": 4403,
    }


async def test_a_wall_screen_comes_in_by_its_link_until_it_is_revoked(hub: Hub, house: House) -> None:
    secret = await in_thread(mint_link, house.fay, house.fay, Link.Purpose.SCREEN)
    browser = await visit(hub, None, f"/ws/screen/{secret}/")
    assert (await browser.frame())["type"] == "hello"
    await in_thread(revoke_links, house.fay, house.fay)
    assert await first(hub, None, f"/ws/screen/{secret}/") == {"type": "close", "code": 4403}
    await hub.subscriptions[house.workshop.pk].beat()
    assert (await browser.until("close"))["code"] == 4403


async def test_a_personal_link_opens_no_wall_screen(hub: Hub, house: House) -> None:
    secret = await in_thread(mint_link, house.ada, house.ada)
    assert await first(hub, None, f"/ws/screen/{secret}/") == {"type": "close", "code": 4403}


async def test_a_page_of_another_site_is_refused(house: House) -> None:
    from config.asgi import application

    headers = [(b"host", b"testserver"), (b"origin", b"http://evil.example")]
    browser = WebsocketCommunicator(application, f"/ws/w/{house.workshop.slug}/room/", headers=headers)
    assert await browser.connect() == (False, 4403)


async def test_an_address_that_leads_nowhere_is_closed(hub: Hub) -> None:
    assert await Browser(hub, "/ws/elsewhere/", []).connect() == (False, 4403)


async def test_hello_says_the_number_the_spread_and_the_build(hub: Hub, house: House) -> None:
    frame = await first(hub, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    seq = await in_thread(seq_of, house.workshop.pk, PARTICIPANTS)
    assert frame["seq"] in (seq, seq - 1)  # the first socket has the tally told again, under a new number
    assert (frame["spread"], frame["build"]) == (0.25, build())


async def test_whoever_sends_anything_is_closed(hub: Hub, house: House) -> None:
    browser = await visit(hub, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    await browser.until("hello")
    await browser.send_to(text_data='{"type": "vote"}')
    assert await browser.until("close") == {"type": "close", "code": 1003}
    assert hub.count() == 0


REMOVALS: list[Callable[[House], Any]] = [
    lambda house: Seat.objects.filter(pk=house.ada.pk).update(removed_at=timezone.now()),
    lambda house: revoke_links(house.fay, house.ada),
]


@pytest.mark.parametrize("remove", REMOVALS)
async def test_a_seat_that_was_removed_is_closed_at_the_beat_and_the_others_stay(
    hub: Hub, house: House, remove: Callable[[House], Any]
) -> None:
    path = f"/ws/w/{house.workshop.slug}/room/"
    ada, ben = await visit(hub, house.ada, path), await visit(hub, house.others[0], path)
    await ada.until("hello"), await ben.until("hello")
    await in_thread(remove, house)
    await hub.subscriptions[house.workshop.pk].beat()
    assert await ada.until("bye") == {"type": "bye", "why": "gone", "retry_after": 0}
    assert await ada.until("close") == {"type": "close", "code": 4403}
    assert (await ben.until("beat"))["type"] == "beat"
    assert hub.count() == 1


async def test_a_facilitator_who_is_one_no_more_hears_nothing_at_the_desk(hub: Hub, house: House) -> None:
    browser = await visit(hub, house.fay, f"/ws/w/{house.workshop.slug}/desk/")
    await browser.until("hello")
    await in_thread(Seat.objects.filter(pk=house.fay.pk).update, role=Seat.Role.OBSERVER)
    await hub.subscriptions[house.workshop.pk].beat()
    assert (await browser.until("close"))["code"] == 4403


async def test_who_closes_the_page_is_forgotten(hub: Hub, house: House) -> None:
    browser = await visit(hub, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    await browser.until("hello")
    await browser.disconnect()
    await settle()
    assert hub.count() == 0
