"""Why a card is what it is, and why it lies where it lies: the reason and each dissent travel with it."""

import uuid

import pytest

from tests.support import House, client_of, make_house
from tests.synthesis import MERGED, change, numbered, undo, wanted
from tests.views.test_lineage import branch, page
from tests.views.test_synthesis import at
from workshop.actions.proposals import make_proposal, propose_change, put_proposal
from workshop.actions.stances import take_stance

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def test_a_dissent_travels_with_the_card(house: House) -> None:
    form = wanted(house.workshop, "merge", house.cards[3:6], titles=[MERGED])
    proposal = put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))
    take_stance(house.others[0], proposal, "no", "Capacity is not motivation")
    make_proposal(house.fay, proposal)

    assert "Capacity is not motivation" in page(client_of(house.ada), house)


@pytest.mark.parametrize(
    ("verb", "says"), [("nest", "Card 1 made part of card 3"), ("retire", "Card 1 set aside")]
)
def test_reason_and_dissent_travel_with_a_card_that_lies_elsewhere_now(
    house: House, verb: str, says: str
) -> None:
    target = house.cards[2] if verb == "nest" else None
    form = wanted(house.workshop, verb, house.cards[:1], target, reason="It says too little alone")
    proposal = put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))
    take_stance(house.others[0], proposal, "no", "It is the heart of it")
    make_proposal(house.fay, proposal)

    told = branch(page(client_of(house.ada), house), house.workshop.cards.get(number=1).uid)

    for words in (says, "proposed by Ada", "It says too little alone", "It is the heart of it"):
        assert words in told


def test_a_card_is_told_by_the_change_that_put_it_where_it_lies_now(house: House) -> None:
    change(house.fay, "nest", [house.cards[5]], house.cards[2])
    lifted = change(house.fay, "lift", numbered(house.workshop, 6))
    uid = numbered(house.workshop, 6)[0].uid

    out = branch(page(client_of(house.fay), house), uid)
    undo(house.fay, lifted)
    back = branch(page(client_of(house.fay), house), uid).partition("</li>")[0]

    assert "Card 6 lifted out, Fay." in out
    assert "made part of" not in out
    assert "Card 6 made part of card 3, Fay." in back
    assert "lifted out" not in back


def test_the_box_says_who_reads_a_reason_and_they_do(house: House) -> None:
    form = {"verb": "retire", "card": str(house.cards[0].uid)}
    asks = client_of(house.ada).get(at(house, "change-new"), form).content.decode()
    assert "The group reads them with a proposal, and so does whoever reads the lineage later." in asks

    retired = wanted(house.workshop, "retire", house.cards[:1], reason="It says too little alone")
    proposal = put_proposal(house.fay, propose_change(house.ada, retired, uid=uuid.uuid4()))
    ben = client_of(house.others[0])
    for name in ("synthesis", "room"):
        assert "It says too little alone" in ben.get(at(house, name)).content.decode()
    make_proposal(house.fay, proposal)
    assert "It says too little alone" in ben.get(at(house, "synthesis")).content.decode()
