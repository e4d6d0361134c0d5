"""The third promise on pages: said before, asked about at the close, and kept after it."""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.stagecraft import page, put, send
from tests.support import House, client_of, make_house
from tests.unlinked import full_house
from workshop.actions.rounds import open_round
from workshop.actions.workshops import close_workshop
from workshop.models import Seat, Workshop

pytestmark = pytest.mark.django_db
BEFORE = "When the workshop closes, the link between you and what you"
AFTER = "the link between people and what they wrote and chose was destroyed"


def shown(house: House, seat: Seat, name: str, **parts: object) -> str:
    """Return a page as a seat is sent it."""
    answer = client_of(seat).get(reverse(name, kwargs={"slug": house.workshop.slug, **parts}))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    ("name", "parts"), [("pack", {}), ("consent", {}), ("sort", {"number": 1}), ("ballot", {"number": 2})]
)
def test_each_page_where_somebody_writes_or_chooses_says_what_the_close_does(
    name: str, parts: dict[str, object]
) -> None:
    for promise, says in (("unlinked", True), ("hidden", False)):
        house = make_house_again(promise)
        open_round(house.fay, house.poll)
        assert (BEFORE in shown(house, house.ada, name, **parts)) is says


def make_house_again(promise: str) -> House:
    """Return a workshop with this promise, beside those that are there."""
    from workshop.models import User

    User.objects.all().delete()
    return make_house(promise=promise)


@pytest.mark.parametrize("kind", ["welcome", "card", "poll"])
def test_the_room_says_it_beside_what_is_written_there(kind: str) -> None:
    house = full_house()
    if kind != "poll":
        put(house, kind)
    assert BEFORE in page(house, house.ada)


def test_the_close_asks_first_and_says_what_nobody_can_do_any_more() -> None:
    house = make_house(promise="unlinked")
    put(house, "welcome")
    for asked in (send(house, house.fay, "workshop-closing", {}).content.decode(), step_to_close(house)):
        assert "nobody can take back or take out what one person wrote" in asked
        assert "you included" in asked
    send(house, house.fay, "workshop-closing", {"confirmed": "1"})
    assert Workshop.objects.get(pk=house.workshop.pk).is_unlinked


def step_to_close(house: House) -> str:
    """Return the desk at its last step, where its button asks first as well."""
    put(house, "close")
    return page(house, house.fay, "desk")


@pytest.mark.parametrize("who", ["ada", "fay"])
def test_after_the_close_every_page_says_so_and_no_name_stands_by_any_words(who: str) -> None:
    house = full_house()
    close_workshop(house.fay)
    seat = Seat.objects.get(pk=getattr(house, who).pk)
    results = shown(house, seat, "results")
    assert AFTER in results
    assert "Said 0" in results
    for name in ("results", "synthesis", "lineage"):
        found = re.sub(r"<(header|nav)[ >].*?</\1>", "", shown(house, seat, name))
        assert re.findall(r"\b(?:Ada|Ben|Cem|Dot|Eve)\b", found) == []


@pytest.mark.parametrize(
    "name", ["workshop", "room", "pack", "consent", "results", "synthesis", "lineage", "ground-rules"]
)
def test_pages_of_the_group_open_after_the_close(name: str) -> None:
    house = full_house()
    close_workshop(house.fay)
    for seat in (house.ada, house.fay, house.others[0]):
        answer = client_of(Seat.objects.get(pk=seat.pk)).get(
            reverse(name, kwargs={"slug": house.workshop.slug}), follow=True
        )
        assert answer.status_code in (200, 403, 405), name


@pytest.mark.parametrize(("name", "parts"), [("pack", {}), ("pack-finish", {}), ("sort", {"number": 1})])
def test_no_page_says_of_ones_own_answers_that_there_are_none(name: str, parts: dict[str, object]) -> None:
    house = full_house()
    close_workshop(house.fay)
    answer = client_of(house.ada).get(reverse(name, kwargs={"slug": house.workshop.slug, **parts}))
    assert answer.status_code == 302
    assert answer["Location"].endswith("/room/")


def test_the_page_of_people_says_of_nobody_how_far_they_came() -> None:
    house = full_house()
    close_workshop(house.fay)
    for name in ("people", "overview"):
        found = shown(house, house.fay, name)
        assert "Not opened" not in found
        assert "not begun" not in found


@pytest.mark.parametrize("name", ["overview", "people", "rounds", "desk", "setup", "proxies", "preparation"])
def test_pages_of_facilitators_open_after_the_close(name: str) -> None:
    house = full_house()
    close_workshop(house.fay)
    assert client_of(house.fay).get(reverse(name, kwargs={"slug": house.workshop.slug})).status_code == 200


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_a_demonstration_can_be_made_with_each_promise(promise: str) -> None:
    call_command("demo", promise=promise, json=True)
    assert Workshop.objects.get(purpose="demo").promise == promise
