"""Where names are hidden, the figures of a sort say nothing that its totals do not say."""

from random import Random

import pytest

from tests.support import House
from tests.views.figures_world import FIVE, Order, house_of, section
from workshop.actions.consents import answer_consents
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models import Mark
from workshop.models.figures import _reckoned

pytestmark = pytest.mark.django_db
HIDDEN = ["hidden", "unlinked"]
EIGHT: tuple[Order, ...] = (*FIVE, ("361", 2), ("", 0), ("6", 1))


def shuffled(house: House, seed: int) -> None:
    """Deal the placements of each card out to the people anew: every total stays, and no sort does."""
    random = Random(seed)
    for card in house.cards:
        marks = list(Mark.objects.filter(ballot__round=house.pack, card=card).order_by("pk"))
        said = [(mark.zone, mark.place) for mark in marks]
        random.shuffle(said)
        for mark, (zone, place) in zip(marks, said, strict=True):
            mark.zone, mark.place = zone, place
            mark.save()


@pytest.mark.parametrize("promise", HIDDEN)
@pytest.mark.parametrize("orders", [FIVE, EIGHT])
def test_other_sorts_with_the_same_totals_give_the_same_figures_to_the_byte(
    promise: str, orders: tuple[Order, ...]
) -> None:
    house = house_of(orders, promise, len(orders))
    Mark.objects.filter(card=house.cards[5], ballot__seat=house.ada).update(zone="unplaced", place=None)
    before = section(house)
    for seed in range(3):
        shuffled(house, seed)
        assert section(house) == section(house, house.fay) == before


def test_where_names_are_open_they_do_follow_whole_sorts() -> None:
    """The twin: else the test above would hold of figures that never change."""
    house = house_of(FIVE)
    before = section(house)
    shuffled(house, 0)
    _reckoned.cache_clear()
    assert section(house) != before


@pytest.mark.parametrize("promise", HIDDEN)
def test_what_follows_each_person_is_not_given_and_one_sentence_says_why(promise: str) -> None:
    page = section(house_of(FIVE, promise))
    for words in ("By ranks", "One against one", "were missing", "95 % interval", "by chance", "agree about"):
        assert words not in page
    assert 'Krippendorff’s alpha of circles</th><td class="n">0.35</td>' in page
    assert 'Gwet’s AC1, of circles</th><td class="n">0.34</td>' in page
    assert "the order begins with card 2 (5 of 5)." in page
    assert page.count("Names are hidden here, so we give only what the totals say by themselves") == 1
    assert "Kendall’s W, what one missing voice would change" in page


def test_of_two_people_no_figure_across_the_cards_is_given() -> None:
    page = section(house_of(FIVE[:2], "hidden"))
    assert "Agreement across all cards" not in page
    assert "Too few people placed the cards" in page


def test_an_unlinked_workshop_gives_the_same_figures_after_its_close() -> None:
    house = house_of(FIVE, "unlinked")
    before = section(house)
    close_workshop(house.fay)
    house.workshop.refresh_from_db()
    assert house.workshop.is_unlinked
    assert section(house, house.fay) == before


@pytest.mark.parametrize("promise", HIDDEN)
def test_figures_that_were_shown_stay_when_somebody_withdraws_or_declines(promise: str) -> None:
    house = house_of(FIVE, promise)
    before = section(house)
    withdraw(house.others[-1])
    items = house.workshop.consent_items.all()
    answer_consents(house.others[-2], {str(item.uid): False for item in items})
    assert section(house) == before
