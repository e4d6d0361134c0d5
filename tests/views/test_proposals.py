"""Changes that are proposed: put to the group, answered, decided; and who may see which answer."""

import re

import pytest
from django.test import Client

from tests.support import House, client_of, make_house
from tests.synthesis import wanted
from tests.views.rows_synthesis import NAMED, propose, put
from tests.views.test_synthesis import at, merging
from workshop.actions.proposals import drop_proposal, make_proposal, propose_change
from workshop.actions.stage import move_stage
from workshop.actions.stances import take_stance
from workshop.actions.workshops import close_workshop
from workshop.models import Change, Proposal, Stance

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


@pytest.fixture
def fay(house: House) -> Client:
    return client_of(house.fay)


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

    page = fay.post(at(house, "proposal-making", uid=NAMED), {"confirmed": "1"}, follow=True).content.decode()

    assert "Card 1 set aside" in page
    assert "It is the heart of it" in page
    assert "Ben" in page


def test_what_waits_is_read_by_its_author_and_who_leads_until_the_workshop_begins(house: House) -> None:
    form = wanted(house.workshop, "retire", house.cards[:1], reason="A canary")
    propose_change(house.ada, form, uid=NAMED)
    ben = client_of(house.others[0])
    readers = {seat.name: client_of(seat) for seat in (house.ada, house.fay)}

    before = ben.get(at(house, "synthesis")).content.decode()
    seen = [
        name
        for name, who in readers.items()
        if "A canary" in who.get(at(house, "synthesis")).content.decode()
    ]
    move_stage(house.fay, house.workshop.steps.all()[0], 0)

    assert "A canary" not in before
    assert seen == ["Ada", "Fay"]
    assert "A canary" in ben.get(at(house, "synthesis")).content.decode()


def test_a_chair_reads_what_waits_before_the_workshop_begins(house: House) -> None:
    propose_change(house.ada, wanted(house.workshop, "retire", house.cards[:1], reason="A canary"), uid=NAMED)
    house.workshop.chair = house.others[0]
    house.workshop.save(update_fields=["chair"])

    page = client_of(house.others[0]).get(at(house, "synthesis")).content.decode()

    assert "A canary" in page


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


def test_a_corrected_answer_goes_on_to_a_page_that_can_be_read(house: House) -> None:
    put(house)
    ada = client_of(house.ada)
    refused = ada.post(at(house, "stance", uid=NAMED), {"answer": "no", "why": "x" * 501})
    back = re.findall(r'name="next" value="([^"]+)"', refused.content.decode())[0]
    again = ada.post(
        at(house, "stance", uid=NAMED), {"answer": "no", "why": "Short", "next": back}, follow=True
    )
    assert again.status_code == 200
    assert "Your answer is with the chair." in again.content.decode()


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


def test_a_change_that_cannot_be_put_to_the_group_now_is_not_proposed_either(
    house: House, fay: Client
) -> None:
    first, second = merging(house, way="put"), merging(house, way="put", reason="Typed with care")
    fay.post(at(house, "changes"), first)
    facts = house.workshop.history.count()
    refused = fay.post(at(house, "changes"), second)
    html = refused.content.decode()
    assert (refused.status_code, "Another proposal is before the group." in html) == (409, True)
    assert ("Typed with care" in html, "Motivation vs structure" in html) == (True, True)
    assert [str(each.uid) for each in Proposal.objects.all()] == [first["uid"]]
    assert house.workshop.history.count() == facts
    drop_proposal(house.fay, Proposal.objects.get())
    assert fay.post(at(house, "changes"), second).status_code == 302
    assert Proposal.objects.get(state=Proposal.State.PUT).reason == "Typed with care"


def test_a_leader_may_put_away_only_what_is_theirs(house: House) -> None:
    propose(house)
    proposal = Proposal.objects.get()

    assert client_of(house.others[0]).post(at(house, "proposal-dropping", uid=NAMED)).status_code == 403
    client_of(house.ada).post(at(house, "proposal-dropping", uid=NAMED))

    proposal.refresh_from_db()
    assert proposal.state == "dropped"


def test_after_the_close_the_page_says_so_and_what_waits_has_no_buttons(house: House, fay: Client) -> None:
    propose(house)
    assert "Put it away" in fay.get(at(house, "synthesis")).content.decode()
    close_workshop(house.fay)
    page = fay.get(at(house, "synthesis")).content.decode()
    assert "The workshop is closed, so the cards stay as they are." in page
    assert "Proposed, not before the group yet" in page
    assert "Put it away" not in page
    assert "Put it to the group" not in page
