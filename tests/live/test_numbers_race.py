"""Two changes at once: their numbers come in the order of their commits, and no number is taken twice."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from tests.live.support import PATIENCE
from tests.support import House, make_house
from workshop.actions.kit import take_numbers
from workshop.models import Stream
from workshop.models.audiences import SCREEN

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
BLOCKED = """SELECT EXISTS (SELECT 1 FROM pg_locks
WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))"""
Take = Callable[[int], int]


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada."""
    return make_house(1)


def as_built(workshop_id: int) -> int:
    """Take a number."""
    return take_numbers(workshop_id, [SCREEN])[SCREEN]


def read_and_add(workshop_id: int) -> int:
    """The twin: read a number, add one and write it back."""
    row = Stream.objects.get(workshop_id=workshop_id, audience=SCREEN)
    Stream.objects.filter(pk=row.pk).update(seq=row.seq + 1)
    return row.seq + 1


def in_the_middle_of_another(workshop_id: int, take: Take) -> list[int]:
    """Have one change take its number while another has taken one and not committed; return both numbers."""
    numbers, taken = list[int](), threading.Event()

    def other() -> None:
        taken.wait(PATIENCE)
        with transaction.atomic():
            numbers.append(take(workshop_id))
        connection.close()

    thread = threading.Thread(target=other)
    thread.start()
    with transaction.atomic():
        numbers.append(take(workshop_id))
        taken.set()
        wait_until_it_waits()
        assert len(numbers) == 1
    thread.join(PATIENCE)
    return numbers


def wait_until_it_waits() -> None:
    """Return once the other transaction waits for this one."""
    with connection.cursor() as cursor:
        for _ in range(10_000):
            cursor.execute(BLOCKED)
            if cursor.fetchone() == (True,):
                return
    raise AssertionError("the other never waited")


@pytest.mark.parametrize(("take", "apart"), [(as_built, 1), (read_and_add, 0)])
def test_two_changes_at_once_take_two_numbers_in_the_order_of_their_commits(
    house: House, take: Take, apart: int
) -> None:
    as_built(house.workshop.pk)
    first, second = in_the_middle_of_another(house.workshop.pk, take)
    assert second - first == apart
