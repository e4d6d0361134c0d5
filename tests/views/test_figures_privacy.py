"""The figures of a sort say nothing that its totals do not say: to nobody where names are hidden, and to none
but the facilitators where they are open.
"""

from random import Random
from re import sub

import pytest

from tests.support import House, add_leader
from tests.views.figures_world import FIVE, Order, house_of, section
from tests.views.results_world import results_page
from workshop.actions.consents import answer_consents
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models import Mark, Seat
from workshop.models.figures import KNOWN

pytestmark = pytest.mark.django_db
HIDDEN = ["hidden", "unlinked"]
FOLLOWING = ("By ranks", "One against one", "were missing", "95 % interval", "by chance", "agree about")
EIGHT: tuple[Order, ...] = (*FIVE, ("361", 2), ("", 0), ("6", 1))


def shuffled(house: House, seed: int) -> None:
    """Deal the placements of each card out to the people anew: every total stays, and no sort does.

    What the process knows by the totals is forgotten, so that the sorts are looked at again.
    """
    random = Random(seed)
    KNOWN.clear()
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
        assert section(house) == section(house, house.ada) == before


def observed(house: House) -> Seat:
    """Return an observer who may open the page."""
    observer = add_leader(house.fay, "Olu")
    observer.role = Seat.Role.OBSERVER
    observer.save()
    return observer


def sent(house: House, seat: Seat) -> str:
    """Return the whole page of results, but for the token that each answer has afresh."""
    return sub(r'"X-CSRFToken": "[^"]+"', "", results_page(house, seat))


@pytest.mark.parametrize("people", [2, 3, 5])
def test_worlds_under_named_with_the_same_totals_look_the_same_to_all_but_facilitators(people: int) -> None:
    """Of two complete sorts, 2 x the mean rank less one's own was the other's whole order."""
    house = house_of(FIVE[:people], leaders=people)
    seats = [house.ada, observed(house)]
    before = [sent(house, seat) for seat in seats]
    assert all('<section class="figures"' in page for page in before)
    for seed in range(3):
        shuffled(house, seed)
        assert [sent(house, seat) for seat in seats] == before


def test_to_facilitators_they_do_follow_whole_sorts() -> None:
    """The twin: else the tests above would hold of figures that never change."""
    house = house_of(FIVE)
    before = section(house)
    shuffled(house, 0)
    assert section(house) != before


def test_two_complete_sorts_are_told_apart_to_no_facilitator_either() -> None:
    house = house_of(FIVE[:2])
    page = section(house)
    assert page.count("Fewer than three people placed every card") == 1
    assert "Facilitators alone see" not in page
    shuffled(house, 0)
    assert section(house) == page


def test_who_takes_part_under_named_is_told_in_one_sentence_what_the_facilitators_have() -> None:
    house = house_of(FIVE)
    page = section(house, house.ada)
    for words in FOLLOWING:
        assert words not in page
    assert page.count("So the facilitators have them, whose records hold each answer") == 1
    assert "Names are hidden" not in page
    assert "the order begins with card 2 (Power and reciprocity): 5 of 5." in page


def test_facilitators_are_told_beside_them_that_they_alone_see_these() -> None:
    page = section(house_of(FIVE))
    assert page.index("Facilitators alone see") < page.index("agree about the order more than")
    assert "If you show this page on a screen, you show them these too." in page


@pytest.mark.parametrize("promise", HIDDEN)
def test_what_follows_each_person_is_not_given_and_one_sentence_says_why(promise: str) -> None:
    page = section(house_of(FIVE, promise))
    for words in FOLLOWING:
        assert words not in page
    assert 'Krippendorff’s alpha of circles</th><td class="n">0.35</td>' in page
    assert 'Gwet’s AC1, of circles</th><td class="n">0.34</td>' in page
    assert "the order begins with card 2 (Power and reciprocity): 5 of 5." in page
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
