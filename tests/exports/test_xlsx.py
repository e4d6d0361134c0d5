"""The workbook: a sheet for each table, each value as what it is, nothing computed, no more than promised."""

import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from tests.exports.books import book_of, cells_of, rows_of
from tests.leaks.worlds import live_until
from tests.support import House, make_house
from tests.views.results_world import poll_cards, sort_cards, write
from workshop.actions.exports import export_workshop
from workshop.actions.rounds import reveal_round
from workshop.exports.document import document_of
from workshop.exports.tables import tables_of
from workshop.exports.tables.kit import Kind
from workshop.exports.tables.rounds import MOVES
from workshop.exports.xlsx_looks import Looks, width_of
from workshop.exports.xlsx_sheet import MOST, pieces
from workshop.models import Remark, Workshop

pytestmark = pytest.mark.django_db
PEOPLE = {"Ada", "P1", "P2", "P3", "P4", "P5"}


def played(promise: str = "named") -> House:
    """A workshop with a revealed sort, a revealed poll and a comment."""
    house = make_house(promise=promise)
    sort_cards(house, number=2)
    write(house, house.ada, "Words", 2)
    reveal_round(house.fay, house.pack)
    poll_cards(house)
    return house


class Watched(dict[str, Any]):
    """Remembers which of its parts were read."""

    def __init__(self, document: dict[str, Any]) -> None:
        super().__init__(document)
        self.read: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self.read.add(key)
        return super().__getitem__(key)


def test_numbers_dates_and_truth_values_are_such() -> None:
    house = played()
    book = book_of(house.workshop)
    total = next(row for row in rows_of(book["Totals"]) if row["Card"] == 2)
    assert [total[each] for each in ("Round", "Inner", "Outer")] == [1, 4, 1]
    (comment,) = rows_of(book["Comments"])
    assert (comment["Card"], comment["Words"], comment["Person"]) == (2, "Words", house.ada.pseudonym)
    assert isinstance(comment["When (UTC)"], datetime)
    assert {type(row["Removed"]) for row in rows_of(book["People"])} == {bool}
    answers = [row for row in rows_of(book["Answers"]) if row["Kind"] == "poll" and row["Card"]]
    assert {row["Nominated"] for row in answers} == {True}
    assert len(answers) == 8


def test_every_part_of_the_document_is_on_a_sheet() -> None:
    workshop = Workshop.objects.get(pk=live_until("named", "closed").house.workshop.pk)
    document = Watched(document_of(workshop))
    found = {str(each.table.name): each for each in tables_of(document)}
    assert set(document) - document.read == set()
    empty = {key for key, value in document.items() if value == []}
    assert empty <= {
        "figures",
        "transcripts",
        "quotes",
        "credits",
        "starts",
        "shifts",
    }  # hardly one is left out
    assert len(found) > 25
    book = book_of(workshop)
    assert book.sheetnames == ["About", *found]
    assert [len(rows_of(sheet)) for sheet in book.worksheets[1:]] == [
        len(each.rows) for each in found.values()
    ]


def test_moves_that_are_withheld_are_not_told_as_none() -> None:
    counts = {"moved_in": 0, "moved_out": 0, "stayed": 0, "other": 0}
    cards = [
        {"card": "a", **counts, "withheld": True},
        {"card": "b", **counts, "stayed": 5, "withheld": False},
    ]
    one, other = MOVES.rows({"shifts": [{"before": 1, "after": 3, "people": 5, "cards": cards}]})
    assert ("stayed" in one, one["withheld"], one["people"]) == (False, True, 5)
    assert (other["stayed"], other["moved_in"]) == (5, 0)


def test_the_first_sheet_says_what_it_is_what_was_left_out_and_where_things_are() -> None:
    house = played()
    content = export_workshop(house.workshop, "xlsx", house.fay).content
    about = load_workbook(io.BytesIO(content))["About"]
    said = {cell.value for row in about for cell in row}
    assert {house.workshop.title, "Totals", "Version 0.1.0", 12} <= said
    assert any(str(each).startswith("De-identified") for each in said)
    assert "No cell is computed: what looks like a formula is text that somebody wrote." in said


def test_heads_stay_and_filter_and_text_is_wrapped() -> None:
    sheet = book_of(played().workshop)["Comments"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    assert all(cell.alignment.wrap_text for cell in sheet[1])
    words = next(cell for cell in sheet[1] if cell.value == "Words").column_letter
    assert sheet[f"{words}2"].alignment.wrap_text
    assert sheet.column_dimensions[words].width > 60


def test_no_word_of_a_head_breaks_beside_the_button_of_its_filter() -> None:
    assert width_of("Entered by a facilitator", Kind.NUMBER) >= len("facilitator") + 4
    for sheet in book_of(played().workshop).worksheets[1:]:
        for cell in sheet[1]:
            room = sheet.column_dimensions[cell.column_letter].width - 4
            assert all(len(word) <= room for word in str(cell.value).split()), (sheet.title, cell.value)


def test_what_people_agreed_to_stands_in_words_and_in_the_order_in_which_it_was_asked() -> None:
    rows = rows_of(book_of(played().workshop)["Consent questions"])
    assert [row["Question"] for row in rows] == [*range(1, len(rows) + 1)]
    assert "I agree to take part" in rows[0]["Words"]


def test_where_names_are_hidden_no_row_tells_what_one_person_said_or_chose() -> None:
    book = book_of(played("hidden").workshop)
    assert "Answers" not in book.sheetnames
    assert "Consents" not in book.sheetnames
    assert len(rows_of(book["Totals"])) == 12
    found = {cell.value for sheet in book if sheet.title != "People" for cell in cells_of([sheet])}
    assert found & PEOPLE == set()
    assert "Words" in found
    assert {"Person", "When (UTC)"} & set(rows_of(book["Comments"])[0]) == set()


def test_before_the_reveal_there_are_no_totals_and_no_answers() -> None:
    house = make_house()
    sort_cards(house)
    book = book_of(house.workshop)
    assert {"Totals", "Answers", "Figures"} & set(book.sheetnames) == set()
    assert [row["Answered"] for row in rows_of(book["Rounds"])] == [5, None]


@pytest.mark.parametrize("long", ["w" * 100_000, "w" + "👩" * 40_000], ids=["plain", "in pairs"])
def test_what_is_too_long_for_a_cell_goes_on_in_the_next(long: str) -> None:
    house = played()
    Remark.objects.update(body=long)
    (comment,) = rows_of(book_of(house.workshop)["Comments"])
    parts = [value for head, value in comment.items() if head.startswith("Words")]
    assert len(parts) > 2
    assert all(len(part.encode("utf-16-le")) <= 2 * MOST for part in parts)
    assert "".join(parts) == long


def test_what_just_fits_is_in_one_piece() -> None:
    assert pieces("w" * MOST) == ["w" * MOST]
    assert pieces("w" * MOST + "!") == ["w" * MOST, "!"]
    assert pieces("👩" * MOST) == ["👩" * (MOST // 2), "👩" * (MOST // 2), "👩"]


def test_sheets_have_names_of_their_own_that_a_workbook_may_have() -> None:
    looks = Looks(Workbook(io.BytesIO()))
    names = [looks.name("About"), looks.name("Where/to: [start]?"), *(looks.name("W" * 40) for _ in "ab")]
    assert names == ["About (2)", "Where to   start", "W" * 31, f"{'W' * 27} (2)"]
