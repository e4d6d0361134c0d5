"""A day of erasure that is changed after people agreed is told to each of them, until they read it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.support import House, agree, client_of, make_house
from workshop.actions.retention import set_retention
from workshop.actions.workshops import close_workshop
from workshop.exports.own_data import own_document
from workshop.models import Audit, Seat

pytestmark = pytest.mark.django_db
DAY, LATER = date(2031, 5, 4), date(2041, 5, 4)
TITLE = "The day on which everything is erased has changed"
PAGES = ["room/", "my-data/", "pack/information/", "results/"]


@pytest.fixture
def house() -> House:
    """Ada has agreed while everything was to be erased in 2031."""
    house = make_house(leaders=2, agreed=False)
    set_retention(house.fay, DAY)
    agree(house.ada)
    return house


def read(house: House, page: str, seat: Seat | None = None) -> str:
    answer = client_of(seat or house.ada).get(f"/w/{house.workshop.slug}/{page}")
    return " ".join(answer.text.split())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", [LATER, DAY - timedelta(days=300)])
def test_each_page_says_what_it_was_and_what_it_is(house: House, page: str, day: date) -> None:
    assert TITLE not in read(house, page)
    set_retention(house.fay, day)
    close_workshop(house.fay)
    on = f"{timezone.localdate():%-d %B %Y}"
    said = f"On {on} the facilitators changed it from 4 May 2031 to {day:%-d %B %Y}."
    assert said in read(house, page)


def test_it_is_told_until_it_was_read_and_a_day_that_came_back_is_no_change(house: House) -> None:
    set_retention(house.fay, LATER)
    set_retention(house.fay, DAY)
    assert TITLE not in read(house, "my-data/")
    set_retention(house.fay, None)
    assert "the facilitators took the day away, which was 4 May 2031" in read(house, "my-data/")
    ada, way = client_of(house.ada), f"/w/{house.workshop.slug}/pack/information/reading/"
    ada.post(way, {"until": str(DAY)})  # a page from before shows another day, and reads no newer one
    assert TITLE in read(house, "my-data/")
    ada.post(way, {"until": ""})
    assert TITLE not in read(house, "my-data/")
    set_retention(house.fay, LATER)
    assert "the facilitators chose 4 May 2041. No day was set before." in read(house, "my-data/")


def test_who_agrees_later_is_told_nothing_but_what_they_agreed_to(house: House) -> None:
    set_retention(house.fay, LATER)
    assert TITLE not in read(house, "pack/information/", house.others[0])
    agree(house.others[0])
    assert TITLE not in read(house, "my-data/", Seat.objects.get(pk=house.others[0].pk))
    assert TITLE not in read(house, "retention/", house.fay)


def test_the_page_that_one_agreed_on_counts_and_not_the_day_that_came_meanwhile(house: House) -> None:
    ben = house.others[0]
    form = {str(item.uid): "yes" for item in house.workshop.consent_items.all()}
    form |= {"quote": "none", "until": str(DAY)}
    set_retention(house.fay, LATER)
    answer = client_of(ben).post(f"/w/{house.workshop.slug}/pack/information/", form)
    assert answer.status_code == 302
    assert "changed it from 4 May 2031 to 4 May 2041" in read(house, "my-data/", ben)


def test_the_audit_and_ones_own_file_have_both_days(house: House) -> None:
    set_retention(house.fay, LATER)
    said = read(house, "audit/", house.fay)
    assert "changed the day of erasure from 4 May 2031 to 4 May 2041" in said
    line = Audit.objects.filter(slug=house.workshop.slug, verb="retention_set").latest("n")
    assert line.ids == {"until": str(LATER), "was": str(DAY)}
    seat = own_document(Seat.objects.get(pk=house.ada.pk))["seat"]
    assert (seat["everything_is_erased_on"], seat["day_of_erasure_that_i_read"]) == (str(LATER), str(DAY))
