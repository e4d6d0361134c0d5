"""Many who come at once are let in together, and nobody who would not be let in alone."""

import asyncio
import threading
from collections.abc import Callable, Collection
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from tests.support import House, agree, client_of, make_house
from workshop.actions.consents import answer_consents
from workshop.live.doors import Knock, place_at, places_at
from workshop.live.gathered import Gathered
from workshop.models import Link, Seat
from workshop.models.consents import asked_of
from workshop.models.passes import pass_name


def decline(house: House) -> None:
    """Ada takes back that she agreed."""
    answer_consents(house.ada, {str(item.uid): False for item, _given in asked_of(house.ada)})


CHANGES: dict[str, Callable[[House], Any]] = {
    "nothing": lambda house: None,
    "consent": decline,
    "removed": lambda house: Seat.objects.filter(pk=house.ada.pk).update(removed_at=timezone.now()),
    "revoked": lambda house: Link.objects.filter(seat=house.ada).update(revoked_at=timezone.now()),
    "expired": lambda house: Link.objects.filter(seat=house.ada).update(expires_at=timezone.now()),
    "observer": lambda house: Seat.objects.filter(pk=house.ada.pk).update(role="observer"),
    "a facilitator": lambda house: Seat.objects.filter(pk=house.ada.pk).update(role="facilitator"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("door", ["room", "pack", "screen"])
def test_each_gets_the_place_that_they_would_get_alone(door: str, change: Callable[[House], Any]) -> None:
    house = make_house(leaders=3)
    slug = house.workshop.slug
    passes = [client_of(seat).cookies[pass_name(slug)].value for seat in house.leaders]
    theirs = client_of(house.zed).cookies[pass_name(house.zoe.workshop.slug)].value
    keys = [*passes, theirs, "forged", f"{passes[0]}x"]
    change(house)
    alone = {key: place_at(door, slug, {pass_name(slug): key}, AnonymousUser()) for key in keys}
    assert len([place for place in alone.values() if place]) >= 2
    together = places_at({Knock(door, slug, key) for key in keys})
    assert {knock.key: place for knock, place in together.items()} == {k: p for k, p in alone.items() if p}


@pytest.mark.django_db
def test_those_of_two_workshops_are_told_apart() -> None:
    house = make_house(leaders=1)
    seats = {house.workshop.slug: house.ada, house.zoe.workshop.slug: house.zed}
    keys = {slug: client_of(seat).cookies[pass_name(slug)].value for slug, seat in seats.items()}
    asked = {Knock("room", slug, key) for slug in seats for key in keys.values()}
    agree(house.zed)
    found = {knock: place.seat_id for knock, place in places_at(asked).items()}
    assert found == {Knock("room", slug, keys[slug]): seat.pk for slug, seat in seats.items()}


class Work:
    """Looks up words; the first time it waits until it may go on."""

    def __init__(self) -> None:
        self.groups: list[set[str]] = []
        self.entered, self.may_go = threading.Event(), threading.Event()

    def __call__(self, keys: Collection[str]) -> dict[str, str]:
        self.groups.append(set(keys))
        self.entered.set()
        assert self.may_go.wait(10)
        if "bad" in keys:
            raise ValueError("no")
        return {key: key.upper() for key in keys if key != "gone"}


async def ask_at_once(work: Work, first: str, *rest: str) -> list[Any]:
    """Have one looked up while others come; return each answer, or what was raised."""
    gathered = Gathered(work)
    tasks = [asyncio.create_task(gathered(first))]
    assert await asyncio.to_thread(work.entered.wait, 10)
    tasks += [asyncio.create_task(gathered(key)) for key in rest]
    while len(gathered.waiting) < len(rest):
        await asyncio.sleep(0)
    work.may_go.set()
    return await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.django_db(transaction=True)
async def test_what_is_asked_meanwhile_is_looked_up_together() -> None:
    work = Work()
    assert await ask_at_once(work, "ada", "ben", "gone", "ben") == ["ADA", "BEN", None, "BEN"]
    assert work.groups == [{"ada"}, {"ben", "gone"}]


@pytest.mark.django_db(transaction=True)
async def test_what_fails_is_told_to_those_who_asked_for_it_and_to_no_other() -> None:
    first, *rest = await ask_at_once(Work(), "ada", "bad", "ben")
    assert first == "ADA"
    assert [type(answer) for answer in rest] == [ValueError, ValueError]


@pytest.mark.django_db(transaction=True)
async def test_who_leaves_meanwhile_holds_up_nobody() -> None:
    work = Work()
    gathered = Gathered(work)
    gone, stays = asyncio.create_task(gathered("ada")), asyncio.create_task(gathered("ben"))
    assert await asyncio.to_thread(work.entered.wait, 10)
    gone.cancel()
    work.may_go.set()
    assert await stays == "BEN"
