"""Facilitators are told which files were taken before somebody withdrew, and what to do about it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.stagecraft import page
from tests.support import make_house
from workshop.actions.exports import export_workshop
from workshop.actions.withdrawing import withdraw
from workshop.models import Seat

pytestmark = pytest.mark.django_db


def test_the_files_taken_before_a_withdrawal_are_counted_with_what_to_do() -> None:
    house = make_house(leaders=3)
    for format in ("json", "csv"):
        export_workshop(house.workshop, format, house.fay)
    assert "Withdrew on" not in page(house, house.fay, "people")
    withdraw(house.ada)
    export_workshop(house.workshop, "csv", house.fay)
    text = page(house, house.fay, "people")
    assert "2 files were taken before" in text
    assert [text.count(f"<li>{each}, ") for each in ("answers and comments (CSV)", "everything (JSON)")] == [
        1,
        1,
    ]
    assert "take the name and the words of whoever withdrew out of them" in text
    withdraw(house.others[0])
    assert "3 files were taken before" in page(house, house.fay, "people")


def test_where_no_file_was_taken_before_a_withdrawal_that_is_said() -> None:
    house = make_house(leaders=2)
    withdraw(house.ada)
    export_workshop(house.workshop, "csv", house.fay)
    text = page(house, house.fay, "people")
    assert "No file was taken before" in text
    assert "files had been taken" not in page(house, house.fay, "overview")


def test_the_overview_says_for_a_month_that_files_are_to_be_looked_through() -> None:
    house = make_house(leaders=2)
    export_workshop(house.workshop, "csv", house.fay)
    assert "files had been taken" not in page(house, house.fay, "overview")
    withdraw(house.ada)
    assert "1 person withdrew in the last 30 days, after files had been taken" in page(
        house, house.fay, "overview"
    )
    Seat.objects.filter(withdrawn_at__isnull=False).update(withdrawn_at=timezone.now() - timedelta(days=31))
    assert "files had been taken" not in page(house, house.fay, "overview")
