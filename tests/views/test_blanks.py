"""The autosave of blank cards, and taking one out and back."""

import json
import uuid
from typing import Any

import pytest
from django.urls import reverse

from tests.support import House, client_of, make_house
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.rounds import close_round
from workshop.models import Card, CardText, Seat
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


def url(house: House, name: str, **parts: Any) -> str:
    return reverse(name, kwargs={"slug": house.workshop.slug, **parts})


def send(house: House, uid: uuid.UUID, words: dict[str, str], rev: int = 0, seat: Seat | None = None) -> Any:
    """Save a blank card as the browser's module does."""
    data = {f"{name}-{uid}": value for name, value in words.items()} | {"rev": str(rev)}
    return client_of(seat or house.ada).post(url(house, "pack-blank", card=uid), data, headers=JSON)


def place(house: House) -> uuid.UUID:
    return own_pack(house.ada).places[0].uid


def filled(house: House) -> Card:
    return save_blank(house.ada, place(house), 0, BlankWords("Motivation", "Few were taught."))


def test_a_save_makes_the_card_once() -> None:
    house = make_house()
    uid = place(house)
    answers = [json.loads(send(house, uid, {"title": "Motivation"}).content)["rev"] for _again in range(2)]
    assert answers == [1, 1]
    assert Card.objects.filter(proposer=house.ada).count() == 1


def test_the_same_uid_from_another_seat_is_404() -> None:
    house = make_house()
    card = filled(house)
    assert send(house, card.uid, {"title": "Mine"}, 1, seat=house.others[0]).status_code == 404
    assert send(house, house.cards[0].uid, {"title": "Mine"}).status_code == 404
    assert Card.objects.get(pk=card.pk).title == "Motivation"


def test_words_on_an_old_rev_are_answered_with_both_and_where_to_choose() -> None:
    house = make_house()
    card = filled(house)
    answer = send(house, card.uid, {"title": "Skills", "summary": "Nobody taught us."})
    facts = json.loads(answer.content)
    assert (answer.status_code, facts["state"], facts["rev"]) == (409, "conflict", 1)
    assert (facts["mine"], facts["theirs"]) == (
        "Skills\n\nNobody taught us.",
        "Motivation\n\nFew were taught.",
    )
    chosen = client_of(house.ada).post(facts["resolve"], {"keep": "mine", "rev": 1}, headers=JSON)
    assert json.loads(chosen.content)["values"][f"title-{card.uid}"] == "Skills"


@pytest.mark.parametrize(
    "words",
    [{"title": "x" * 201}, {"title": "x", "summary": "y" * 2001}, {"title": "x", "rephrases": "nonsense"}],
)
def test_words_that_cannot_be_used_are_422_and_change_nothing(words: dict[str, str]) -> None:
    house = make_house()
    answer = send(house, place(house), words)
    assert (answer.status_code, json.loads(answer.content)["state"]) == (422, "invalid")
    assert not Card.objects.filter(proposer=house.ada).exists()


def test_a_save_after_the_close_is_told_so() -> None:
    house = make_house()
    card = filled(house)
    close_round(house.fay, house.pack)
    answer = send(house, card.uid, {"title": "Late"}, 1)
    assert (answer.status_code, json.loads(answer.content)["state"]) == (409, "closed")


def test_a_removal_asks_first_and_can_be_taken_back() -> None:
    house = make_house()
    card, client = filled(house), client_of(house.ada)
    asked = client.post(url(house, "pack-blank-removal", card=card.uid))
    assert "Remove your blank card A?" in asked.content.decode()
    assert Card.objects.get(pk=card.pk).is_blank
    client.post(url(house, "pack-blank-removal", card=card.uid), {"confirmed": "1"})
    page = client.get(url(house, "pack")).content.decode()
    assert "1 removed blank card" in page
    client.post(url(house, "pack-blank-restoration", card=card.uid))
    assert Card.objects.get(pk=card.pk).is_blank


def test_a_card_of_the_pack_cannot_be_removed_by_a_leader() -> None:
    house = make_house()
    address = url(house, "pack-blank-removal", card=house.cards[0].uid)
    assert client_of(house.ada).post(address, {"confirmed": "1"}).status_code == 404
    assert len(house.cards) == 6


def test_a_blank_cards_form_lists_the_packs_cards_and_has_its_own_chosen() -> None:
    house = make_house()
    first, second = house.cards[:2]
    CardText.objects.filter(card=first).update(title="Few & <many>")
    save_blank(house.ada, place(house), 0, BlankWords("Motivation", "", rephrases=str(second.uid)))
    shown = client_of(house.ada).get(url(house, "pack")).content.decode()
    plain = f'<option value="{first.uid}">It re-phrases card 1: Few &amp; &lt;many&gt;</option>'
    chosen = f'<option value="{second.uid}" selected>It re-phrases card 2: {second.title}</option>'
    assert shown.count(plain) == len(own_pack(house.ada).places) + 1
    assert shown.count(chosen) == 1
