"""A page of another site opens no socket, whoever's browser it is; without the rule at the door it would."""

import pytest
from channels.routing import URLRouter
from channels.sessions import CookieMiddleware
from channels.testing import WebsocketCommunicator

from config import origin
from config.origin import OwnOrigin
from tests.live.support import cookies_of
from tests.support import House, make_house
from workshop.live.hub import Hub
from workshop.live.reading import in_thread
from workshop.live.routing import doors as routes

pytestmark = pytest.mark.django_db(transaction=True)
OWN = "http://testserver"
WRONG = {
    "another site": "http://evil.example",
    "our name in another's": "http://testserver.evil.example",
    "another scheme": "https://testserver",
    "another port": "http://testserver:8000",
    "a page without an origin": "null",
    "no header": "",
}


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada and Ben."""
    return make_house(2)


async def knock(hub: Hub, house: House, sent: str) -> tuple[bool, int | str | None]:
    """Let a page of some origin open the room's socket with Ada's own cookies."""
    headers = [(b"host", b"testserver"), *await in_thread(cookies_of, house.ada)]
    headers += [(b"origin", sent.encode())] if sent else []
    door = OwnOrigin(CookieMiddleware(URLRouter(routes(hub))))
    path = f"/ws/w/{house.workshop.slug}/room/"
    return await WebsocketCommunicator(door, path, headers=headers).connect()


async def test_a_page_of_ours_comes_in(hub: Hub, house: House) -> None:
    assert (await knock(hub, house, OWN))[0] is True


@pytest.mark.parametrize("sent", WRONG.values(), ids=WRONG)
async def test_a_page_of_another_origin_is_refused_at_the_door(hub: Hub, house: House, sent: str) -> None:
    assert await knock(hub, house, sent) == (False, 4403)


@pytest.mark.parametrize("sent", WRONG.values(), ids=WRONG)
async def test_without_the_rule_another_origin_would_come_in(
    hub: Hub, house: House, sent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origin, "is_own", lambda scope: True)
    assert (await knock(hub, house, sent))[0] is True
