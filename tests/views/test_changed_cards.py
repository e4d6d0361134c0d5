"""What a changed card is called wherever it shows: on its slip, in the results, on the page of a change."""

import pytest

from tests.rounds import asked, lay, revealed
from tests.stagecraft import reveal
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
