"""The facilitators' quotes say how far each is; after an unlinked close, nothing that nobody can do."""

from typing import Any

import pytest

from tests.actions.test_quotes import answer, say
from tests.actions.test_quotes_of_nobody import closed
from tests.quoting import SAID, asked, marked, spoken
from tests.support import House, client_of
from workshop.actions.quotes import export_unchecked, remove_quote
from workshop.models import Remark

pytestmark = pytest.mark.django_db


def listed(house: House, *more: object) -> str:
    """Return what the page of quotes says, or one under it, on one line."""
    address = "/".join([f"/w/{house.workshop.slug}/quotes", *map(str, more), ""])
    return " ".join(client_of(house.fay).get(address).text.split())


def before_the_close() -> House:
    """Return an unlinked workshop with a quote in each state."""
    house = spoken("unlinked")
    for state, text in (("accepted", SAID), ("refused", "We share money"), ("amended", "Power stays")):
        answer(house, asked(house, text), state, "Mine" if state == "amended" else "")
    asked(house, "the blame")
    marked(house, "where it was")
    return house


def test_after_an_unlinked_close_no_quote_waits_for_an_answer_that_nobody_can_give() -> None:
    house = before_the_close()
    assert "Each speaker can be shown the quote" in listed(house)
    closed(house)
    page = listed(house)
    for waits in ("Each speaker can be shown the quote", "Asked: not", "Not sent yet: not"):
        assert waits not in page
    for said in (
        "nobody can be asked about a quote any more",
        "Accepted before the close: in the file",
        "Refused before the close: not in the file",
        "Amended by the speaker before the close: in the file",
        "Not answered before the close: not in the file",
        "Nobody can check it: not in the file",
        "Everybody of whom words are left had agreed to be quoted",
    ):
        assert said in page


def test_a_change_of_an_accepted_quote_is_not_said_to_be_sent_again_when_nobody_can_be_asked() -> None:
    house = spoken("unlinked")
    quote = asked(house)
    answer(house, quote, "accepted")
    assert "it has to be sent again" in listed(house, quote.uid)
    closed(house)
    page = listed(house, quote.uid)
    assert "it has to be sent again" not in page
    assert "nobody can be asked again" in page


@pytest.mark.parametrize("page", [(), ("words",)])
def test_what_may_be_quoted_after_the_close_is_said_as_it_was_settled(page: Any) -> None:
    house = spoken("unlinked")
    ben = house.others[0]
    Remark.objects.create(workshop=house.workshop, seat=ben, card=house.cards[1], body="So", rev=1)
    say(ben, quote_named=False, quote_unnamed=False)
    closed(house)
    assert "only quotes that were accepted before the close are used" in listed(house, *page)
    say(house.ada, quote_named=False, quote_unnamed=False)
    assert "Nothing from it is quoted in files that are made now" in listed(house, *page)


def test_a_quote_that_is_left_out_says_why() -> None:
    house = spoken()
    answer(house, asked(house), "accepted")
    say(house.ada, quote_named=False, quote_unnamed=False)
    assert "Accepted: not in the file, since its author does not allow it" in listed(house)


def test_a_quote_that_a_no_after_the_close_took_out_says_why() -> None:
    house = before_the_close()
    closed(house)
    say(house.ada, quote_named=False, quote_unnamed=False)
    says = "Accepted before the close: not in the file, since nothing from this workshop may be quoted"
    assert says in listed(house)


def test_what_is_in_the_file_what_waits_and_what_stays_out_look_different() -> None:
    house = spoken()
    answer(house, asked(house), "accepted")
    answer(house, asked(house, "We share money"), "refused")
    asked(house, "the blame")
    unchecked = marked(house, "where it was")
    export_unchecked(house.fay, unchecked, rev=unchecked.rev, wanted=True)
    remove_quote(house.fay, asked(house, "stays"))
    page = listed(house)
    looks = [page.count(f"quoted--{look}") for look in ("in", "out", "waits")]
    signs = [
        page.count(f'said"> <svg class="icon" aria-hidden="true"><use href="#i-{sign}"')
        for sign in ("tick", "close", "clock")
    ]
    assert (looks, signs) == ([2, 2, 1], [2, 1, 1])
