"""Files tell how many agreed to what as the page does: where names are hidden none of one or two."""

import csv
import io
from typing import Any

import pytest

from tests.actions.test_quotes import say
from tests.exports.test_declined import decline
from tests.imports.test_whole import brought, parts, taken
from tests.rounds import exported
from tests.support import House, client_of, make_house
from workshop.exports.bundle.consents import asked_csv
from workshop.exports.document import document_of
from workshop.exports.material import material_of
from workshop.exports.registry import FORMATS
from workshop.exports.report.report import report_of
from workshop.exports.tables.people import ASKED
from workshop.models import Workshop

pytestmark = pytest.mark.django_db
Counts = dict[str, tuple[Any, Any]]
HIDDEN = ["hidden", "unlinked"]


def told(house: House) -> Counts:
    return {each["key"]: (each["yes"], each["no"]) for each in exported(house)["consent_items"]}


@pytest.mark.parametrize(
    ("leaders", "noes", "counts"),
    [(5, 0, (5, 0)), (5, 1, (None, None)), (5, 3, (None, None)), (6, 3, (3, 3)), (2, 0, (None, None))],
)
@pytest.mark.parametrize("promise", HIDDEN)
def test_a_count_of_one_or_two_people_is_not_told(
    promise: str, leaders: int, noes: int, counts: tuple[Any, Any]
) -> None:
    house = make_house(leaders, promise=promise)
    for seat in house.leaders[:noes]:
        say(seat, quote_unnamed=False)
    assert told(house)["quote-unnamed"] == counts


def test_where_names_are_open_every_count_is_told() -> None:
    house = make_house(3)
    say(house.ada, quote_unnamed=False)
    assert told(house)["quote-unnamed"] == (2, 1)


def test_tables_bundle_and_report_say_that_it_is_not_told() -> None:
    house = make_house(5, promise="hidden")
    decline(house.ada)
    document = document_of(house.workshop)
    lines = [*csv.DictReader(io.StringIO(asked_csv(document).decode("utf-8-sig")))]
    assert {(each["yes"], each["no"]) for each in lines} == {("not told", "not told")}
    assert {(each["yes"], each["no"]) for each in ASKED.rows(document)} == {("not told", "not told")}
    material = material_of(house.workshop)
    text = str(report_of(material).blocks)
    assert "How many said yes and how many said no is not told." in text
    assert "agreed to take part" not in text
    assert "None" not in asked_csv(document).decode()
    assert FORMATS["xlsx"].write(material)


def test_a_workshop_that_is_brought_back_tells_no_more_than_its_file() -> None:
    house = make_house(5, promise="hidden")
    decline(house.ada)
    document = taken(house.workshop)
    again = brought(document)
    workshop = Workshop.objects.get(slug=document["workshop"]["slug"])
    assert parts(taken(workshop)) == parts(document)
    text = client_of(again.seat).get(f"/w/{workshop.slug}/people/consents/").text
    assert "is not told in the file that this workshop came in" in text
    assert "0 yes, 0 no" not in text
