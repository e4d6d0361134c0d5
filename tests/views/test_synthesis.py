"""The synthesis page: choose, change, take back, propose, answer, decide."""

import re
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.synthesis import blank_of, change, numbered, paper_synthesis, wanted
from tests.views.rows_synthesis import second_retired
from workshop.models import Change

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


@pytest.fixture
def fay(house: House) -> Client:
    return client_of(house.fay)


def at(house: House, name: str, **parts: object) -> str:
    """Return an address of the workshop."""
    return reverse(name, kwargs={"slug": house.workshop.slug, **parts})


def merging(house: House, **changed: object) -> dict[str, object]:
    """Return the form that merges cards 4, 5 and 6, as its page sends it."""
    seen = wanted(house.workshop, "merge", house.cards[3:6]).sources
    cards = {"card": [str(each.uid) for each in seen], "seen": [str(each) for each in seen]}
    words = {"card0-title": "Motivation vs structure", "card0-summary": "", "reason": "They belong together"}
    return {"verb": "merge", **cards, **words, "base": 0, "uid": str(uuid.uuid4()), "way": "make", **changed}


def test_three_cards_are_merged_and_the_page_says_so(house: House, fay: Client) -> None:
    page = fay.post(at(house, "changes"), merging(house), follow=True).content.decode()

    assert "Cards 4, 5 and 6 merged into card 7" in page
    assert "They belong together" in page
    assert "from cards 4, 5 and 6" in page


def test_a_refused_form_keeps_what_was_typed(house: House, fay: Client) -> None:
    answer = fay.post(at(house, "changes"), merging(house, **{"card0-title": " ", "card0-summary": "Kept"}))

    assert answer.status_code == 422
    assert "Kept" in answer.content.decode()
    assert "This is empty" in answer.content.decode()
    assert not Change.objects.exists()


def test_who_comes_second_is_told_who_was_first_and_keeps_the_words(house: House, fay: Client) -> None:
    late = merging(house)
    change(house.fay, "nest", [house.cards[4]], house.cards[0])

    answer = fay.post(at(house, "changes"), late)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Fay nested card 5 a moment ago" in page
    assert "Motivation vs structure" in page
    assert Change.objects.count() == 1


def test_a_refused_form_lists_what_is_wrong_with_a_link_to_each_box(house: House, fay: Client) -> None:
    wrong = merging(house, **{"card0-title": "x" * 201, "reason": "y" * 501})
    page = fay.post(at(house, "changes"), wrong).content.decode()
    assert 'href="#id_card0-title">Title of the new card: ' in page
    assert 'href="#id_reason">Why: ' in page
    assert re.search(r'<div class="notice[^>]*autofocus', page)


def test_a_verb_that_needs_more_cards_says_so_before_anything_is_typed(house: House, fay: Client) -> None:
    one = {"verb": "merge", "card": [str(house.cards[0].uid)]}
    page = fay.get(at(house, "change-new"), one)
    assert (page.status_code, "Choose at least two cards to merge." in page.content.decode()) == (422, True)


def test_who_merges_the_same_cards_second_keeps_the_words_and_learns_who_was_first(
    house: House, fay: Client
) -> None:
    late = merging(house, **{"card0-summary": "Typed with care"})
    change(house.fay, "merge", house.cards[3:6], titles=["Theirs"])

    answer = fay.post(at(house, "changes"), late)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Fay merged card 4 a moment ago" in page
    assert "Typed with care" in page


def test_a_double_click_makes_one_change_and_answers_twice_alike(house: House, fay: Client) -> None:
    form = merging(house)
    answers = [fay.post(at(house, "changes"), form) for _time in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Change.objects.count() == 1


def test_what_was_put_to_the_group_is_not_made_past_it(house: House, fay: Client) -> None:
    form = merging(house, way="put")
    fay.post(at(house, "changes"), form)
    answer = fay.post(at(house, "changes"), form | {"way": "make"})
    assert answer.status_code == 409
    assert "This was proposed to the group." in answer.content.decode()
    assert not Change.objects.exists()


def test_no_card_or_no_verb_leads_back_with_a_sentence(house: House, fay: Client) -> None:
    none = fay.get(at(house, "change-new"), {"verb": "merge"})
    odd = fay.get(at(house, "change-new"), {"verb": "shred", "card": str(house.cards[0].uid)})

    assert none.status_code == odd.status_code == 422
    assert "Choose the cards first" in none.content.decode()
    assert "Choose what to do" in odd.content.decode()


@pytest.mark.parametrize("seen", ["", "x", "x~1~0", f"{uuid.UUID(int=9)}~1", "\x00~\ud800~1"])
def test_a_damaged_form_is_refused(house: House, fay: Client, seen: str) -> None:
    answer = fay.post(at(house, "changes"), merging(house, seen=seen.encode("utf-8", "replace")))

    assert answer.status_code in (404, 422)
    assert not Change.objects.exists()


def test_a_card_of_another_workshop_is_not_found(house: House, fay: Client) -> None:
    theirs = house.zoe.workshop.cards.all()[0]
    form = second_retired(house) | {"seen": f"{theirs.uid}~{theirs.rev}~0"}

    assert fay.post(at(house, "changes"), form).status_code == 404


def test_before_the_group_meets_blank_cards_stay_with_the_facilitators(house: House, fay: Client) -> None:
    blank_of(house.ada, "A thought of Ada's")

    assert "A thought of Ada" in fay.get(at(house, "synthesis")).content.decode()
    assert "A thought of Ada" not in client_of(house.others[0]).get(at(house, "synthesis")).content.decode()


def test_a_change_is_taken_back_and_made_again_from_the_page(house: House, fay: Client) -> None:
    paper_synthesis(house.fay, blank_of(house.ada))

    for head, said in (
        (2, "Change 2 is taken back"),
        (4, "Change 2 is made again"),
        (5, "Change 2 is taken back"),
        (6, "Change 2 is made again"),
    ):
        address = at(house, "change-undoing", n=2)
        page = fay.post(address, {"uid": str(uuid.uuid4()), "head": head}, follow=True).content.decode()
        assert said in page
    refused = fay.post(at(house, "change-undoing", n=1), {"uid": str(uuid.uuid4()), "head": 1})

    assert refused.status_code == 409
    assert "number 3" in refused.content.decode()
    assert [card.number for card in house.cards] == [1, 2, 3, 8]


def test_the_page_costs_no_more_queries_with_more_cards(house: House, fay: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            fay.get(at(house, "synthesis"))
        return len(seen)

    fay.get(at(house, "synthesis"))
    paper_synthesis(house.fay, blank_of(house.ada))
    blank_of(house.ada, "Another")
    few = cost()
    change(house.fay, "split", numbered(house.workshop, 1), titles=[f"Part {n}" for n in range(6)])
    blank_of(house.others[0], "One more")
    change(house.fay, "retire", numbered(house.workshop, 2))

    assert cost() == few


def test_a_long_past_is_shown_when_it_is_asked_for(house: House, fay: Client) -> None:
    for _time in range(7):
        change(house.fay, "retire", numbered(house.workshop, 1))
        change(house.fay, "restore", numbered(house.workshop, 1))
    page = fay.get(at(house, "synthesis")).content.decode()
    assert page.count('class="log__line"') == 12
    assert "Show 2 earlier changes" in page
    whole = fay.get(at(house, "synthesis"), {"all": "1"}).content.decode()
    assert (whole.count('class="log__line"'), "earlier change" in whole) == (14, False)


def test_an_address_that_takes_forms_alone_says_so_and_where_to_go(house: House, fay: Client) -> None:
    answer = fay.get(at(house, "changes"))
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "This page opens from a form" in page
    assert f'href="/w/{house.workshop.slug}/">Go on' in page
