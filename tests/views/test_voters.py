"""Whoever may not vote alone may not vote with others either, and is told the same."""

from collections.abc import Callable

import pytest
from django.conf import settings

from tests.stagecraft import put
from tests.support import House, make_house
from tests.views.two_doors import TOKEN, both, cookies_of
from workshop.actions.consents import answer_consents
from workshop.models import Ballot, Link, Seat
from workshop.models.consents import asked_of
from workshop.models.passes import pass_name

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    put(house, "poll")
    return house


def no_consent(house: House) -> dict[str, str]:
    """Ada takes back that she agreed."""
    answer_consents(house.ada, {str(item.uid): False for item, _given in asked_of(house.ada)})
    return cookies_of(house.ada)


def removed(house: House) -> dict[str, str]:
    """Ada's seat is taken away."""
    cookies = cookies_of(house.ada)
    Seat.objects.filter(pk=house.ada.pk).update(removed_at="2026-01-01T00:00Z")
    return cookies


def revoked(house: House) -> dict[str, str]:
    """Ada's link has ended."""
    cookies = cookies_of(house.ada)
    Link.objects.filter(seat=house.ada).update(revoked_at="2026-01-01T00:00Z")
    return cookies


def forged(house: House) -> dict[str, str]:
    """Somebody wrote a pass themselves."""
    name = pass_name(house.workshop.slug)
    return cookies_of(house.ada) | {name: f"{cookies_of(house.ada)[name]}x"}


def observer(house: House) -> dict[str, str]:
    """Ada only watches."""
    Seat.objects.filter(pk=house.ada.pk).update(role="observer")
    return cookies_of(house.ada)


def of_another_workshop(house: House) -> dict[str, str]:
    """Zed's pass under this workshop's name."""
    theirs = cookies_of(house.zed)[pass_name(house.zoe.workshop.slug)]
    return {pass_name(house.workshop.slug): theirs, settings.CSRF_COOKIE_NAME: TOKEN}


WHO: dict[Callable[[House], dict[str, str]], int] = {
    no_consent: 403,
    removed: 404,
    revoked: 404,
    forged: 404,
    observer: 403,
    of_another_workshop: 404,
    lambda house: {settings.CSRF_COOKIE_NAME: TOKEN}: 404,
    lambda house: cookies_of(house.fay): 403,
    lambda house: cookies_of(house.fay) | cookies_of(house.ada): 200,
    lambda house: {**cookies_of(house.ada), settings.CSRF_COOKIE_NAME: ""}: 403,
    lambda house: {**cookies_of(house.ada), settings.CSRF_COOKIE_NAME: "b" * 32}: 403,
}


@pytest.mark.parametrize(("who", "status"), WHO.items())
def test_both_doors_let_the_same_people_in(
    house: House, who: Callable[[House], dict[str, str]], status: int
) -> None:
    assert both(house, who(house)) == status
    assert Ballot.objects.filter(round=house.poll).count() == (status == 200)
