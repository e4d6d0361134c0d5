"""The PDF: tagged as PDF/UA-1, with a title and a language, and whole whatever somebody wrote."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tests.exports.played import WRITTEN, played
from tests.odd import ODD
from tests.opened import pdf_text
from workshop.exports.material import material_of
from workshop.exports.pdf.file import pdf_of, write_pdf
from workshop.exports.pdf.typesetting import STAND_IN
from workshop.exports.report.blocks import Heading, Quotation, Report, Table
from workshop.models import clean_text

WORDS = {name: clean_text(value) for name, value in ODD.items() if clean_text(value)}


def of(*blocks: Any) -> bytes:
    return pdf_of(Report("A title", "s", "en-GB", blocks))


def tags(node: Any) -> set[str]:
    """Return the kinds of all parts of the structure."""
    found: set[str] = set()
    stack = [node]
    while stack:
        each = stack.pop().get_object() if hasattr(stack[-1], "get_object") else stack.pop()
        if isinstance(each, list):
            stack.extend(each)
        elif isinstance(each, dict):
            found.add(str(each.get("/S", "")))
            stack.extend([each["/K"]] if "/K" in each else [])
    return found


@pytest.mark.django_db
def test_the_whole_file_is_tagged_and_equal_for_an_equal_state() -> None:
    material = material_of(played().workshop)
    content = write_pdf(material)
    assert content == write_pdf(material)
    reader = PdfReader(BytesIO(content))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Six tensions in leading co-production"
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/Figure", "/L", "/Caption"} <= tags(
        root["/StructTreeRoot"]
    )
    assert [each.title for each in reader.outline if not isinstance(each, list)][:2] == ["Summary", "Method"]


@pytest.mark.django_db
def test_what_people_wrote_is_in_it_as_text() -> None:
    text = " ".join(pdf_text(write_pdf(material_of(played().workshop))).split())
    assert all(words in text for _seat, _card, words in WRITTEN)


@pytest.mark.parametrize("name", WORDS)
def test_no_word_refuses_the_file_or_becomes_markup(name: str) -> None:
    text = pdf_text(of(Heading("h"), Quotation(WORDS[name]), Table("c", ["a"], [[WORDS[name]]], "l")))
    assert "A title" in text
    if name == "markup":
        assert "<script>alert(1)</script>&amp;<!--]]>{{ 7 }}{% x %}" in " ".join(text.split())


def test_what_no_font_has_stands_as_a_sign_and_the_file_says_so() -> None:
    assert STAND_IN not in pdf_text(of(Heading("h"), Quotation("Plain words, naïve café – “quoted” → on")))
    text = pdf_text(of(Heading("h"), Quotation("I agree 中 and so on")))
    assert "and so on" in text
    assert "stands for a character that the fonts of this file do not have" in " ".join(text.split())


@pytest.mark.parametrize(
    "words", ["فیصلہ", "ביחד", "निर्णय", "একসাথে", "ਫੈਸਲਾ", "નિર્ણય", "முடிவு", "Привет", "👍 😀"]
)
def test_what_people_write_in_the_languages_of_the_country_is_shown_in_its_letters(words: str) -> None:
    text = pdf_text(of(Heading("h"), Quotation(f"In their own words: {words}.")))
    assert STAND_IN not in text
    assert "stands for a character" not in text


def test_marks_of_typst_and_of_its_code_are_words() -> None:
    words = '#eval("1+1") *bold* _soft_ $x$ @ref <label> = Heading `raw` // gone'
    assert words in " ".join(pdf_text(of(Heading("h"), Quotation(words))).split())
