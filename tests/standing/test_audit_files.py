"""The record says of each file what it was and whether it had names, and that the information changed."""

import pytest

from tests.actions.test_sheets import inform
from tests.standing.test_audit import look
from tests.support import House, make_house
from workshop.actions.exports import export_workshop
from workshop.actions.sheets import note_sheet
from workshop.exports import FORMATS
from workshop.models import Audit, Seat
from workshop.models.file_words import KINDS, file_said

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2, starts_at=None)


@pytest.mark.parametrize("matters", [False, True])
def test_a_changed_information_is_noted_with_its_version(house: House, matters: bool) -> None:
    note_sheet(house.ada, 1)
    inform(house, "Recorded, too", matters=matters)
    assert Audit.objects.get(verb="information_changed").ids == {"version": "2", "matters": str(matters)}
    page = look(house, "audit")
    assert "changed the information about taking part: version 2" in page
    assert ("version 2, about which everybody is asked again" in page) is matters


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("full", [False, True])
def test_the_record_says_which_file_was_taken_and_whether_it_had_names(
    house: House, format: str, full: bool
) -> None:
    Seat.objects.filter(pk=house.fay.pk).update(full_data=full)
    export_workshop(house.workshop, format, house.fay)
    names = "with names as far as the promise allows" if full else "without names"
    assert f"took a file: {KINDS[format]}, {names}" in look(house, "audit")


def test_the_record_says_of_a_file_for_re_use_and_of_one_of_totals_what_it_is() -> None:
    line = {"format": "json", "full": "False", "reuse": "True"}
    assert file_said(line) == "everything (JSON), for re-use, without names"
    assert file_said({"format": "csv"}) == "answers and comments (CSV)"  # from before it was noted
    totals = {"format": "comparison", "taken_from": "abcd"}
    assert file_said(totals) == "the comparison with other workshops (CSV), without names"
