"""The set-up after the close: read, not filled in."""

import re

import pytest

from tests.support import client_of, make_house
from workshop.actions.workshops import close_workshop

pytestmark = pytest.mark.django_db


def test_the_set_up_of_a_closed_workshop_is_read_and_nothing_asks_to_be_done() -> None:
    house = make_house(leaders=2, question="How important are these?", blank_cards=0)
    fay, address = client_of(house.fay), f"/w/{house.workshop.slug}/setup/"
    assert "Before you invite people" in fay.get(address).text
    close_workshop(house.fay)
    closed = fay.get(address).text.partition("<main")[2]
    assert '<dd dir="auto"><p>How important are these?</p></dd>' in closed
    assert '<dd dir="auto"><p>0</p></dd>' in closed
    for gone in ("Before you invite people", "To do", "Save the set-up", "is asked again"):
        assert gone not in closed
    assert not re.search(r"<(input|select|textarea)", closed)
