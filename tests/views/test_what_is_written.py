"""What a pack asks, before it opens: cards, open prompts alone, or words of a template to be written over."""

import uuid
from typing import Any

import pytest
from django.urls import reverse

from tests.stagecraft import step_of
from tests.support import House, add_leader, client_of, make_user
from workshop.actions.cards import edit_card
from workshop.actions.packs import PRIORITIES, STORY_LINE, Pack
from workshop.actions.rehearsals import rehearse
from workshop.actions.rounds import open_round
from workshop.actions.workshops import create_workshop
from workshop.models import Seat
from workshop.models.setup import checks_of

pytestmark = pytest.mark.django_db


def made(pack: Pack) -> House:
    """A workshop of Fay's from a template, with Ada and Ben, its pack not open."""
    fay = create_workshop(make_user("fay@example.org", "Fay"), pack)
    ada, ben = add_leader(fay, "Ada"), add_leader(fay, "Ben")
    return House(fay.workshop, fay, ada, [ben], ada, fay)


def get(seat: Seat, name: str) -> str:
    path = "/" if name == "home" else reverse(name, kwargs={"slug": seat.workshop.slug})
    return " ".join(client_of(seat).get(path).text.split())


def open_pack(house: House, **sent: str) -> Any:
    path = reverse("round-opening", kwargs={"slug": house.workshop.slug, "number": 1})
    return client_of(house.fay).post(path, sent)


def test_a_pack_of_open_prompts_alone_is_opened_from_the_overview() -> None:
    house = made(STORY_LINE)
    for seat in (house.fay, rehearse(house.fay, uid=uuid.uuid4())):
        text = get(seat, "overview")
        assert "Open the pack</button>" in text
        assert "people propose them on their blank cards" in text
    assert "7 open prompts and no cards, 2 people have a seat. Next: open the pack." in get(house.fay, "home")
    assert open_pack(house).status_code == 302
    assert house.pack.is_open
    assert "Go to Synthesis" in get(house.fay, "cards")


def test_a_poll_without_cards_says_at_the_desk_where_a_first_card_comes_from() -> None:
    house = made(STORY_LINE)
    open_round(house.fay, house.pack)
    sent = {"step": step_of(house, "poll").uid, "step_rev": 0}
    answer = client_of(house.fay).post(reverse("stage", kwargs={"slug": house.workshop.slug}), sent)
    assert answer.status_code == 422
    assert "There is no card to ask about. Take up a blank card" in answer.text
    assert f'href="{reverse("synthesis", kwargs={"slug": house.workshop.slug})}">Take up' in answer.text


def write_over(house: House, n: int) -> None:
    card = house.cards[n]
    edit_card(house.fay, card, card.rev, title=f"What helps, {n}?", short_title="", summary="", notes="")


def test_cards_that_say_where_your_own_go_are_not_written_yet() -> None:
    house = made(PRIORITIES)
    for left, says in ((2, "2 cards are still to be written"), (1, "1 card is still to be written")):
        assert says in get(house.fay, "overview")
        assert says in get(house.fay, "home")
        assert not next(check for check in checks_of(house.workshop) if check.place == "cards").done
        write_over(house, left - 1)
    assert "Open the pack</button>" in get(house.fay, "overview")
    assert "2 cards written, 2 people have a seat. Next: open the pack." in get(house.fay, "home")
    assert open_pack(house).status_code == 302
    assert house.pack.is_open


def test_opening_a_pack_with_such_cards_asks_first() -> None:
    house = made(PRIORITIES)
    asked = open_pack(house)
    assert "Open the pack as it is?" in asked.content.decode()
    assert "2 cards are still to be written" in asked.content.decode()
    assert house.pack.is_draft
    assert open_pack(house, confirmed="1").status_code == 302
    assert house.pack.is_open
