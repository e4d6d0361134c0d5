"""A workshop run again: what goes along, what does not, and what is refused."""

import uuid
from typing import Any

import pytest
from django.test import Client

from tests.support import House, client_of, make_house
from tests.synthesis import blank_of, paper_synthesis
from tests.views.rows_results import again
from tests.views.test_synthesis import at
from workshop.actions.consents import answer_consents
from workshop.models import Link, Remark, Workshop
from workshop.models.consents import asked_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(promise="hidden")


@pytest.fixture
def fay(house: House) -> Client:
    return client_of(house.fay)


def made(house: House) -> Workshop:
    """Return the newest workshop."""
    return Workshop.objects.order_by("pk").last() or house.workshop


def test_the_cards_of_the_end_go_along_and_keep_their_identity(house: House, fay: Client) -> None:
    paper_synthesis(house.fay, blank_of(house.ada))
    sent = again(house) | {
        "cards": [str(card.uid) for card in house.cards],
        "day": "2027-05-04",
        "starts": "10:00",
    }
    answer = fay.post(at(house, "repetition"), sent)

    new = made(house)
    assert answer.headers["Location"] == f"/w/{new.slug}/setup/"
    cards = list(new.cards.all().live().with_words())
    assert [card.identity_uid for card in cards] == [card.identity_uid for card in house.cards]
    assert [card.number for card in cards] == [1, 2, 3, 4]
    assert cards[2].words.notes == "Sub-theme: Motivation vs lack of skills"
    assert (new.series_uid, new.promise, new.promise_locked_at) == (house.workshop.series_uid, "hidden", None)
    assert f"{new.starts_at:%d %H:%M}" == "04 09:00"
    assert [round.state for round in new.rounds_in_order()] == ["draft", "draft"]
    assert (new.steps.count(), new.prompts.count(), new.consent_items.count()) == (4, 5, 4)
    assert len(house.cards) == 4


def test_the_same_people_get_seats_without_links_answers_or_agreement(house: House, fay: Client) -> None:
    Remark.objects.create(workshop=house.workshop, seat=house.ada, card=house.cards[0], body="Mine", rev=1)
    links = Link.objects.count()
    fay.post(at(house, "repetition"), again(house))

    new = made(house)
    names = sorted(seat.name for seat in new.seats.all())
    assert names == ["Ada", "Ben", "Cem", "Dot", "Eve", "Fay"]
    assert Link.objects.count() == links
    assert not new.remarks.exists()
    assert not new.seats.filter(consents__isnull=False).exists()
    assert not set(new.people.all()) & set(house.workshop.people.all())


def test_who_declined_gets_no_seat_and_the_page_says_how_many(house: House, fay: Client) -> None:
    assert "declined to take part" not in fay.get(at(house, "repetition")).content.decode()
    answer_consents(house.ada, {str(item.uid): False for item, _given in asked_of(house.ada)})

    page = fay.get(at(house, "repetition")).content.decode()
    fay.post(at(house, "repetition"), again(house))

    assert "1 person declined to take part here" in page
    assert "Ada" not in page
    assert sorted(seat.name for seat in made(house).seats.all()) == ["Ben", "Cem", "Dot", "Eve", "Fay"]
    assert not made(house).people.filter(email="ada@example.org").exists()


def test_without_a_tick_nobody_is_invited(house: House, fay: Client) -> None:
    sent = again(house)
    del sent["invite"]
    fay.post(at(house, "repetition"), sent)
    assert made(house).seats.count() == 1


def test_the_form_sent_twice_makes_one_workshop_and_another_users_is_not_found(
    house: House, fay: Client
) -> None:
    sent = again(house)
    assert [fay.post(at(house, "repetition"), sent).status_code for _ in range(2)] == [302, 302]
    assert fay.post(at(house, "repetition"), sent | {"title": "Other"}).status_code == 409
    assert fay.post(at(house, "repetition"), sent | {"uid": str(house.zoe.uid)}).status_code == 404
    assert Workshop.objects.count() == 3


@pytest.mark.parametrize(
    "changed",
    [{"title": " "}, {"cards": []}, {"cards": [str(uuid.UUID(int=1))]}, {"starts": "10:00"}, {"day": "soon"}],
)
def test_a_refused_form_makes_nothing_and_keeps_its_words(
    house: House, fay: Client, changed: dict[str, Any]
) -> None:
    answer = fay.post(at(house, "repetition"), again(house) | changed)
    assert answer.status_code == 422
    assert ("Again" in answer.text.partition("<main")[2]) == ("title" not in changed)
    assert Workshop.objects.count() == 2


def test_a_card_of_another_workshop_does_not_go_along(house: House, fay: Client) -> None:
    theirs = str(house.zoe.workshop.cards.all()[0].uid)
    assert fay.post(at(house, "repetition"), again(house) | {"cards": theirs}).status_code == 422
