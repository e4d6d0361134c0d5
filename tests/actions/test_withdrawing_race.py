"""A save that is under way when its author withdraws leaves no words behind; with the guard gone it would."""

import threading
import uuid
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from tests.races import PATIENCE, under_way
from tests.stagecraft import put
from tests.support import House, make_house
from tests.synthesis import blank_of, wanted
from tests.withdrawing import WORD, holding
from workshop.actions import withdrawing
from workshop.actions.discussion import post_remark
from workshop.actions.ground_rules import add_ground_rule
from workshop.actions.proposals import propose_change
from workshop.actions.remarks import save_remark
from workshop.actions.sort import place_card
from workshop.actions.suggestions import suggest_item
from workshop.actions.withdrawing import withdraw
from workshop.models import Refusal, Seat, erasing

pytestmark = pytest.mark.django_db(transaction=True)

SAVES: dict[str, Callable[[House], object]] = {
    "pack": lambda house: save_remark(house.ada, house.workshop.prompts.get(card__number=1), WORD, 0),
    "blank": lambda house: blank_of(house.ada, WORD),
    "reason": lambda house: place_card(house.ada, house.pack, house.cards[0], "unplaced", reason=WORD),
    "remark": lambda house: post_remark(house.ada, house.cards[0], WORD, uid=uuid.uuid4()),
    "rule": lambda house: add_ground_rule(house.ada, WORD, uid=uuid.uuid4()),
    "suggestion": lambda house: suggest_item(house.ada, uid=uuid.uuid4(), question=WORD),
    "proposal": lambda house: propose_change(
        house.ada, wanted(house.workshop, "retire", house.cards[:1], reason=WORD), uid=uuid.uuid4()
    ),
}


def going() -> House:
    """Return a house in its hour whose pack is open still."""
    house = make_house(2)
    put(house, "welcome")
    house.ada = Seat.objects.select_related("workshop", "person").get(pk=house.ada.pk)
    return house


@pytest.mark.parametrize("save", SAVES.values(), ids=SAVES)
def test_what_is_sent_after_the_withdrawal_is_refused_and_not_kept(save: Callable[[House], object]) -> None:
    house = going()
    withdraw(Seat.objects.get(pk=house.ada.pk))
    with pytest.raises((DatabaseError, Refusal)):  # by the database, which knows no such seat
        save(house)
    assert holding(WORD) == []


def test_what_is_sent_while_the_withdrawal_is_under_way_waits_and_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house, refused = going(), list[BaseException]()

    def save() -> None:
        try:
            SAVES["remark"](house)
        except (DatabaseError, Refusal) as reason:
            refused.append(reason)
        connection.close()

    thread = threading.Thread(target=save)
    leaving = Seat.objects.get(pk=house.ada.pk)
    with under_way(lambda: withdraw(leaving), withdrawing, "_free_chair", monkeypatch):
        thread.start()
    thread.join(timeout=PATIENCE)
    assert refused
    assert holding(WORD) == []


def stays(seat: Seat) -> Seat:
    """Empty a seat as a removal would, with its row where it was."""
    Seat.objects.filter(pk=seat.pk).update(
        person=None, withdrawn_at=timezone.now(), removed_at=timezone.now()
    )
    return Seat.objects.get(pk=seat.pk)


def test_with_the_row_where_it_was_a_late_save_would_bring_words_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(erasing, "_leave_shell", stays)
    house = going()
    withdraw(Seat.objects.get(pk=house.ada.pk))
    SAVES["remark"](house)
    assert holding(WORD) == ["Remark.body"]
