"""A page in Welsh hears the number alone and asks for its regions itself; all others hear what they heard."""

from typing import Any

import pytest

from tests.live.support import quiet, visit
from tests.live.test_here import NAMES, told
from tests.stagecraft import put
from tests.support import House, make_house
from workshop.live.hub import Hub
from workshop.live.reading import in_thread
from workshop.models.languages import WELSH

pytestmark = pytest.mark.django_db(transaction=True)


async def test_a_push_reaches_a_welsh_page_as_its_number_alone(
    hub: Hub, transactional_db: None, settings: Any
) -> None:
    settings.WELSH = True
    house: House = await in_thread(make_house, 2)
    room = f"/ws/w/{house.workshop.slug}/room/"
    english = await visit(hub, house.ada, room)
    welsh = await visit(hub, house.others[0], room, language=WELSH)
    facilitates = await visit(hub, house.fay, room, language=WELSH)
    for browser in (english, welsh, facilitates):
        await browser.until("hello")
    await quiet(hub)
    for browser in (english, welsh, facilitates):
        browser.heard()
    await in_thread(put, house, "welcome")
    push = await english.until("push")
    assert (await facilitates.until("push")) == push
    beat = await welsh.until("beat")
    assert (beat["seq"], "html" in beat) == (push["seq"], False)
    await quiet(hub)
    assert not [frame for frame in welsh.heard() if frame["type"] == "push"]


async def test_who_is_here_is_told_in_the_language_of_the_page(
    hub: Hub, transactional_db: None, settings: Any
) -> None:
    settings.WELSH = True
    house: House = await in_thread(make_house, 2)
    room = f"/ws/w/{house.workshop.slug}/room/"
    english = await visit(hub, house.ada, room)
    welsh = await visit(hub, house.others[0], room, language=WELSH)
    for browser in (english, welsh):
        await browser.until("hello")
    await quiet(hub)
    assert "2 here now" in told(english)
    said = told(welsh)
    assert "2 yma nawr" in said
    assert all(name in said for name in NAMES[:2])
