"""A quote accepted with a name, which its speaker took back later: both pages and the file say so."""

import pytest

from tests.actions.test_quotes import answer
from tests.exports.test_declined import decline
from tests.quoting import asked, spoken
from tests.rounds import exported
from tests.support import client_of

pytestmark = pytest.mark.django_db


def test_an_accepted_quote_whose_signature_changed_says_so_on_both_pages_and_in_the_file() -> None:
    house = spoken()
    quote = asked(house, attribution="Ada, a chief")
    answer(house, quote, "accepted")
    assert exported(house)["quotes"][0]["attribution_changed"] is False
    own, theirs = f"/w/{house.workshop.slug}/quotes/own/", f"/w/{house.workshop.slug}/quotes/"
    assert "Since then you said no" not in client_of(house.ada).get(own).text

    decline(house.ada, "quote-named")

    assert "Since then you said no to being quoted with your name" in client_of(house.ada).get(own).text
    assert (
        "Accepted with the name, which its author has since taken back"
        in client_of(house.fay).get(theirs).text
    )
    (line,) = exported(house)["quotes"]
    assert (line["attribution"], line["attribution_changed"]) == ("a participant", True)
