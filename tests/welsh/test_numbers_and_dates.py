"""Dates by Django's Welsh formats, numbers as in English, and the four forms of a Welsh plural."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format, localize
from django.utils.translation import ngettext

from tests.welsh.catalogue import Entry, compiled, read
from workshop.models.languages import WELSH


@pytest.fixture(autouse=True)
def _in_welsh() -> object:
    with translation.override(WELSH):
        yield


def test_a_day_has_its_welsh_month_and_weekday() -> None:
    assert date_format(date(2026, 10, 25), "l j F Y") == "Dydd Sul 25 Hydref 2026"
    assert date_format(date(2026, 3, 1), "j F Y") == "1 Mawrth 2026"
    assert date_format(datetime(2026, 3, 1, 14, 30, tzinfo=UTC), "H:i") == "14:30"


def test_numbers_are_written_as_in_english() -> None:
    assert localize(1234.5) == "1234.5"


def test_each_of_the_four_forms_is_used_for_its_numbers() -> None:
    counts = next(entry for entry in read() if entry.plural and len(set(entry.welsh)) > 1)
    shown = {n: ngettext(counts.key, counts.plural, n) for n in (0, 1, 2, 3, 8, 11, 12)}
    forms = {0: 2, 1: 0, 2: 1, 3: 2, 8: 3, 11: 3, 12: 2}
    assert shown == {n: counts.welsh[form] for n, form in forms.items()}


def test_a_text_without_its_welsh_is_left_out_so_that_english_stands_there() -> None:
    assert compiled([Entry("Not yet", welsh=[""])]) == compiled([])
