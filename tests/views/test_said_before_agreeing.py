"""What can be weighed before agreeing: how long all is kept, what a small group tells, what re-use is."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.actions.test_quotes import say
from tests.support import House, client_of, make_house
from tests.views.results_world import write
from workshop.actions.workshops import close_workshop
from workshop.models import Seat, Workshop

pytestmark = pytest.mark.django_db


def read(seat: Seat, page: str) -> str:
    return client_of(seat).get(f"/w/{seat.workshop.slug}/{page}/").text


def reads(asked: CaptureQueriesContext, table: str) -> int:
    """Return how often a table was read first."""
    return sum(f'FROM "workshop_{table}"' in each["sql"] for each in asked.captured_queries)


def test_your_choices_after_the_close_read_once_what_may_be_quoted_and_a_press_twice_what_is_asked() -> None:
    house = make_house(leaders=2, promise="unlinked")
    close_workshop(house.fay)
    browser, page = client_of(house.ada), f"/w/{house.workshop.slug}/pack/information/"
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(page).status_code == 200
    assert reads(asked, "kept") == 1
    item = house.workshop.consent_items.get(key="keep-for-reuse")
    with CaptureQueriesContext(connection) as asked:
        assert browser.post(f"{page}answer/", {str(item.uid): "no"}).status_code == 302
    assert reads(asked, "consentitem") == 2  # to read the press, and under the lock


@pytest.mark.parametrize("role", ["observer", "facilitator"])
def test_who_takes_no_part_is_led_from_the_rooms_notices_to_their_data(role: str) -> None:
    house = make_house(leaders=2)
    Seat.objects.filter(pk=house.others[0].pk).update(role="observer")
    seat = house.fay if role == "facilitator" else Seat.objects.get(pk=house.others[0].pk)
    answer = client_of(seat).get(f"/w/{house.workshop.slug}/pack/information/", follow=True)
    assert (answer.status_code, answer.request["PATH_INFO"]) == (200, f"/w/{house.workshop.slug}/my-data/")


@pytest.mark.parametrize("page", ["pack/information", "my-data"])
def test_consent_and_my_data_say_the_day_of_erasure_or_that_none_is_set(page: str) -> None:
    house = make_house(leaders=2, agreed=False)
    assert "No day is set on which this workshop is erased" in read(house.ada, page)
    Workshop.objects.update(retain_until=datetime.date(2031, 5, 4))
    assert "is kept until 4 May 2031 and erased then, unless" in read(house.ada, page)


def test_the_privacy_notice_sends_people_where_the_day_stands() -> None:
    house = make_house(leaders=2)
    assert "“About taking part” and “My data” say which day that is" in read_privacy(house)


def read_privacy(house: House) -> str:
    return client_of(house.ada).get("/privacy/").text


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_who_agrees_reads_what_totals_tell_in_a_small_group(promise: str) -> None:
    house = make_house(leaders=2, promise=promise, agreed=False)
    said = "where fewer than five answered, people can work out one another’s answers" in read(
        house.ada, "pack/information"
    )
    assert said is (promise != "named")


def test_set_up_says_when_a_file_for_re_use_can_be_made() -> None:
    house = make_house(leaders=2, promise="unlinked")
    assert "Take it before the close: after it, none can be made." in read(house.fay, "setup")
    house.workshop.consent_items.filter(key="keep-for-reuse").update(retired_at="2026-01-01T00:00Z")
    assert "after it, none can be made" not in read(house.fay, "setup")


def test_that_nobody_knows_whose_the_words_are_is_said_only_after_the_close() -> None:
    house = make_house(leaders=3, promise="unlinked")
    write(house, house.ada, "Not to be kept")
    write(house, house.others[0], "To be kept")
    say(house.ada, keep_for_reuse=False)
    before = read(house.fay, "exports/json")
    assert "A file for re-use cannot be made as the answers are now" in before
    assert "nobody knows whose the words are" not in before
    close_workshop(house.fay)
    assert "since the close, nobody knows whose the words are" in read(house.fay, "exports/json")


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_who_is_asked_about_re_use_reads_until_when_a_file_for_it_can_be_made(promise: str) -> None:
    house = make_house(leaders=2, promise=promise, agreed=False)
    said = "can be made only until the workshop closes" in read(house.ada, "pack/information")
    assert said is (promise == "unlinked")


def test_an_answer_about_re_use_that_can_do_nothing_any_more_is_not_offered() -> None:
    house = make_house(leaders=2, promise="unlinked")
    item = house.workshop.consent_items.get(key="keep-for-reuse")
    assert f'name="{item.uid}"' in read(house.ada, "pack/information")
    close_workshop(house.fay)
    after = read(house.ada, "pack/information")
    assert "This answer changes nothing any more" in after
    assert f'name="{item.uid}"' not in after
    assert after.count('class="given__do"') == 2  # and no form without a button
