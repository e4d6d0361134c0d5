"""How the hour went, in a file: with names hidden it does not tell which words were entered for somebody."""

import uuid

import pytest

from tests.stagecraft import bring, say
from tests.support import make_house
from workshop.actions.proxy import say_for
from workshop.exports.document import document_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_a_comment_is_signed_only_where_names_are_open(promise: str) -> None:
    house = make_house(leaders=3, promise=promise)
    card = bring(house)
    say(house, house.others[0], card, "Her own words")
    say_for(house.fay, house.ada, card, "Said aloud", uid=uuid.uuid4())
    rows = document_of(house.workshop)["history"]
    signed = [row["seat"] for row in rows if row["verb"] == "remark_posted"]
    named = [house.others[0].pseudonym, house.fay.pseudonym]
    assert signed == (named if promise == "named" else [None, None])
