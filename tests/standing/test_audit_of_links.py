"""The audit says for whom links were made: a link lets whoever has it write in its person's name."""

import pytest

from tests.standing.test_audit import look
from tests.support import House, make_house
from workshop.actions.auditing import audit
from workshop.actions.inviting import Guest, give_links, invite_people
from workshop.actions.links import end_earlier_links
from workshop.models import Link

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def test_links_for_several_are_noted_with_for_whom(house: House) -> None:
    give_links(house.fay, house.leaders)
    give_links(house.fay, house.leaders)
    end_earlier_links(house.fay, [Link.objects.filter(seat=house.ada).latest("pk")])
    invite_people(house.fay, [Guest(f"Guest {n}") for n in range(1, 8)])
    page = look(house, "audit")
    assert page.count("made and saw personal links for 2 people: Ada, Ben") == 2
    assert "ended 1 earlier personal link: Ada" in page
    assert "their links: Guest 1, Guest 2, Guest 3, Guest 4, Guest 5 and 2 more" in page


def test_a_line_from_before_people_were_named_in_it_says_how_many(house: House) -> None:
    audit(house.workshop, house.fay, "links_made", count=2)
    assert "made and saw personal links for 2 people<" in look(house, "audit")
