"""A card that was up, or a reason, is taken back whole, and what its author writes there anew stands."""

import uuid
from typing import Any

import pytest
from django.urls import reverse

from tests.actions.test_erased_again import since_the_backup
from tests.actions.test_taking_back import take
from tests.support import House, client_of, make_house
from tests.synthesis import blank_of, change, undo, wanted
from tests.withdrawing import WORD, fresh, holding
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import restore_blank, save_blank
from workshop.actions.erasures import reapply_erasures
from workshop.actions.proposals import propose_change
from workshop.actions.rounds import close_round, open_round
from workshop.actions.sort import place_card
from workshop.actions.standing import in_force
from workshop.models import Card, Mark, Proposal
from workshop.models.own_words import own_words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ledger(settings: Any, tmp_path: Any) -> None:
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"


def up_and_back() -> tuple[House, Card]:
    """Return a house and Ada's blank card, placed by her, taken up, taken back, and proposed again."""
    house = make_house(3)
    card = blank_of(house.ada, f"Blank {WORD}")
    place_card(house.ada, house.pack, card, "inner")
    undo(house.fay, change(house.fay, "adopt", [card]))
    again = wanted(house.workshop, "adopt", [card], reason="Once more")
    propose_change(house.fay, again, uid=uuid.uuid4())
    fresh(house)
    return house, card


def test_of_a_card_that_was_up_only_the_empty_place_stays() -> None:
    house, card = up_and_back()
    assert Mark.objects.filter(card=card).count() == 1
    take(house.ada, "card")
    assert holding(WORD) == []
    assert not Mark.objects.filter(card=card).exists()
    assert Proposal.objects.get().state == Proposal.State.DROPPED
    assert Card.objects.get(pk=card.pk).title == "Taken back by its author"


def test_the_page_says_that_the_empty_place_of_a_card_that_was_up_stays() -> None:
    house, _card = up_and_back()
    address = reverse("own-words", kwargs={"slug": house.workshop.slug, "key": own_words(house.ada)[0].key})
    text = client_of(house.ada).get(address).content.decode()
    assert "because the group took it up once" in text
    assert "Where you put the card, and a proposal" in text
    assert "The card itself" not in text


@pytest.mark.parametrize("restored", [False, True])
def test_what_is_written_anew_on_a_card_that_was_taken_back_stands(restored: bool) -> None:
    house, card = up_and_back()
    if restored:
        blank = Card.objects.get(pk=card.pk)
        with since_the_backup():
            save_blank(house.ada, card.uid, blank.rev, BlankWords(f"Later {WORD}"))
            take(house.ada, "card")
    else:
        take(house.ada, "card")
    assert holding(WORD) == []
    back = restore_blank(house.ada, Card.objects.get(pk=card.pk))
    save_blank(house.ada, card.uid, back.rev, BlankWords("Written anew"))
    assert reapply_erasures().trouble == []
    assert Card.objects.get(pk=card.pk).title == "Written anew"
    assert all(holds for holds, _says in in_force())


def test_a_reason_written_anew_once_the_round_is_open_again_stands() -> None:
    house = make_house(3)
    place_card(house.ada, house.pack, house.cards[2], "unplaced", reason=f"Reason {WORD}")
    close_round(house.fay, house.pack)
    take(house.ada, "reason")
    open_round(house.fay, house.pack)
    assert Mark.objects.get().zone == "unplaced"
    place_card(house.ada, house.pack, house.cards[2], "unplaced", reason="Written anew")
    assert reapply_erasures().trouble == []
    assert Mark.objects.get().reason == "Written anew"
    assert all(holds for holds, _says in in_force())
