"""A look-up finds what Django finds, each time for the values it is asked with."""

import uuid

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from tests.support import House, make_house
from workshop.models import Card, CardText, Link, Seat
from workshop.models.look_ups import LookUp

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def seats_of(workshop: int) -> QuerySet[Seat]:
    return Seat.objects.present().filter(workshop=workshop).select_related("person").order_by("pk")


def titles_of(cards: list[int], status: str) -> QuerySet[CardText, str]:
    rows = CardText.objects.filter(card__in=cards, card__status=status)
    return rows.order_by("card__position").values_list("title", flat=True)


def test_a_look_up_finds_the_rows_of_whoever_asks_now(house: House) -> None:
    look_up = LookUp(seats_of)
    for workshop in (house.workshop, house.zoe.workshop, house.workshop):
        assert look_up(workshop) == list(seats_of(workshop.pk)) != []
    assert look_up(0) == []


def test_what_was_stored_since_is_found(house: House) -> None:
    look_up = LookUp(seats_of)
    look_up(house.workshop)
    Seat.objects.filter(pk=house.ada.pk).update(pseudonym="P77")
    assert "P77" in {seat.pseudonym for seat in look_up(house.workshop)}


def test_rows_come_with_what_is_read_along(house: House) -> None:
    seats = LookUp(seats_of)(house.workshop)
    cards = LookUp(lambda workshop: Card.objects.filter(workshop=workshop).with_words(), known="workshop")
    found = cards(house.workshop)
    with CaptureQueriesContext(connection) as asked:
        assert all(card.title and card.workshop is house.workshop for card in found)
        assert [seat.name for seat in seats][:2] == ["Fay", "Ada"]
    assert len(asked) == 0


@pytest.mark.parametrize("count", range(7))
def test_as_many_keys_may_be_asked_about_as_there_are(house: House, count: int) -> None:
    look_up, keys = LookUp(titles_of), [card.pk for card in house.cards][:count]
    assert look_up(keys, "live") == list(titles_of(keys, "live"))
    assert look_up(keys, "merged") == []


def test_a_uid_is_asked_about_as_the_database_keeps_it(house: House) -> None:
    link = Link.objects.create(seat=house.ada, digest="d" * 64)
    look_up = LookUp(lambda uid: Link.objects.filter(uid=uid))
    assert look_up(link.uid) == [link]
    assert look_up(uuid.uuid4()) == []


def test_several_uids_may_be_asked_about(house: House) -> None:
    look_up = LookUp(lambda uids: Seat.objects.filter(uid__in=uids).order_by("pk"))
    seats = house.leaders[:3]
    assert look_up({seat.uid for seat in seats}) == seats


def test_the_words_are_made_once(house: House) -> None:
    built: list[int] = []

    def build(workshop: int) -> QuerySet[Seat]:
        built.append(workshop)
        return seats_of(workshop)

    look_up = LookUp(build)
    assert look_up(house.workshop) != look_up(house.zoe.workshop)
    assert len(built) == 1


def test_a_value_that_is_not_asked_for_as_it_was_given_is_refused(house: House) -> None:
    asked_for_another = LookUp(lambda pk: Seat.objects.filter(pk=pk + 1))
    not_asked_for = LookUp(lambda pk: Seat.objects.all())
    for look_up in (asked_for_another, not_asked_for):
        with pytest.raises(ValueError, match="as it is"):
            look_up(house.ada)
