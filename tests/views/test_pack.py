"""The pack's page in each of its states, as one form without scripts, and the page that finishes it."""

import re

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.rounds import give_poles
from tests.support import House, client_of, make_house
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.cards import write_card
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import close_round, open_round
from workshop.models import Card, Seat, Workshop
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db


def url(house: House, name: str = "pack") -> str:
    return reverse(name, kwargs={"slug": house.workshop.slug})


def read(house: House, seat: Seat | None = None, name: str = "pack") -> str:
    """Return what a seat's browser is sent, with each run of white space made one space."""
    page = client_of(seat or house.ada).get(url(house, name))
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def boxes(page: str) -> int:
    """Return how many boxes for words a page has; what shows words kept on the device is none of them."""
    return len(re.findall(r"<textarea\b(?![^>]* readonly)", page))


def test_the_page_has_a_box_for_each_card_blank_cards_and_anything_else() -> None:
    page = read(make_house())
    assert boxes(page) == 6 + 6 + 1
    assert "Your comment on card 6" in page
    assert "Only the facilitators read this" in page
    told = page.index("Until we meet, only the facilitators can read what you write.")
    assert told < page.index('<textarea id="text-')  # who sees it is read before it is written
    assert "Implementation Science Communications" in page


def test_the_day_and_the_deadline_are_told_in_the_workshops_own_zone() -> None:
    house = make_house(zone="America/New_York", starts_at="2027-02-09T15:00Z", ends_at="2027-02-09T17:00Z")
    house.workshop.rounds.filter(number=1).update(closes_at="2027-02-05T22:00Z")
    page = read(house)
    assert "Tuesday 9 February 2027, 10:00 to 12:00" in page
    assert "17:00 (New York time)</time>." in page
    assert 'data-zone="America/New_York"' in page


def test_before_it_opens_there_is_nothing_to_do() -> None:
    page = read(make_house(pack_open=False))
    assert "The pack is not open yet." in page
    assert boxes(page) == 0
    assert "Idealistic" not in page


def test_after_the_close_everything_can_be_read_and_nothing_written() -> None:
    house = make_house()
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "My words", 0)
    save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Motivation"))
    close_round(house.fay, house.pack)
    page = read(house)
    assert "The pack closed on" in page
    assert "My words" in page
    assert "Motivation" in page
    assert boxes(page) == 0


def test_the_pack_keeps_the_words_that_people_were_asked_about() -> None:
    house = make_house()
    first = house.cards[0]
    Card.objects.filter(pk=first.pk).update(status=Card.Status.MERGED)
    first.texts.create(rev=2, title="Other words")
    page = read(house)
    assert "Idealistic, tokenistic vs realistic narratives" in page
    assert "Other words" not in page


def test_a_facilitator_sees_what_leaders_see_and_no_leaders_words() -> None:
    house = make_house()
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "Ada's own words", 0)
    page = read(house, house.fay)
    assert "This is what leaders see." in page
    assert boxes(page) == 0
    assert "own words" not in page.replace("in our own words", "")


def test_nobody_sees_somebody_elses_pack() -> None:
    house = make_house()
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "Canary", 0)
    save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Goldfinch"))
    page = read(house, house.others[0])
    assert "Canary" not in page
    assert "Goldfinch" not in page


def test_nothing_is_compulsory_and_being_done_can_be_undone_by_going_on() -> None:
    house = make_house()
    client = client_of(house.ada)
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "One", 0)
    page = read(house, name="pack-finish")
    assert "1 of 6 have a comment" in page
    assert client.post(url(house, "pack-finish")).status_code == 302
    page = read(house, name="pack-finish")
    assert "Your pack is finished." in page
    assert "Get back to it" in page
    assert "I am done for now" not in page


def test_being_done_after_the_close_is_409() -> None:
    house = make_house()
    close_round(house.fay, house.pack)
    assert client_of(house.ada).post(url(house, "pack-finish")).status_code == 409
    assert "The pack closed on" in read(house, name="pack-finish")


def filled_house(cards: int) -> House:
    """A house with so many cards, a comment on each, and blank cards."""
    house = make_house(pack_open=False)
    for card in house.cards[cards:]:
        card.delete()
    for n in range(6, cards):
        write_card(house.fay, title=f"Card {n}")
    open_round(house.fay, house.pack)
    for prompt in house.workshop.prompts.all():
        save_remark(house.ada, prompt, "Words", 0)
    for place in own_pack(house.ada).places[: cards // 2]:
        save_blank(house.ada, place.uid, 0, BlankWords("A", "B", str(house.cards[0].uid)))
    Workshop.objects.filter(pk=house.workshop.pk).update(starts_at="2027-02-09T10:00Z")
    return house


@pytest.mark.parametrize("cards", [3, 12])
@pytest.mark.parametrize("name", ["pack", "pack-finish"])
def test_the_page_costs_the_same_whatever_the_number_of_cards(
    cards: int, name: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    house = filled_house(cards)
    client = client_of(house.ada)
    with django_assert_num_queries(13):
        client.get(url(house, name))


def test_the_way_to_the_room_comes_first_while_the_workshop_is_on() -> None:
    house = make_house()
    assert "Go to the room" not in read(house)
    Workshop.objects.filter(pk=house.workshop.pk).update(step=house.workshop.steps.first())
    page = read(house)
    assert page.index("Go to the room") < page.index("<h1>")


def test_the_ends_of_a_cards_spectrum_stand_on_the_pack_and_beside_the_card_that_is_sorted() -> None:
    house = make_house(1, pack_open=False)
    give_poles(house, 1)
    open_round(house.fay, house.pack)
    says = "A line from “{0.pole_a}” to “{0.pole_b}”".format(house.cards[0].words)
    sort = client_of(house.ada).get(reverse("sort", kwargs={"slug": house.workshop.slug, "number": 1})).text
    for page in (read(house), sort):
        assert page.count("A line from") == 1
        assert says in page
