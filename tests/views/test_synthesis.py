"""The synthesis page: choose, change, take back, propose, answer, decide."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.synthesis import blank_of, change, numbered, paper_synthesis, wanted
from tests.views.rows_synthesis import NAMED, propose, put, second_retired
from workshop.actions.proposals import make_proposal, take_stance
from workshop.models import Change, Proposal, Stance

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


def test_no_card_or_no_verb_leads_back_with_a_sentence(house: House, fay: Client) -> None:
    none = fay.get(at(house, "change-new"), {"verb": "merge"})
    odd = fay.get(at(house, "change-new"), {"verb": "shred", "card": str(house.cards[0].uid)})

    assert none.status_code == odd.status_code == 422
    assert "Choose the cards first" in none.content.decode()
    assert "Choose what to do" in odd.content.decode()


@pytest.mark.parametrize("seen", ["", "x", "x~1~0", f"{uuid.uuid4()}~1", "\x00~\ud800~1"])
def test_a_damaged_form_is_refused(house: House, fay: Client, seen: str) -> None:
    answer = fay.post(at(house, "changes"), merging(house, seen=seen.encode("utf-8", "replace")))

    assert answer.status_code in (404, 422)
    assert not Change.objects.exists()


def test_a_card_of_another_workshop_is_not_found(house: House, fay: Client) -> None:
    theirs = house.zoe.workshop.cards.all()[0]
    form = second_retired(house) | {"seen": f"{theirs.uid}~{theirs.rev}~0"}

    assert fay.post(at(house, "changes"), form).status_code == 404


def test_a_leader_changes_nothing_but_may_propose(house: House) -> None:
    ada = client_of(house.ada)

    refused = ada.post(at(house, "changes"), merging(house, way="make"))
    assert refused.status_code == 403
    ada.post(at(house, "changes"), merging(house, way="propose"))

    assert not Change.objects.exists()
    assert Proposal.objects.get().seat == house.ada


def test_what_the_group_is_asked_is_answered_and_the_dissent_stays(house: House, fay: Client) -> None:
    put(house)
    ben = house.others[0]
    client_of(ben).post(at(house, "stance", uid=NAMED), {"answer": "no", "why": "It is the heart of it"})
    take_stance(house.ada, Proposal.objects.get(), "fine")

    page = fay.post(at(house, "proposal-making", uid=NAMED), follow=True).content.decode()

    assert "Card 1 set aside" in page
    assert "It is the heart of it" in page
    assert "Ben" in page


def test_answers_are_nobodys_but_the_chairs_until_the_decision(house: House, fay: Client) -> None:
    put(house)
    take_stance(house.ada, Proposal.objects.get(), "no", "Not yet, thank you")
    others = client_of(house.others[0])

    assert "Not yet, thank you" in fay.get(at(house, "synthesis")).content.decode()
    before = others.get(at(house, "synthesis")).content.decode()
    assert "Not yet, thank you" not in before
    assert "1 of 5 have answered" in before
    make_proposal(house.fay, Proposal.objects.get())
    assert "Not yet, thank you" in others.get(at(house, "synthesis")).content.decode()


def test_where_names_are_hidden_a_dissent_has_no_name(house: House) -> None:
    house.workshop.promise = "hidden"
    house.workshop.save(update_fields=["promise"])
    put(house)
    take_stance(house.ada, Proposal.objects.get(), "no", "Not like this")
    make_proposal(house.fay, Proposal.objects.get())

    page = client_of(house.others[0]).get(at(house, "synthesis")).content.decode()

    assert "Not like this" in page
    assert "Ada" not in page


def test_a_stance_is_a_state_and_a_wrong_one_is_refused_with_its_words(house: House) -> None:
    put(house)
    ada = client_of(house.ada)

    for answer in ("fine", "no", "no"):
        ada.post(at(house, "stance", uid=NAMED), {"answer": answer, "why": "Because"})
    refused = ada.post(at(house, "stance", uid=NAMED), {"answer": "", "why": "Half a thought"})

    assert Stance.objects.get().answer == "no"
    assert refused.status_code == 422
    assert "Half a thought" in refused.content.decode()


def test_after_the_decision_an_answer_comes_too_late(house: House) -> None:
    put(house)
    make_proposal(house.fay, Proposal.objects.get())

    late = client_of(house.ada).post(at(house, "stance", uid=NAMED), {"answer": "no"})

    assert late.status_code == 409
    assert not Stance.objects.exists()


def test_a_proposal_that_could_not_be_made_is_not_stored(house: House) -> None:
    form = merging(house, way="propose", verb="lift")

    answer = client_of(house.ada).post(at(house, "changes"), form)

    assert answer.status_code == 409
    assert not Proposal.objects.exists()


def test_a_leader_may_put_away_only_what_is_theirs(house: House) -> None:
    propose(house)
    proposal = Proposal.objects.get()

    assert client_of(house.others[0]).post(at(house, "proposal-dropping", uid=NAMED)).status_code == 403
    client_of(house.ada).post(at(house, "proposal-dropping", uid=NAMED))

    proposal.refresh_from_db()
    assert proposal.state == "dropped"


def test_before_the_group_meets_blank_cards_stay_with_the_facilitators(house: House, fay: Client) -> None:
    blank_of(house.ada, "A thought of Ada's")

    assert "A thought of Ada" in fay.get(at(house, "synthesis")).content.decode()
    assert "A thought of Ada" not in client_of(house.others[0]).get(at(house, "synthesis")).content.decode()


def test_a_change_is_taken_back_and_made_again_from_the_page(house: House, fay: Client) -> None:
    paper_synthesis(house.fay, blank_of(house.ada))

    for said in ("Change 2 is taken back", "Change 2 is made again"):
        address = at(house, "change-undoing", n=2)
        page = fay.post(address, {"uid": str(uuid.uuid4())}, follow=True).content.decode()
        assert said in page
    refused = fay.post(at(house, "change-undoing", n=1), {"uid": str(uuid.uuid4())})

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
