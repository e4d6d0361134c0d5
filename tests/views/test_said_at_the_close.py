"""What is over once the workshop is: nothing waits for the chair, and the close is said once."""

import uuid

import pytest

from tests.support import client_of, make_house
from tests.synthesis import wanted
from workshop.actions.proposals import propose_change
from workshop.actions.workshops import close_workshop
from workshop.live.fragments import render
from workshop.models.audiences import FACILITATORS, PARTICIPANTS

pytestmark = pytest.mark.django_db


def test_after_the_close_no_proposal_waits_and_the_chair_is_not_said_again() -> None:
    house = make_house(leaders=3)
    propose_change(house.others[0], wanted(house.workshop, "retire", house.cards[1:2]), uid=uuid.uuid4())
    desk = f"/w/{house.workshop.slug}/desk/"
    assert "1 proposal waits for you." in client_of(house.fay).get(desk).text
    close_workshop(house.fay)
    assert "proposal waits" not in client_of(house.fay).get(desk).text
    for who in (FACILITATORS, PARTICIPANTS):
        assert 'data-announce=""' in render(house.workshop.pk, {who: ["chair"]})[who]
