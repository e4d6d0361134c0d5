"""A backup from before: what was taken back since does not come back for good, and nobody who left leads."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from tests.support import House
from tests.unlinked import CANARY, full_house
from tests.withdrawing import holding
from workshop.actions.chair import hand_chair
from workshop.actions.consents import answer_consents
from workshop.actions.discussion import post_remark
from workshop.actions.erasures import reapply_erasures
from workshop.actions.gestures import set_gesture
from workshop.actions.taking_back import withdraw_remark
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models import Gesture, Seat, Timer, Workshop
from workshop.models.kept import Kept

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(settings: Any, tmp_path: Path) -> House:
    """An unlinked workshop in its hour, and a ledger of the test's own."""
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"
    return full_house()


@contextmanager
def since_the_backup() -> Iterator[None]:
    """Let what is done in it be undone in the database, as by a restore, and done again from the ledger."""
    with transaction.atomic():
        point = transaction.savepoint()
        yield
        transaction.savepoint_rollback(point)
    assert reapply_erasures().trouble == []


def test_words_of_who_declined_after_the_backup_are_erased_again_at_an_unlinked_close(house: House) -> None:
    assert holding(f"{CANARY}, in the pack")
    with since_the_backup():
        answer_consents(house.ada, {str(item.uid): False for item in house.workshop.consent_items.all()})
        close_workshop(house.fay)
    assert Workshop.objects.get(pk=house.workshop.pk).is_unlinked
    assert holding(CANARY) == []


def test_a_comment_taken_back_after_the_backup_is_erased_again_at_an_unlinked_close(house: House) -> None:
    said = post_remark(house.ada, house.cards[0], "Said too much", uid=uuid.uuid4())
    with since_the_backup():
        withdraw_remark(house.ada, said)
        close_workshop(house.fay)
    assert holding("Said too much") == []


def test_after_it_nothing_is_quoted_that_somebody_may_have_refused_meanwhile(house: House) -> None:
    with since_the_backup():
        close_workshop(house.fay)
    assert Kept.objects.get(workshop=house.workshop).quoting == Kept.Quoting.NOTHING


def test_gestures_and_the_timer_end_with_the_close_that_is_done_again(house: House) -> None:
    set_gesture(house.ada, "hand", True)
    soon = timezone.now() + timedelta(minutes=5)
    Timer.objects.create(workshop=house.workshop, step_rev=1, ends_at=soon)
    with since_the_backup():
        close_workshop(house.fay)
    assert not Gesture.objects.filter(seat__workshop=house.workshop).exists()
    assert not Timer.objects.filter(workshop=house.workshop).exists()


def test_where_somebody_who_withdrew_was_in_the_chair_a_facilitator_has_it_again(house: House) -> None:
    hand_chair(house.fay, house.ada, "good", Workshop.objects.get(pk=house.workshop.pk).chair_rev)
    with since_the_backup():
        withdraw(Seat.objects.select_related("workshop", "person").get(pk=house.ada.pk))
    assert Workshop.objects.get(pk=house.workshop.pk).chair == house.fay
