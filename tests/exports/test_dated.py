"""A workshop has one date, on its pages and in its files; when it began is when it did."""

from datetime import UTC, datetime

import pytest

from tests.exports.books import book_of, rows_of
from tests.exports.played import played
from tests.stagecraft import page
from tests.support import House, make_house
from workshop.actions.screens import screen_link
from workshop.exports.bundle.readme import readme
from workshop.exports.document import document_of
from workshop.exports.material import material_of
from workshop.exports.report.report import report_of
from workshop.models import Workshop

pytestmark = pytest.mark.django_db
PLANNED, BEGAN = datetime(2031, 3, 9, 10, tzinfo=UTC), datetime(2031, 3, 4, 15, 1, tzinfo=UTC)
CLOSED = datetime(2031, 3, 4, 17, tzinfo=UTC)


@pytest.fixture
def house() -> House:
    """Return a workshop that was held earlier than planned, and is closed."""
    house = played()
    house.workshop.steps.filter(started_at__isnull=False).update(started_at=BEGAN)
    Workshop.objects.filter(pk=house.workshop.pk).update(starts_at=PLANNED, closed_at=CLOSED)
    house.workshop.refresh_from_db()
    return house


def test_page_and_report_have_one_date(house: House) -> None:
    report = report_of(material_of(house.workshop))
    assert report.subtitle.endswith("4 March 2031")
    assert "Results, 4 March 2031" in page(house, house.fay, "results")
    said = "\n".join(str(each) for each in report.blocks)
    assert "It was set for 9 March 2031, 10:00 (London time). It began on 4 March 2031, 15:01" in said


def test_the_bundle_says_when_it_did_begin(house: House) -> None:
    said = readme(document_of(house.workshop), []).decode()
    lines = ["Set for (UTC): 2031-03-09T10:00:00Z", "Began (UTC): 2031-03-04T15:01:00Z"]
    assert "\n".join([*lines, "Closed (UTC): 2031-03-04T17:00:00Z"]) in said


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_a_wall_screen_is_nobody_and_a_round_that_was_not_opened_has_no_answers(promise: str) -> None:
    house = make_house(promise=promise)
    screen_link(house.fay)
    document = document_of(house.workshop)
    assert {seat["role"] for seat in document["seats"]} == {"facilitator", "participant"}
    said = readme(document, []).decode()
    assert "Observer" not in said
    assert "Round 2, Nomination poll: not opened." in said
    first, second = rows_of(book_of(house.workshop)["Rounds"])
    assert (first["Answered"], second["Answered"]) == (0, None)
