"""What was counted before the close of an unlinked workshop counts the same after it, everywhere."""

from typing import Any

import pytest

from tests.support import House
from tests.unlinked import CANARY, counted, full_house
from workshop.actions.workshops import close_workshop
from workshop.exports.document import document_of
from workshop.models import Seat, Workshop
from workshop.models.results import results_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """A workshop in which everything was answered and written."""
    return full_house()


def closed(house: House) -> Workshop:
    """Close it, and return it as it is then."""
    close_workshop(house.fay)
    return Workshop.objects.get(pk=house.workshop.pk)


def test_all_that_pages_count_is_the_same_after_the_close(house: House) -> None:
    house.fay.workshop.refresh_from_db()
    before = [figures(seat) for seat in (house.fay, house.ada)]
    closed(house)
    after = [
        figures(Seat.objects.select_related("workshop").get(pk=seat.pk)) for seat in (house.fay, house.ada)
    ]
    assert after == before


def figures(seat: Seat) -> list[Any]:
    """Return what a page of results counts."""
    found = results_for(seat)
    rounds = [
        (each.answered, each.people, each.entered, str(each.sort), str(each.poll)) for each in found.outcomes
    ]
    lines = [str(each.spectrum) for each in found.outcomes]
    moved = [(each.people, [(row.card.key, row.shift) for row in each.rows]) for each in found.comparisons]
    asked = [
        (each.answered, each.agree, each.earlier, each.seats, len(each.replies)) for each in found.questions
    ]
    late = [sorted(reply.late for reply in each.replies) for each in found.questions]
    return [rounds, lines, moved, asked, late]


def test_files_hold_the_same_figures_and_words_as_before_the_close(house: House) -> None:
    before = document_of(house.workshop)
    after = document_of(closed(house))
    for part in (
        "rounds",
        "questions",
        "ground_rules",
        "suggestions",
        "ties",
        "starts",
        "proposals",
        "lineage",
    ):
        assert counted(bare(after[part])) == counted(bare(before[part])), part
    for part, key in (("remarks", "body"), ("cards", "uid")):
        assert {each[key] for each in after[part]} == {each[key] for each in before[part]}
    assert CANARY not in str(after["rounds"])


def bare(found: Any) -> Any:
    """Return a tree without times and permissions to quote, which follow the person."""
    if isinstance(found, dict):
        return {key: bare(each) for key, each in found.items() if key not in ("quote", "at")}
    return [bare(each) for each in found] if isinstance(found, list) else found
