"""Two facilitators change the same cards in the same moment: one wins whole, the other is told."""

import uuid
from contextlib import AbstractContextManager
from functools import partial

import pytest

from tests.races import under_way, waits
from tests.support import House, make_house
from tests.synthesis import wanted
from workshop.actions import changes
from workshop.actions.changes import change_cards
from workshop.models import Card, ChangeCard, Stale, Workshop
from workshop.models.wanted import Wanted

pytestmark = pytest.mark.django_db(transaction=True)


def held(house: House, form: Wanted, patch: pytest.MonkeyPatch) -> AbstractContextManager[None]:
    """Hold a change that has just looked at its cards until the block ends."""
    act = partial(change_cards, house.fay, form, uid=uuid.uuid4())
    return under_way(act, changes, "require_unchanged", patch)


def overlapping(house: House) -> tuple[Wanted, Wanted]:
    """Return two mergers that both take card 5."""
    fourth, fifth, sixth = house.cards[3:6]
    one = wanted(house.workshop, "merge", [fourth, fifth], titles=["One"])
    return one, wanted(house.workshop, "merge", [fifth, sixth], titles=["Other"])


def times_merged(card: Card) -> int:
    """Count the changes that have a card for their source."""
    return ChangeCard.objects.filter(card=card, side="source").count()


def test_the_second_of_two_mergers_waits_and_then_learns_what_happened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = make_house()
    fifth, (one, other) = house.cards[4], overlapping(house)
    with held(house, one, monkeypatch):
        waits(lambda: change_cards(house.fay, other, uid=uuid.uuid4()))
    with pytest.raises(Stale, match="Fay merged card 5"):
        change_cards(house.fay, other, uid=uuid.uuid4())
    assert times_merged(fifth) == 1


@pytest.mark.postgresql  # SQLite's lock is the database's own, taken as a transaction begins
def test_without_the_lock_one_card_would_be_merged_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    house = make_house()
    fifth, (one, other) = house.cards[4], overlapping(house)
    monkeypatch.setattr(changes, "leading", lambda seat: Workshop.objects.get(pk=seat.workshop_id))
    with held(house, one, monkeypatch):
        change_cards(house.fay, other, uid=uuid.uuid4())
    assert times_merged(fifth) == 2
