"""What a workshop came to: its counts and sentences, and the ways to take it away."""

import uuid
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.rounds import lay, revealed
from tests.support import House, client_of, make_house
from tests.views.results_world import begin, poll_cards, propose, results_page, sort_cards, write
from workshop.actions.cards import write_card
from workshop.actions.rounds import Vote, cast_ballots, close_round, open_round, reveal_round
from workshop.actions.series import add_round
from workshop.actions.sort import place_card
from workshop.exports import FORMATS
from workshop.models import Round, Seat, Workshop

pytestmark = pytest.mark.django_db
NAMED, HIDDEN = Workshop.Promise.NAMED, Workshop.Promise.HIDDEN


def test_a_revealed_sort_has_its_headline_counts_and_table() -> None:
    house = make_house()
    sort_cards(house, number=2)
    reveal_round(house.fay, house.pack)
    page = results_page(house, house.ada)
    assert "What five people made of six cards" in page
    assert "“Power and reciprocity” was inner for 4 of 5." in page
    assert "Card 2 (Power and reciprocity) was inner for 4 of 5" in page
    assert "4 of 5 placed it inner; 1 outer" in page
    assert "6&nbsp;of&nbsp;10" in page
    assert "0.38&nbsp;to&nbsp;0.96" in page


def test_a_revealed_poll_says_how_many_answered_and_how_many_would_rather_not() -> None:
    house = make_house()
    poll_cards(house)
    page = results_page(house, house.ada)
    assert (
        "Opening poll (5 of 5 answered): “Narratives” and “Power and reciprocity” came first together: 4 of 4"
        in page
    )
    assert "5 of 5 answered, each with up to three cards: 8 nominations in all." in page
    assert "1 person would rather not choose." in page
    assert "4 of 4 nominated it" in page


def test_somebody_removed_after_answering_is_still_one_of_those_asked() -> None:
    house = make_house()
    sort_cards(house)
    Seat.objects.filter(pk=house.others[0].pk).update(removed_at=timezone.now())
    reveal_round(house.fay, house.pack)
    assert "5 of 5 placed at least one card." in results_page(house, house.ada)


def test_below_ten_people_no_per_cent_is_written() -> None:
    house = make_house(leaders=9)
    sort_cards(house)
    reveal_round(house.fay, house.pack)
    page = results_page(house, house.ada)
    assert " %)" not in page
    assert "8 of 9 placed it inner" in page


def test_from_ten_people_the_per_cent_stands_beside_the_count() -> None:
    house = make_house(leaders=10)
    sort_cards(house)
    reveal_round(house.fay, house.pack)
    assert "8 of 10 (80 %) placed it inner" in results_page(house, house.ada)


def test_a_blank_card_is_shown_and_never_counted() -> None:
    house = make_house()
    blank = propose(house, house.ada, "Motivation vs skills")
    place_card(house.ada, house.pack, blank, "inner")
    begin(house)
    reveal_round(house.fay, house.pack)
    page = results_page(house, house.others[0])
    assert "Motivation vs skills" in page
    assert "1 of" not in page
    assert "Nobody has placed a card yet." in page


def test_who_leads_can_reveal_a_round_once_it_is_over() -> None:
    house = make_house()
    address = reverse("round-revelation", kwargs={"slug": house.workshop.slug, "number": 1})
    assert address not in results_page(house, house.fay)
    close_round(house.fay, house.pack)
    assert address in results_page(house, house.fay)
    assert address not in results_page(house, house.ada)


def test_the_reveal_leads_back_to_the_results() -> None:
    house = make_house()
    close_round(house.fay, house.pack)
    back = reverse("results", kwargs={"slug": house.workshop.slug})
    address = reverse("round-revelation", kwargs={"slug": house.workshop.slug, "number": 1})
    assert f'name="next" value="{back}"' in results_page(house, house.fay)
    answer = client_of(house.fay).post(address, {"next": back, "confirmed": "1"})
    assert (answer.status_code, answer.headers["Location"]) == (302, back)
    assert house.pack.is_revealed


@pytest.mark.parametrize(
    ("promise", "said"),
    [(NAMED, "with the pseudonym of its author"), (HIDDEN, "no line that tells who chose or wrote what")],
)
def test_exports_are_offered_to_facilitators_alone_and_say_what_they_leave_out(
    promise: str, said: str
) -> None:
    house = make_house(promise=promise)
    page = results_page(house, house.fay)
    for format in FORMATS.values():
        address = reverse("export", kwargs={"slug": house.workshop.slug, "format": format.name})
        assert (address in page) is format.is_there(house.workshop)
    assert said in page
    assert "exports" not in results_page(house, house.ada)


def fill(leaders: int, extra_cards: int) -> House:
    """A workshop with everything answered, written and revealed."""
    house = make_house(leaders=leaders, pack_open=False)
    for n in range(extra_cards):
        write_card(house.fay, title=f"Card {n}")
    open_round(house.fay, house.pack)
    sort_cards(house)
    poll_cards(house)
    for number in range(1, len(house.cards) + 1):
        for seat in house.leaders:
            write(house, seat, "Words", number)
            propose(house, seat, "A wording", rephrases=house.cards[number - 1])
    reveal_round(house.fay, house.pack)
    begin(house)
    return house


@pytest.mark.parametrize(("leaders", "extra_cards"), [(5, 0), (40, 6)])
@pytest.mark.parametrize(("who", "queries"), [("ada", 23), ("fay", 29)])  # hers: who gave reasons
def test_the_number_of_queries_does_not_grow(
    who: str, queries: int, leaders: int, extra_cards: int, django_assert_num_queries: Any
) -> None:
    house = fill(leaders, extra_cards)
    browser = client_of(getattr(house, who))
    with django_assert_num_queries(queries):
        answer = browser.get(reverse("results", kwargs={"slug": house.workshop.slug}))
    assert answer.status_code == 200


def test_polls_are_named_apart_and_the_headline_names_the_newest_that_more_than_one_answered() -> None:
    house = make_house()
    poll_cards(house)
    uid = uuid.uuid4()
    later = add_round(house.fay, kind=Round.Kind.POLL, when=Round.When.LIVE, uid=uid, k=1)
    open_round(house.fay, later)
    cast_ballots(later, [Vote(house.ada, frozenset([str(house.cards[0].uid)]))])
    reveal_round(house.fay, later)
    page = results_page(house, house.ada)
    assert "Opening poll (5 of 5 answered)" in page
    assert f"Poll, round {later.number} (" not in page
    assert "<b>Opening poll:</b>" in page
    assert f"<b>Poll, round {later.number}:</b>" in page


def test_where_not_all_who_were_asked_answered_it_says_of_whom_each_count_is() -> None:
    house = make_house()
    lay(house, house.ada, house.pack, {1: "inner"})
    lay(house, house.others[0], house.pack, {1: "outer"})
    revealed(house, house.pack)
    asked = len(house.leaders)
    said = f"2 of {asked} placed at least one card. Each count of a card is of the 2 people who placed any."
    assert said in results_page(house, house.ada)
