"""LibreOffice opens the Word file, and reads in it what people said, its headings and its tables."""

from pathlib import Path

import pytest

from tests.exports.office import TABLE, TEXT, read_by_office
from tests.exports.played import WRITTEN, played
from workshop.exports.material import material_of
from workshop.exports.word.file import write_docx


@pytest.mark.django_db
def test_the_word_file_opens_with_its_headings_tables_and_words(tmp_path: Path) -> None:
    content = write_docx(material_of(played().workshop))
    book = read_by_office(tmp_path, {"report.docx": content})["report.docx"]
    said = ["".join(each.itertext()) for each in book.iter(f"{TEXT}p")]
    assert all(words in said for _seat, _card, words in WRITTEN)
    headings = ["".join(each.itertext()) for each in book.iter(f"{TEXT}h")]
    assert {"Summary", "Method", "Results", "ACCORD checklist"} <= set(headings)
    assert len(list(book.iter(f"{TABLE}table-header-rows"))) == len(list(book.iter(f"{TABLE}table")))
