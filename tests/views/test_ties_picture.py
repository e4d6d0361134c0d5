"""The links among the cards, drawn on the synthesis page with a sentence and their numbers."""

import re

import pytest

from tests.support import House, client_of, make_house
from tests.synthesis import change, numbered, tied
from tests.views.test_synthesis import at
from workshop.actions.ties import mark_start, remove_tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house()
    for tail, head in [(3, 4), (1, 4), (4, 3)]:
        tied(house.fay, tail, head)
    return house


def shown(house: House) -> str:
    """Return the section of links as the facilitator sees it."""
    page = client_of(house.fay).get(at(house, "synthesis")).content.decode()
    return page[page.index('id="ties"') : page.index('id="starts"')]


def table(text: str) -> list[list[str]]:
    """Return the rows of its numbers."""
    rows = re.findall(r'<tr><th scope="row">(.*?)</tr>', text)
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.split(r"</th><td[^>]*>|</td><td[^>]*>", row)]
        for row in rows
    ]


def test_the_links_are_drawn_said_and_counted(house: House) -> None:
    mark_start(house.ada, house.cards[3], True)
    text = shown(house)
    says = "3 links tie 3 cards together; card 4 has the most leading to it: 2 of 3."
    assert text.count(says) == 2
    assert text.count('class="tied__head"') == 3
    assert re.findall(r'<text y="8">(\d)</text>', text) == ["1", "3", "4"]
    assert [[row[0][:2], *row[1:]] for row in table(text)] == [
        ["1.", "1", "0", "–"],
        ["3.", "1", "1", "–"],
        ["4.", "1", "2", "1 of 5"],
    ]
    assert text.count("tied__slip--start") == 1
    assert ">1 of 5</text>" in text


def test_one_link_is_no_picture_and_neither_is_one_taken_away(house: House) -> None:
    first, second, _third = house.workshop.ties.all()
    remove_tie(house.fay, first)
    assert "<svg" in shown(house)
    remove_tie(house.fay, second)
    assert "<svg" not in shown(house)
    assert "Card 4 bears on card 3" in shown(house)


def test_what_leads_to_a_card_set_aside_is_in_the_list_alone(house: House) -> None:
    change(house.fay, "retire", numbered(house.workshop, 1))
    text = shown(house)
    assert "2 links tie 2 cards together; no card has more than one leading to it." in text
    assert "Card 1 bears on card 4" in text


def test_a_link_to_a_card_that_was_split_counts_once_and_leads_to_both(house: House) -> None:
    change(house.fay, "split", numbered(house.workshop, 4), titles=["One", "Other"])
    text = shown(house)
    assert "3 links tie 4 cards together; cards 7 and 8 have the most leading to them: 2 of 3 each." in text
    assert text.count('class="tied__head"') == 6


def test_a_sub_theme_keeps_its_links_and_its_slip_is_dashed(house: House) -> None:
    one, two = numbered(house.workshop, 1, 2)
    change(house.fay, "nest", [one], two)
    assert shown(house).count("tied__slip--part") == 1


def test_above_24_cards_the_list_alone_tells(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.analysis.ties_picture.MOST_CARDS", 2)
    text = shown(house)
    assert "<svg" not in text
    assert "Links run among 3 cards." in text
