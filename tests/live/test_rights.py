"""A beat ends whoever may no longer listen, says nothing more to them, and lets everybody else be."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from tests.live.support import Browser, quiet, visit
from tests.support import House, agree, make_house
from workshop.actions.consent_items import change_item, item_print, write_item
from workshop.actions.links import mint_link, revoke_links
from workshop.actions.rounds import open_round
from workshop.live import doors
from workshop.live.doors import Place
from workshop.live.hub import Hub
from workshop.live.reading import in_thread
from workshop.models import Link, Seat, User
from workshop.models.audiences import FACILITATORS, PARTICIPANTS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada and Ben."""
    return make_house(2)


def add_item(house: House, *, required: bool = False) -> None:
    """Ask everybody to agree to one more thing."""
    write_item(house.fay, uid=uuid.uuid4(), text="The room is recorded", required=required)


def reword_item(house: House) -> None:
    """Change the words of the first thing that was agreed to."""
    item = house.workshop.consent_items.all()[0]
    change_item(house.fay, item, seen=item_print(item), text="Other words", required=item.required)


def only_ben_agrees(act: Callable[[House], None]) -> Callable[[House], None]:
    """Ask for consent again; Ben answers, Ada does not."""

    def ask(house: House) -> None:
        act(house)
        agree(house.others[0])

    return ask


def decline(house: House) -> None:
    """Have Ada take back what nobody can take part without."""
    item = house.workshop.consent_items.filter(required=True)[0]
    house.ada.consents.create(item=item, answer=False)


def expire(house: House) -> None:
    """Let Ada's links run out."""
    house.ada.links.update(expires_at=timezone.now())


LOSSES: list[Callable[[House], Any]] = [
    only_ben_agrees(add_item),
    only_ben_agrees(reword_item),
    decline,
    expire,
    lambda house: revoke_links(house.fay, house.ada),
]


async def seated(hub: Hub, house: House) -> dict[str, Browser]:
    """Open the sockets of Ada, Ben and Fay, and hear out what they are told first."""
    room, desk = (f"/ws/w/{house.workshop.slug}/{door}/" for door in ("room", "desk"))
    seats = {"ada": (house.ada, room), "ben": (house.others[0], room), "fay": (house.fay, desk)}
    browsers = {name: await visit(hub, seat, path) for name, (seat, path) in seats.items()}
    await quiet(hub)
    for browser in browsers.values():
        browser.heard()
    return browsers


async def beat(hub: Hub, house: House) -> None:
    """Let a beat come, then something happen that everybody in the room hears."""
    await hub.subscriptions[house.workshop.pk].beat()
    await quiet(hub)
    await in_thread(lambda: open_round(house.fay, house.poll))
    await quiet(hub)


@pytest.mark.parametrize("lose", LOSSES)
async def test_who_loses_the_right_to_listen_hears_farewell_and_the_others_the_news(
    hub: Hub, house: House, lose: Callable[[House], Any]
) -> None:
    browsers = await seated(hub, house)
    await in_thread(lose, house)
    await quiet(hub)
    browsers["ada"].heard()
    await beat(hub, house)
    assert [frame["type"] for frame in browsers["ada"].heard()] == ["bye"]
    for stays in ("ben", "fay"):
        assert {"beat", "push"} <= {frame["type"] for frame in browsers[stays].heard()}


async def test_a_facilitator_who_may_no_longer_sign_in_hears_nothing_more(hub: Hub, house: House) -> None:
    browsers = await seated(hub, house)
    await in_thread(User.objects.filter(email="fay@example.org").update, is_active=False)
    await beat(hub, house)
    assert [frame["type"] for frame in browsers["fay"].heard()] == ["bye"]
    assert {"beat", "push"} <= {frame["type"] for frame in browsers["ada"].heard()}


async def test_consent_is_asked_of_participants_alone(hub: Hub, house: House) -> None:
    browsers = await seated(hub, house)
    await in_thread(add_item, house, required=True)
    await beat(hub, house)
    assert {"beat", "push"} <= {frame["type"] for frame in browsers["fay"].heard()}
    assert [frame["type"] for frame in browsers["ben"].heard()] == ["bye"]


def places(house: House) -> set[Place]:
    """Return Fay's place, and one for each leader by a link."""
    user = house.fay.person.user_id if house.fay.person else None
    found = {Place(house.workshop.pk, FACILITATORS, house.fay.pk, house.fay.uid.hex, user_id=user)}
    for seat in house.leaders:
        mint_link(house.fay, seat)
        link = Link.objects.get(seat=seat)
        found.add(Place(house.workshop.pk, PARTICIPANTS, seat.pk, seat.uid.hex, link_id=link.pk))
    return found


@pytest.mark.parametrize("leaders", [1, 12])
def test_a_beat_costs_the_same_for_a_crowd_as_for_a_few(
    leaders: int, django_assert_num_queries: Any, transactional_db: None
) -> None:
    house = make_house(leaders)
    here = places(house)
    Seat.objects.filter(pk=house.ada.pk).update(removed_at=timezone.now())
    with django_assert_num_queries(5):
        gone = doors.expelled(house.workshop.pk, here)
    assert {place.seat_id for place in gone} == {house.ada.pk}
