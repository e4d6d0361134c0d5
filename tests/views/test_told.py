"""After a facilitator's plain form, the next page says once what was done."""

import re
from typing import Any

import pytest

from tests.setup import card_words
from tests.support import House, client_of, make_house
from workshop.actions.rounds import open_round

pytestmark = pytest.mark.django_db
TOLD = re.compile(r'notice--good" role="status">.*?notice__title">([^<]*)<', re.S)
POSTS: dict[str, tuple[bool, dict[str, str], str]] = {
    "rounds/1/opening/": (False, {}, "The pack is open: people can fill it in now."),
    "rounds/1/closing/": (True, {"confirmed": "1"}, "The pack is closed. What people wrote is kept."),
    "rounds/1/draft/": (True, {}, "The pack is taken back, so the cards can be changed again."),
    "rounds/1/revelation/": (True, {"confirmed": "1"}, "The result is revealed."),
    "people/code/": (True, {}, "There is a new join code. The one before no longer works."),
    "people/code/closing/": (
        True,
        {},
        "The join code is switched off. Whoever came in with it keeps the seat.",
    ),
    "people/screen/revocation/": (True, {}, "Every link to the wall screen has ended."),
}


def told(house: House, address: str, sent: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Post as Fay; return what the next page says, and what it says when it is loaded again."""
    fay, root = client_of(house.fay), f"/w/{house.workshop.slug}/"
    answer = fay.post(root + address, sent, follow=True)
    again = fay.get(answer.redirect_chain[-1][0])
    return TOLD.findall(answer.content.decode()), TOLD.findall(again.content.decode())


@pytest.mark.parametrize("address", POSTS)
def test_what_was_done_is_said_once(address: str) -> None:
    is_open, sent, says = POSTS[address]
    house = make_house(leaders=2, pack_open=is_open)
    assert told(house, address, sent) == ([says], [])


def test_what_was_done_to_a_card_is_said_with_its_title() -> None:
    house = make_house(leaders=1, pack_open=False)
    assert told(house, "cards/new/", card_words(house))[0] == ["“Trust vs control” is added."]
    card = house.cards[-1]
    edit = card_words(house, title="Trust", rev=card.rev, uid=card.uid)
    assert told(house, f"cards/{card.uid}/", edit)[0] == ["“Trust” is saved."]
    assert told(house, f"cards/{card.uid}/position/", {"position": "1"})[0] == ["“Trust” has moved."]
    assert told(house, f"cards/{card.uid}/removal/", {"confirmed": "1"})[0] == ["“Trust” is removed."]


def test_a_discussion_put_on_the_agenda_is_named() -> None:
    house = make_house(leaders=1)
    card = house.cards[0]
    says = f"“{card.title}” is on the agenda, after “Opening poll”."
    assert told(house, "steps/", {"card": str(card.uid)}) == ([says], [])


def test_a_form_sent_twice_says_nothing_the_second_time() -> None:
    house = make_house(leaders=1, pack_open=False)
    open_round(house.fay, house.pack)
    assert told(house, "rounds/1/opening/", {})[0] == []
