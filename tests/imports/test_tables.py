"""A table is read as it was meant: whatever stands between its cells, and whatever program wrote it."""

import io
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from tests.odd import ODD
from workshop.imports import apart, table, workbook
from workshop.imports.rows import Row, letter, rows_of, text_of
from workshop.imports.table import read_table
from workshop.imports.tables import plain, table_of_file
from workshop.imports.words import SENTENCES
from workshop.imports.wrong import Wrong
from workshop.models import Invalid

KNOWN = ("title", "summary", "notes")
HALVES = dict.fromkeys(range(0xD800, 0xE000))  # no file of text can hold them
# What the writer of the tests' workbooks takes for something else.
WRITES_OTHERWISE = {"rich text", "an escape"}


def book(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    """Return a workbook as its file."""
    out = io.BytesIO()
    written = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False})
    fill(written)
    written.close()
    return out.getvalue()


def sheet(*rows: tuple[object, ...]) -> bytes:
    """Return a workbook of one sheet."""

    def fill(written: xlsxwriter.Workbook) -> None:
        made = written.add_worksheet("Cards")
        for n, row in enumerate(rows):
            made.write_row(n, 0, row)

    return book(fill)


def wrong(content: bytes) -> Wrong:
    with pytest.raises(Wrong) as refused:
        read_table(content)
    assert SENTENCES[refused.value.code]("", refused.value.said)
    return refused.value


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_what_stands_between_the_cells_is_found_out(mark: str) -> None:
    text = f'Title{mark}Summary\nTrust{mark}"One{mark} two\nthree ""four"""\n\n{mark}\nTime{mark}'
    rows = rows_of(text, KNOWN)
    assert [row.number for row in rows] == [1, 2, 5]
    assert rows[1].cells == ("Trust", f'One{mark} two\nthree "four"')


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Trust, and control\nTime", ("Trust, and control",)),
        ("Trust, and control; both\ta, b", ("Trust, and control; both", "a, b")),
        ("a;b\nc;d, e", ("a", "b")),
        ("a,b\nc,d", ("a", "b")),
        ('"Trust" is all\nTime', ('"Trust" is all',)),
        ('An open "mark\nTime', ('An open "mark',)),
        ('"never closed\nTime', ('"never closed',)),
    ],
)
def test_words_with_commas_and_marks_stay_words(text: str, cells: tuple[str, ...]) -> None:
    assert rows_of(text, KNOWN)[0].cells == cells


@pytest.mark.parametrize(
    ("encoding", "notes"), [("utf-8", {}), ("utf-8-sig", {}), ("utf-16", {}), ("cp1252", {"windows": True})]
)
def test_files_of_text_are_read_in_the_letters_they_were_written_in(
    encoding: str, notes: dict[str, bool]
) -> None:
    read = read_table("title;summary\r\nCafé – “no”;€ 5\r\n".encode(encoding))
    assert read["notes"] == notes
    assert rows_of(read["text"], KNOWN)[1].cells == ("Café – “no”", "€ 5")


def test_odd_strings_go_through_csv_and_come_back() -> None:
    odd = {name: plain(words.translate(HALVES)) for name, words in ODD.items()}
    content = text_of([("title", "summary"), *odd.items()]).encode()
    rows = rows_of(plain(read_table(content)["text"]), KNOWN)
    assert {row.cells[0]: row.cells[1] for row in rows[1:]} == odd


def test_odd_strings_go_through_a_workbook_and_come_back() -> None:
    odd = {name: words for name, words in ODD.items() if name not in WRITES_OTHERWISE}
    odd = {name: words.translate(HALVES) for name, words in odd.items()}
    rows = rows_of(read_table(sheet(("title", "summary"), *odd.items()))["text"], KNOWN)
    assert {row.cells[0]: row.cells[1] for row in rows[1:]} == odd


def test_a_workbook_keeps_its_numbers_of_rows_and_says_which_sheet_was_read() -> None:
    def fill(written: xlsxwriter.Workbook) -> None:
        made = written.add_worksheet("First")
        made.write_row(2, 0, ["Trust, and control"])
        made.write_row(4, 0, [2027, 1.5, True])
        written.add_worksheet("Second").write(0, 0, "unread")

    read = read_table(book(fill))
    assert read["notes"] == {"sheet": "First"}
    assert rows_of(read["text"])[0] == Row(3, ("Trust, and control", ""))
    assert rows_of(read["text"])[1] == Row(5, ("2027", "1.5", "TRUE"))


def test_a_formula_is_what_its_file_says_it_comes_to_and_never_computed() -> None:
    def fill(result: object) -> Callable[[xlsxwriter.Workbook], object]:
        return lambda written: written.add_worksheet().write_formula(1, 1, "=1+1", None, result)

    assert rows_of(read_table(book(fill("seven")))["text"])[0].cells == ("", "seven")
    bare = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(book(fill("seven"))))
    with zipfile.ZipFile(bare, "w") as out:
        for name in source.namelist():
            out.writestr(name, source.read(name).replace(b"<v>seven</v>", b""))
    refused = wrong(bare.getvalue())
    assert (refused.code, refused.said) == ("no_result", {"cells": [[2, "B"]]})


def test_escapes_are_read_as_a_spreadsheet_shows_them() -> None:
    read = read_table(sheet(("_x0041_ and\rmore", "x005F_")))
    assert rows_of(read["text"])[0].cells == ("_x0041_ and\rmore", "x005F_")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old_office"),
        (b"PK\x03\x04nothing", "no_workbook"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no_table"),
        (b"a\x81b", "no_table"),
        (b"x" * 400_001, "table_too_long"),
        (sheet(*[("",)] * 5_000, ("late",)), "too_many_rows"),
        (sheet(("",) * 100 + ("far",)), "too_many_columns"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_table_or_too_large_is_refused(content: bytes, code: str) -> None:
    assert wrong(content).code == code


def zipped(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts:
            made.writestr(name, content)
    return out.getvalue()


def test_a_bomb_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_read", lambda content: pytest.fail("it was opened"))
    assert wrong(zipped(("xl/workbook.xml", b" " * 5_000_000))).code == "table_too_much"
    assert wrong(zipped(*((f"{n}", b"") for n in range(501)))).code == "table_too_much"
    monkeypatch.setattr(workbook, "UNPACKED", 1000)
    assert wrong(zipped(("a", bytes(range(256)) * 4))).code == "table_too_much"
    monkeypatch.setattr(table, "BYTES", 10)
    assert wrong(b"x" * 11).code == "too_many_bytes"


def test_a_file_is_read_apart_and_says_in_words_what_is_to_be_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = table_of_file("title,summary\nCafé,x".encode("cp1252"))
    assert sent.text == "title,summary\nCafé,x"
    assert "Windows-1252" in sent.notes[0]
    assert table_of_file(sheet(("Trust", "x"))).text == "Trust\tx\n"
    with pytest.raises(Invalid, match="neither a CSV file nor"):
        table_of_file(b"\x89\0")
    monkeypatch.setattr(apart, "SECONDS", 0)
    with pytest.raises(Invalid, match="than a table does"):
        table_of_file(b"a")


def test_columns_are_called_as_a_spreadsheet_calls_them() -> None:
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
