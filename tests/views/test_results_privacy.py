"""What a page of results may not say, and to whom."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.support import House, client_of, make_house
from tests.views.results_world import begin, propose, results_page, sort_cards, write
from workshop.actions.rounds import reveal_round
from workshop.actions.sort import place_card
from workshop.actions.workshops import close_workshop
from workshop.models import Person, Remark, Seat, Workshop

pytestmark = pytest.mark.django_db
NAMED, HIDDEN = Workshop.Promise.NAMED, Workshop.Promise.HIDDEN


def status_of(house: House, seat: Seat | None) -> int:
    return client_of(seat).get(reverse("results", kwargs={"slug": house.workshop.slug})).status_code


@pytest.mark.parametrize("who", ["ada", "fay"])
def test_what_is_not_revealed_is_sent_to_nobody(who: str) -> None:
    house = make_house()
    before = results_page(house, getattr(house, who))
    sort_cards(house, number=2)
    place_card(house.ada, house.pack, house.cards[0], "unplaced", reason="canary reason")
    house.workshop.refresh_from_db()
    page = results_page(house, getattr(house, who))
    hidden = ("was inner", "placed it inner", "canary reason", "bullseyes", "Wilson")
    assert [words for words in hidden if words in page] == []
    assert "Its result is hidden until it is revealed." in page
    assert page.replace("5 of 5 have placed cards", "0 of 5 have placed cards").count("of 5") == before.count(
        "of 5"
    )


def test_how_many_have_answered_a_hidden_sort_is_for_facilitators() -> None:
    house = make_house()
    place_card(house.ada, house.pack, house.cards[0], "inner")
    assert "1 of 5 have placed cards." in results_page(house, house.fay)
    assert "of 5 have placed cards" not in results_page(house, house.ada)


def test_comments_reach_ada_only_once_the_workshop_has_begun() -> None:
    house = make_house()
    write(house, house.others[0], "canary comment")
    propose(house, house.others[0], "canary addition")
    propose(house, house.others[0], "canary wording", rephrases=house.cards[0])
    reveal_round(house.fay, house.pack)
    assert results_page(house, house.fay).count("canary") == 3
    assert "canary" not in results_page(house, house.ada)
    begin(house)
    assert results_page(house, house.ada).count("canary") == 3


def test_any_other_comments_are_for_facilitators_only() -> None:
    house = make_house()
    write(house, house.ada, "canary between us", number=0)
    begin(house)
    reveal_round(house.fay, house.pack)
    close_workshop(house.fay)
    assert "canary" in results_page(house, house.fay)
    assert "canary" not in results_page(house, house.ada)


@pytest.mark.parametrize(("promise", "named"), [(NAMED, True), (HIDDEN, False)])
def test_names_stand_beside_words_only_where_the_promise_allows(promise: str, named: bool) -> None:
    house = make_house(promise=promise)
    ben = house.others[0]
    Person.objects.filter(seats=ben).update(name="Quillon Canary")
    first = write(house, ben, "We wait for the money.")
    propose(house, ben, "Waiting vs acting")
    Remark.objects.create(workshop=house.workshop, card=house.cards[0], seat=ben, body="Yes", reply_to=first)
    begin(house)
    reveal_round(house.fay, house.pack)
    everywhere = 3 + 1  # beside what was said, and among the people to search by
    assert results_page(house, house.ada).count("Quillon") == (everywhere if named else 0)
    assert results_page(house, house.fay).count("Quillon") == everywhere


def test_hidden_authors_cannot_be_followed_by_the_order_of_their_words() -> None:
    house = make_house(promise=HIDDEN)
    written = [write(house, seat, f"words {n}") for n, seat in enumerate(house.leaders)]
    begin(house)
    reveal_round(house.fay, house.pack)
    page = results_page(house, house.ada)
    shown = sorted(written, key=lambda remark: page.index(remark.body))
    assert shown == sorted(written, key=lambda remark: remark.uid.hex)


def test_a_withdrawn_comment_is_nowhere() -> None:
    house = make_house()
    said = write(house, house.ada, "canary withdrawn")
    Remark.objects.filter(pk=said.pk).update(withdrawn_at=timezone.now())
    reveal_round(house.fay, house.pack)
    assert "canary" not in results_page(house, house.fay)


def test_strangers_find_nothing_and_the_removed_neither() -> None:
    house = make_house()
    ben = client_of(house.others[0])
    Seat.objects.filter(pk=house.others[0].pk).update(removed_at=timezone.now())
    address = reverse("results", kwargs={"slug": house.workshop.slug})
    assert [status_of(house, seat) for seat in (None, house.zed, house.zoe)] == [404, 404, 404]
    assert ben.get(address).status_code == 404


def test_who_has_not_agreed_to_take_part_is_asked_first() -> None:
    house = make_house(agreed=False)
    assert status_of(house, house.ada) == 302


@pytest.mark.parametrize(
    ("promise", "who", "told"), [(HIDDEN, "fay", 1), (HIDDEN, "ada", 0), (NAMED, "fay", 0)]
)
def test_who_alone_sees_the_names_beside_comments_is_told_before_showing_them(
    promise: str, who: str, told: int
) -> None:
    house = make_house(promise=promise)
    write(house, house.ada, "Words of Ada.")
    page = results_page(house, getattr(house, who))
    assert page.count("If you show it on a screen, or print it, you show the names too.") == told
