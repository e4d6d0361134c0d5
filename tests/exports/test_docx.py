"""The Word file: true headings, captions and table heads, alternative texts, a language, and equal bytes."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Made
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as Written

from tests.exports.played import played
from tests.odd import ODD
from workshop.exports.material import material_of
from workshop.exports.report.blocks import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Report,
    Table,
    ToWrite,
)
from workshop.exports.word.file import docx_of, write_docx
from workshop.models import clean_text

AT = datetime(2027, 2, 9, tzinfo=UTC)
WORDS = [clean_text(each) for each in ODD.values() if clean_text(each)]


def opened(content: bytes) -> Made:
    return Document(BytesIO(content))


def of(*blocks: Block) -> Made:
    return opened(docx_of(Report("T", "s", "en-GB", blocks), AT))


@pytest.mark.django_db
def test_the_whole_file_is_accessible_and_equal_for_an_equal_state() -> None:
    material = material_of(played().workshop)
    content = write_docx(material)
    assert content == write_docx(material)
    document = opened(content)
    known = document.core_properties
    assert (known.title, known.language) == ("Six tensions in leading co-production", "en-GB")
    assert (known.author, known.last_modified_by, known.comments) == ("", "", "")
    pictures = list(document.element.iter(qn("wp:docPr")))
    assert len(pictures) > 2
    assert all(each.get("descr") for each in pictures)
    assert len({each.get("id") for each in pictures}) == len(pictures)
    assert [each for each in document.paragraphs if not each.text and not _drawn(each)] == []
    styles = {each.style.name for each in document.paragraphs if each.style}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Caption", "Quote"} <= styles


@pytest.mark.django_db
def test_the_head_of_each_table_repeats_and_its_caption_is_numbered() -> None:
    document = opened(write_docx(material_of(played().workshop)))
    for table in document.tables:
        assert table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None
    captions = [each.text for each in document.paragraphs if each.style and each.style.name == "Caption"]
    assert len(captions) == len(document.tables)
    numbers = [each.get(qn("w:instr")) for each in document.element.iter(qn("w:fldSimple"))]
    assert numbers.count(" SEQ Table \\* ARABIC ") == len(captions)


def test_no_name_of_the_machine_and_no_time_of_it_is_in_the_package() -> None:
    with ZipFile(BytesIO(docx_of(Report("T", "s", "en-GB", []), AT))) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "2027-02-09T00:00:00Z" in core
    assert "python-docx" not in core


def test_odd_words_stand_as_they_were_written() -> None:
    document = of(*map(Quotation, WORDS), Table("c", ["a"], [[each] for each in WORDS], "l"))
    quotes = [each.text for each in document.paragraphs if each.style and each.style.name == "Quote"]
    assert quotes == ["\n".join(each.splitlines()) for each in WORDS]
    cells = [row.cells[0].text for row in document.tables[0].rows][1:]
    assert cells == quotes


def test_words_of_a_script_from_right_to_left_run_so() -> None:
    right, left = of(Quotation("שלום 12"), Quotation("12 peace")).paragraphs[2:]
    assert right._p.pPr is not None
    assert right._p.pPr.find(qn("w:bidi")) is not None
    assert left._p.pPr is not None
    assert left._p.pPr.find(qn("w:bidi")) is None


def test_what_a_person_has_to_write_is_marked_in_text_and_not_by_colour_alone() -> None:
    document = of(Heading("h"), ToWrite("Why."), Listing([("a:", "b")]), Paragraph("p", label="l"))
    assert [each.text for each in document.paragraphs[2:]] == ["h", "To write: Why.", "a: b", "l p"]


def _drawn(paragraph: Written) -> bool:
    return paragraph._p.find(f".//{qn('w:drawing')}") is not None
