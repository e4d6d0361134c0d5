"""No page says that words go with a withdrawal which stay: once unlinked, or taken up by the group."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.support import House, client_of
from tests.withdrawing import WORD, full_house, holding, sure
from workshop.actions.workshops import close_workshop

pytestmark = pytest.mark.django_db
SURE = {"sure": "on"}
CLAIMS = (
    "what you wrote are erased",
    "what they wrote are erased",
    "everything that you wrote",
    "your words are erased",
    "wrote is erased",
    "words go at once",
    "not hidden",
    "Comments, answers, blank cards",
    "totals of revealed rounds",
)


def told(browser: Client, house: House, name: str, **more: object) -> list[str]:
    """Return what the pages of a withdrawal say, from the first to the last."""
    place = reverse(name, kwargs={"slug": house.workshop.slug, **more})
    answers = (browser.get(place), browser.post(place, SURE), browser.post(place, sure(house), follow=True))
    return [" ".join(answer.content.decode().split()) for answer in answers]


def test_after_an_unlinked_close_no_page_says_that_words_go() -> None:
    house = full_house("unlinked")
    close_workshop(house.fay)
    own = told(client_of(house.ada), house, "withdrawal")
    theirs = told(client_of(house.fay), house, "person-withdrawal", uid=house.others[0].uid)
    assert holding(f"Edited {WORD}")  # it stays, for nobody knows whose it is
    for page in (*own, *theirs):
        assert [claim for claim in CLAIMS if claim in page] == []
    for page in (*own[:2], *theirs[:2]):
        assert "wrote and chose stays: nobody can tell any more" in page


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_last_question_says_that_what_the_group_took_up_stays(promise: str) -> None:
    house = full_house(promise)
    own = told(client_of(house.ada), house, "withdrawal")
    theirs = told(client_of(house.fay), house, "person-withdrawal", uid=house.others[0].uid)
    for last in (own[1], theirs[1]):
        assert "What the group took up stays" in last
    assert "What the group took up stays" in own[2]


@pytest.mark.parametrize("waits", [True, False])
def test_where_the_database_keeps_what_is_erased_for_a_while_it_is_said_first(
    waits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = full_house()
    monkeypatch.setattr("workshop.views.my_data.keeps_erased", lambda: waits)
    own = told(client_of(house.ada), house, "withdrawal")[0]
    theirs = told(client_of(house.fay), house, "person-withdrawal", uid=house.others[0].uid)[0]
    for page in (own, theirs):
        assert ("until whoever runs the server has them written anew" in page) is waits


@pytest.mark.parametrize("name", ["help", "privacy"])
def test_the_pages_for_everybody_say_what_a_withdrawal_leaves(name: str) -> None:
    page = " ".join(Client().get(reverse(name)).content.decode().split())
    assert "What the group took up stays" in page
    assert "destroyed at its close" in page
