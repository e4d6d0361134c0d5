"""How far the group agrees, and in what order: sentences first, and the numbers behind them."""

import pytest
from scipy.stats import friedmanchisquare

from tests.support import make_house
from tests.views.figures_world import CHANCE, FIVE, house_of, section, sort_all
from tests.views.results_world import sort_cards
from workshop.actions.proxy_sort import place_for
from workshop.actions.rounds import reveal_round
from workshop.actions.sort import Row, place_card
from workshop.actions.withdrawing import withdraw
from workshop.analysis.refused import Refused
from workshop.models import Seat, figures
from workshop.models.audiences import FACILITATORS
from workshop.models.counting import SortResult
from workshop.models.figured import with_figures
from workshop.models.figures import Reckoned, figures_of
from workshop.models.results import results_for

pytestmark = pytest.mark.django_db


def test_the_golden_five_are_reckoned_as_by_hand() -> None:
    """W = 12 x 219.5 / (25 x 210). Alpha = 1 - (10/30) / (448/870). AC1 = (40/60 - c) / (1 - c), c 0.4978.

    The squares of 13, 7, 25, 18, 19 and 23 about 17.5 add up to 219.5; scipy's Friedman is W x 5 x 5.
    """
    ranks = [[order.index(str(card)) for order, _inner in FIVE] for card in range(1, 7)]
    assert friedmanchisquare(*ranks).statistic / 25 == pytest.approx(12 * 219.5 / (25 * 210))
    page = section(house_of(FIVE))
    assert "Five people agree about the order more than chance would make them." in page
    assert "Card by card, 40 of 60 pairs of people chose the same circle." in page
    w = 'Kendall’s W, of the order</th><td class="n">0.50</td>'
    alpha = 'Krippendorff’s alpha of circles</th><td class="n">0.35</td>'
    ac1 = 'Gwet’s AC1, of circles</th><td class="n">0.34</td>'
    assert all(row in page for row in (w, alpha, ac1))
    assert "by chance 0.20 on average, above 0.41 once in 20 times; p = 0.014" in page
    assert page.count("40 of 60 pairs in one circle") == 2
    assert page.count(" of 150 comparisons the same way<") == 1
    assert page.count('<td class="n">5 of 5</td>') == 4


def test_where_the_order_depends_on_the_method_all_three_are_shown_and_said_so() -> None:
    page = section(house_of(FIVE))
    assert "The order depends on the method, so no single one is the group’s" in page
    assert page.index("One against one") < page.index("The numbers behind this")
    row = "4. Non-research activities</th>"
    places = ("3 (3.60)", "3= (2 of 5)", "4 (2 of 5)")
    assert row + "".join(f'<td class="n">{each}</td>' for each in places) in page
    assert "the first three could be other cards: that is so for two of them." in page
    assert "Card 5 (Ways of working) could come in." in page


def test_no_more_than_chance_is_said_first_and_the_order_is_taken_lightly() -> None:
    page = section(house_of(CHANCE))
    assert "<p>Five people agree about the order no more than chance would make them.</p>" in page
    assert page.index("no more than chance") < page.index("Kendall’s W")


def test_where_the_methods_agree_the_order_is_a_sentence_and_its_table_is_folded() -> None:
    page = section(house_of([("213456", 3)] * 4 + [("123456", 3)]))
    begins = (
        "the order begins with cards 2 (Power and reciprocity), 1 (Narratives) and 3 (Language); three ways"
    )
    assert f"{begins} of adding it up do not contradict" in page
    assert "the first three cards would be the same three, perhaps in another order." in page
    assert page.index("The numbers behind this") < page.index("One against one")


def test_where_everybody_placed_every_card_nobody_is_said_to_be_left_out() -> None:
    assert "Whoever left a card unplaced" not in section(house_of(FIVE))


def test_who_left_cards_out_is_not_in_the_order_and_that_is_said() -> None:
    page = section(house_of([*FIVE[:4], ("251", 3)]))
    assert "The order counts the 4 of 5 people who placed every card." in page
    assert "Whoever left a card unplaced is not among these four." in page
    assert "<dt>Kendall’s W</dt><dd>Not everybody placed the same cards" in page
    assert "agree about the order" not in page


def test_the_figures_count_whom_the_headline_counts() -> None:
    """Somebody who placed nothing is counted in the headline; an answer that was entered counts as any."""
    house = make_house()
    sort_all(house, FIVE[:3])
    rows = [Row(card, ("inner" if n else "outer", ""), ("", "")) for n, card in enumerate(house.cards)]
    place_for(house.fay, house.leaders[3], house.pack, rows)
    for card in house.cards:
        place_card(house.leaders[4], house.pack, card, "unplaced")
    reveal_round(house.fay, house.pack)
    [outcome] = [each for each in with_figures(results_for(house.fay), FACILITATORS).outcomes if each.sort]
    assert outcome.figures
    assert outcome.figures.people == outcome.people == 5
    assert '<td class="n">4 of 5</td>' in section(house)
    assert "The order counts the 4 of 5 people who placed every card." in section(house)


def test_who_withdraws_where_names_are_open_goes_from_the_figures_as_from_the_totals() -> None:
    house = house_of(FIVE)
    assert '<td class="n">5 of 5</td>' in section(house)
    withdraw(house.others[-1])
    page = section(house)
    assert "Four people agree about the order" in page
    assert '<td class="n">4 of 4</td>' in page


def test_of_one_person_there_are_no_figures() -> None:
    assert section(house_of(FIVE[:1])) == ""


def test_a_sort_that_nobody_completed_says_what_is_not_given() -> None:
    house = make_house()
    sort_cards(house, number=2)
    reveal_round(house.fay, house.pack)
    page = section(house)
    assert "Card by card, 6 of 10 pairs of people chose the same circle." in page
    assert "<dt>The group’s order by three methods, Kendall’s W, what one" in page
    assert "Fewer than three people placed every card" in page
    assert "95 % interval" not in page


def test_an_interval_that_rests_on_one_voice_is_not_given() -> None:
    page = section(house_of([("123456", 6)] * 4 + [("123456", 5)]))
    assert '<td class="n">none: it rests on one voice</td>' in page


def test_in_one_circle_alone_the_order_of_places_is_an_order() -> None:
    page = section(house_of([("123456", 6)] * 5))
    assert "Five people agree about the order more than chance would make them." in page
    assert "no order to agree about" not in page


@pytest.fixture
def reckoned(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the rounds that are reckoned from now on, as the process reckons them."""
    asked: list[int] = []
    reckon = figures._reckoned

    def noted(pk: int, cards: list[str]) -> Reckoned | Refused:
        asked.append(pk)
        return reckon(pk, cards)

    monkeypatch.setattr(figures, "_reckoned", noted)
    return asked


def test_the_figures_are_reckoned_once_for_all_who_ask(reckoned: list[int]) -> None:
    house = house_of(FIVE)
    assert section(house) == section(house)
    assert reckoned == [house.pack.pk]


def test_what_is_known_waits_for_no_other_round(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another round is being reckoned, whoever waits for the lock fails here."""
    house = house_of(FIVE)
    before = section(house)
    monkeypatch.setattr(figures, "_ONE_AT_A_TIME", None)
    assert section(house) == before


def test_no_more_is_kept_than_said(monkeypatch: pytest.MonkeyPatch, reckoned: list[int]) -> None:
    house = house_of(FIVE)
    monkeypatch.setattr(figures, "KEPT", 2)
    section(house)
    assert len(figures.KNOWN) <= 2
    section(house)
    assert len(reckoned) == 1


@pytest.mark.parametrize("who", ["ada", "fay"])
def test_before_the_reveal_there_is_no_figure_for_anybody(who: str) -> None:
    house = make_house()
    sort_all(house, FIVE)
    seat: Seat = getattr(house, who)
    assert section(house, seat) == ""
    with pytest.raises(ValueError, match="not revealed"):
        figures_of(house.pack, SortResult([], 5), FACILITATORS)
