"""What a changed card is called wherever it shows: on its slip, in the results, on the page of a change."""

import uuid

import pytest

from tests.rounds import asked, lay, revealed
from tests.stagecraft import put, reveal
from tests.support import House, client_of, make_house
from tests.synthesis import change, numbered
from tests.views.test_synthesis import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def page(house: House, name: str, query: str = "") -> str:
    """Return a page as the facilitator sees it, on one line."""
    return " ".join(client_of(house.fay).get(at(house, name) + query).content.decode().split())


def test_a_re_phrased_card_does_not_keep_its_old_short_title(house: House) -> None:
    card = house.cards[2]
    shown = page(house, "change-new", f"?verb=rephrase&card={card.uid}")
    assert card.title in shown
    assert 'value="Language"' not in shown
    assert "the slip carries the beginning of the title" in shown


def test_a_slip_without_a_short_title_shows_the_beginning_of_the_title(house: House) -> None:
    change(house.fay, "rephrase", numbered(house.workshop, 3), titles=["Words that shut people out"])
    round = asked(house)
    lay(house, house.ada, round, {7: "inner"})
    revealed(house, round)
    assert ">shut people…</text>" in page(house, "lineage")
    sort = client_of(house.ada).get(at(house, "sort", number=round.number)).content.decode()
    assert ">shut people…</text>" in sort


def test_the_results_say_what_is_set_aside_and_what_is_a_sub_theme(house: House) -> None:
    lay(house, house.ada, house.pack, {1: "inner", 2: "inner", 3: "outer"})
    revealed(house, house.pack)
    one, two, three = numbered(house.workshop, 1, 2, 3)
    change(house.fay, "retire", [one])
    change(house.fay, "nest", [two], three)
    heads = page(house, "results").partition("Card by card")[2].split('class="card results__card"')
    assert ["Set aside<" in head for head in heads[1:4]] == [True, False, False]
    assert ["A sub-theme of card 3<" in head for head in heads[1:4]] == [False, True, False]


def test_one_card_keeps_its_comments_and_several_keep_theirs(house: House) -> None:
    one, two = (f"&card={card.uid}" for card in house.cards[:2])
    assert "Card 1 keeps its comments" in page(house, "change-new", f"?verb=split{one}")
    assert "Cards 1 and 2 keep their comments" in page(house, "change-new", f"?verb=merge{one}{two}")


def test_a_card_that_is_struck_out_of_the_agenda_has_no_arrows(house: House) -> None:
    reveal(house)
    assert "Move Language up" in page(house, "desk")
    change(house.fay, "retire", numbered(house.workshop, 3))
    shown = page(house, "desk")
    assert "Move Narratives down" in shown
    assert "Move Language" not in shown


def test_after_the_first_answer_nobody_is_told_to_take_the_pack_back(house: House) -> None:
    assert "you can take the pack back" in page(house, "cards")
    lay(house, house.ada, house.pack, {1: "inner"})
    assert "you can take the pack back" not in page(house, "cards")
    assert "The group changes them under Synthesis." in page(house, "cards")


def test_a_closed_sort_does_not_ask_where_a_new_card_belongs(house: House) -> None:
    lay(house, house.ada, house.pack, {1: "inner"})
    change(house.fay, "merge", numbered(house.workshop, 1, 2), titles=["Both in one"])
    revealed(house, house.pack)
    round, ada = asked(house), client_of(house.ada)
    address = at(house, "sort", number=round.number)
    assert "Where would you put it?" in ada.get(address).content.decode()
    revealed(house, round)
    shown = ada.get(address).content.decode()
    assert "It came from cards 1 and 2." in shown
    assert "Where would you put it?" not in shown


def test_a_link_between_cards_asks_for_its_cards_in_plain_words(house: House) -> None:
    sent = client_of(house.fay).post(at(house, "ties"), {"reason": "Feeds it", "uid": str(uuid.uuid4())})
    assert sent.status_code == 422
    assert sent.content.decode().count("Choose a card.</") == 2
    assert "This field is required" not in sent.content.decode()


def test_a_leader_is_offered_what_a_leader_can_do(house: House) -> None:
    change(house.fay, "retire", numbered(house.workshop, 1))
    assert "Work on the cards" in page(house, "lineage")
    shown = client_of(house.ada).get(at(house, "lineage")).content.decode()
    assert "See the cards and propose changes" in shown
    assert "Work on the cards" not in shown


def test_the_way_to_a_sort_on_the_stage_stands_once_in_the_room(house: House) -> None:
    round = asked(house)
    put(house, "sort")
    room = client_of(house.ada).get(at(house, "room")).content.decode()
    assert "Put each card in the inner or the outer circle" in room
    assert room.count(f'href="{at(house, "sort", number=round.number)}"') == 1
