"""A question on the results page: its text with its dissents, its answers once they are shown."""

import pytest

from tests.questions import ASKED, agreed, ask, beside, reply
from tests.stagecraft import page, send
from tests.support import House, client_of, make_house
from tests.views.test_live_queries import queries
from workshop.actions.agreed import say_assent

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def test_the_results_hold_the_text_its_dissents_and_the_answers(house: House) -> None:
    prompt = agreed(house, "We share power.")
    parts = {"uid": prompt.uid}
    data = {"answer": "dissent", "why": "Not all.", "rev": 1}
    assert send(house, house.others[0], "question-assent", data, parts).status_code == 302
    html = page(house, house.ada, "results")
    for words in (ASKED, "We share power.", "Not all.", "Mine.", "1 dissents."):
        assert words in html


def test_answers_left_unshown_are_hidden_in_the_results_until_who_leads_shows_them(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "CANARY")
    for seat, offered in ((house.ada, False), (house.fay, True)):
        html = page(house, seat, "results")
        assert "1 of 4 have answered" in html
        assert ("Show the answers" in html, "CANARY" in html) == (offered, False)
    sent = send(house, house.fay, "question-revelation", {"confirmed": "1"}, {"uid": prompt.uid})
    assert sent.status_code == 302
    assert "CANARY" in page(house, house.others[0], "results")


def test_the_results_cost_the_same_whatever_the_number_of_questions(house: House) -> None:
    costs, browser = [], client_of(house.fay)
    for n in range(4):
        prompt = agreed(house, f"Text {n}.")
        say_assent(house.others[0], prompt, "dissent", "No.", 1)
        beside(house.others[1], prompt, "At the same time.")
        costs.append(queries(browser, f"/w/{house.workshop.slug}/results/"))
    assert costs[0] == costs[3]
