"""Many suggestions for the agenda: the desk shows the newest and counts them, a page shows them all."""

import re
import uuid

import pytest

from tests.stagecraft import page, put, send
from tests.support import House, client_of, make_house
from tests.views.test_live_queries import queries
from workshop.actions.suggestions import suggest_item
from workshop.actions.workshops import close_workshop
from workshop.models import Workshop
from workshop.models.suggestions import SHOWN

pytestmark = pytest.mark.django_db
OFFERS = re.compile(r'id="accept-')


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    put(house, "welcome")
    house.ada.workshop.refresh_from_db()
    return house


def suggest(house: House, first: int, last: int) -> None:
    """Let Ada suggest questions with these numbers."""
    for n in range(first, last + 1):
        suggest_item(house.ada, uid=uuid.uuid4(), question=f"Question {n}?")


def test_the_desk_shows_the_newest_and_says_how_many_wait(house: House) -> None:
    suggest(house, 1, SHOWN)
    assert "See all of them" not in page(house, house.fay, "desk")
    suggest(house, SHOWN + 1, SHOWN + 5)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.others[0])
    for seat, name in ((house.fay, "desk"), (house.others[0], "room")):
        html = page(house, seat, name)
        assert f"These are the newest {SHOWN} of {SHOWN + 5} that wait." in html
        assert len(OFFERS.findall(html)) == SHOWN
        assert ("Question 5?" in html, "Question 6?" in html, "Question 10?" in html) == (False, True, True)


def test_all_that_wait_stand_on_a_page_of_their_own_and_a_decision_comes_back_to_it(house: House) -> None:
    suggest(house, 1, SHOWN + 5)
    html = page(house, house.fay, "suggestions-waiting")
    assert "10 suggestions for the agenda wait for you" in html
    assert [int(n) for n in re.findall(r'dir="auto">Question (\d+)\?', html)] == [*range(1, 11)]
    [back] = re.findall(r'name="next" value="(\S+/suggestions/waiting/)"', html)
    parts = {"uid": house.workshop.suggestions.get(question="Question 1?").uid}
    sent = send(house, house.fay, "suggestion", {"decision": "away", "next": back}, parts)
    assert (sent.status_code, sent.headers["Location"]) == (302, back)
    assert "9 suggestions" in page(house, house.fay, "suggestions-waiting")


def test_after_the_close_the_page_says_so_and_that_nothing_waits(house: House) -> None:
    suggest(house, 1, 3)
    close_workshop(house.fay)
    html = page(house, house.fay, "suggestions-waiting")
    assert "The workshop is closed, so nothing more goes on its agenda." in html
    assert "wait for you" not in html


def test_the_desk_costs_the_same_whatever_the_number_of_suggestions(house: House) -> None:
    fay, costs = client_of(house.fay), []
    for first, last in ((1, 3), (4, SHOWN + 9)):
        suggest(house, first, last)
        costs.append(queries(fay, f"/w/{house.workshop.slug}/desk/"))
    assert costs[0] == costs[1]
