"""The codebook says what stands in the CSVs: of every column, and of every value in a whole hour."""

import csv
import io
import re
import zipfile
from typing import Any

import pytest

from tests.exports.played import played
from tests.leaks.worlds import live_until
from tests.rounds import asked, give_poles, revealed
from tests.support import House, make_house
from tests.views.results_world import poll_cards, sort_cards
from workshop.actions.exports import export_workshop
from workshop.actions.rounds import reveal_round
from workshop.actions.rules import set_rule
from workshop.actions.spectrum import Position, mark_cards
from workshop.exports.codebook import FIGURES, LONG, WIDE, codebook_text
from workshop.exports.document import document_of
from workshop.models import Card, Workshop

pytestmark = pytest.mark.django_db
Row = dict[str, str]
FIGURED = ("figure", "refused")
FREE = {
    "workshop",
    "round",
    "seat",
    "name",
    "card",
    "card_title",
    "text",
    "change",
    "parked_on",
    "entered_by",
}


def taken(workshop: Workshop, format: str) -> list[Row]:
    """Return the lines of a CSV of a workshop."""
    text = export_workshop(Workshop.objects.get(pk=workshop.pk), format).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def figures_in(workshop: Workshop) -> list[Row]:
    """Return the lines of the file of figures in a workshop's bundle."""
    content = export_workshop(Workshop.objects.get(pk=workshop.pk), "bundle").content
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        (name,) = (each for each in bundle.namelist() if each.endswith(FIGURES))
        return list(csv.DictReader(io.StringIO(bundle.read(name).decode("utf-8-sig"), newline="")))


def of_all_kinds() -> House:
    """A workshop with a revealed round of each kind, and rules before and after the reveal of a sort."""
    house = make_house()
    sort_cards(house)
    set_rule(house.fay, house.pack, least=4, of=5, zone="inner")
    reveal_round(house.fay, house.pack)
    set_rule(house.fay, house.pack, least=3, of=5, zone="inner")
    poll_cards(house)
    give_poles(house, 1)
    round = asked(house, "spectrum")
    for seat in house.leaders:
        mark_cards(seat, round, [Position(house.cards[0], 20, 80)])
    revealed(house, round)
    return house


def told(lines: list[Row], row: Row, column: str, **where: str) -> bool:
    """Whether the codebook knows what stands in a column of a line."""
    mine = [line for line in lines if line["column"] == column and where.items() <= line.items()]
    values = [line["value"] for line in mine if line["value"]]
    counted = any(line["type"] == "whole number" for line in mine) and row[column].isdigit()
    return counted or any(_fits(value, row[column]) for value in values) or (not row[column] and not values)


def _fits(value: str, said: str) -> bool:
    return re.fullmatch(re.sub(r"<\w+>", ".+", value), said, re.DOTALL) is not None


def unknown(lines: list[Row], row: Row) -> list[str]:
    """Return the columns of a line of the long form in which something stands that the codebook lacks."""
    of = [line for line in lines if line["file"] == LONG]
    record = {"record": row["record"]}
    measures = {line["measure"] for line in of if line["record"] == row["record"] and line["measure"]}
    measure = next(
        (each for each in sorted(measures, key=lambda m: "<" in m) if _fits(each, row["measure"])), ""
    )
    known = {
        column: told(of, row, column) for column in ("round_kind", "card_status", "quote") if row[column]
    }
    known |= {"record": told(of, row, "record", **record), "measure": told(of, row, "measure", **record)}
    known["value"] = told(of, row, "value", **record, measure=measure)
    return [f"{row['record']} {column}: {row[column]}" for column, is_told in known.items() if not is_told]


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_everything_that_stands_in_the_long_form_of_a_whole_hour_is_explained(promise: str) -> None:
    workshop = live_until(promise, "closed").house.workshop
    lines = taken(workshop, "codebook")
    rows = taken(workshop, "csv")
    assert len({row["record"] for row in rows}) > 8
    assert {found for row in rows for found in unknown(lines, row)} == set()


def test_everything_that_rounds_of_every_kind_leave_is_explained() -> None:
    house = of_all_kinds()
    lines, rows = taken(house.workshop, "codebook"), taken(house.workshop, "csv")
    assert {"consensus rule", "total", "answer"} == {row["record"] for row in rows if row["round"]}
    assert {found for row in rows for found in unknown(lines, row)} == set()


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_every_figure_and_each_part_of_it_is_explained(promise: str) -> None:
    workshop = played(promise).workshop
    lines = [line for line in taken(workshop, "codebook") if line["file"] == FIGURES]
    rows = figures_in(workshop)
    said = {column: {line["value"] for line in lines if line["column"] == column} for column in FIGURED}
    assert list(rows[0]) == [line["column"] for line in lines if line["missing"]]
    assert {row["refused"] for row in rows} - {""} <= said["refused"]
    parts = {(line["record"], line["value"]) for line in lines if line["column"] == "part"}
    given = {(row["figure"], row["part"]) for row in rows if not row["refused"]}
    assert len(given) > 2
    assert given <= parts
    assert {row["figure"] for row in rows} <= said["figure"]


def test_each_column_of_both_forms_has_a_line_with_its_type_and_its_missing_code() -> None:
    house = of_all_kinds()
    lines = taken(house.workshop, "codebook")
    for file, format in ((LONG, "csv"), (WIDE, "wide")):
        whole = {line["column"]: line for line in lines if line["file"] == file and line["missing"]}
        assert list(whole) == list(taken(house.workshop, format)[0])
        assert all(line["type"] and line["meaning"] for line in whole.values())
    zone = next(line for line in lines if line["column"] == "r1_card02_zone" and line["missing"])
    assert zone["meaning"].startswith(f"Round 1. Card 2, “{house.cards[1].title}”.")


def test_where_names_are_hidden_it_speaks_of_no_wide_form() -> None:
    house = make_house(promise="hidden")
    assert {line["file"] for line in taken(house.workshop, "codebook")} == {LONG, FIGURES}


def test_the_readable_one_says_the_same_and_lets_no_title_break_its_tables() -> None:
    house = of_all_kinds()
    document: dict[str, Any] = document_of(house.workshop)
    document["cards"][0]["texts"][-1]["title"] = "One | two\n<b>three"
    text = codebook_text(document)
    assert "| `r1_card01_zone` |" in text
    assert "One \\| two &lt;b>three" in text
    assert "### `record`: consensus rule" in text
    assert Card.objects.filter(workshop=house.workshop).count() == 6
