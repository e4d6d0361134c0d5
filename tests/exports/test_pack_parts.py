"""The parts of a pack in their order, without what is not asked, on cards of one size, in large print too."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from tests.exports.test_pack_pdf import box, pack, words_of
from tests.filling import opened, plain_pack
from workshop.analysis.anchors import What
from workshop.exports.packs.content import Reading
from workshop.exports.packs.file_names import in_file_name
from workshop.exports.packs.looks import Look, Size
from workshop.exports.packs.pdf.file import write_pdf
from workshop.exports.packs.word.file import pack_docx

SHEETS = ["What to do", "What you agree to", "The study.", "Comment on each card", "Any other comments?"]
SHEETS += ["Cards to cut out", "Blank cards", "Slips for the circles", "The two circles"]


@pytest.mark.parametrize("size", Size)
def test_what_is_read_and_agreed_to_comes_before_the_form_and_what_is_cut_out_last(size: Size) -> None:
    text = words_of(pack(), Look(size))
    at = [text.index(words) for words in SHEETS]
    assert at == sorted(at)


def test_in_word_what_to_read_comes_before_the_cards_too() -> None:
    document = opened(pack_docx(replace(plain_pack(), reading=Reading("About", "The study.", ""))))
    heads = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    assert heads.index("Taking part") < heads.index("About") < heads.index("The cards")


@pytest.mark.parametrize("size", Size)
def test_a_pack_without_cards_has_no_sheet_for_any(size: Size) -> None:
    text = words_of(pack(0, prompts=[box(What.PROMPT, n) for n in range(1, 8)]), Look(size))
    gone = ["Comment on each card", "The two circles", "Slips", "How important?", "Inner", "its number:"]
    assert [words for words in gone if words in text] == []
    assert all(f"[{code}]" in text for code in ("Q1", "Q7", "A1", "B6", "D6"))
    fields = opened(pack_docx(plain_pack(0))).element.body.iter(qn("w:tag"))
    assert {each.get(qn("w:val"))[8] for each in fields} == set("BDQAK")


def sizes(content: bytes) -> set[float]:
    """Return the sizes of print in a PDF, in points, as its pages set them."""
    found = set()

    def note(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * matrix[3]), 1))

    for page in PdfReader(BytesIO(content)).pages:
        page.extract_text(visitor_text=note)
    return found


def test_large_print_has_no_print_smaller_than_eighteen_points() -> None:
    assert min(sizes(write_pdf([pack()], Look(Size.LARGE)))) >= 18


@pytest.mark.parametrize(("size", "most"), [(Size.USUAL, 9), (Size.LARGE, 19)])
def test_a_pack_of_six_cards_takes_no_more_pages_than_it_needs(size: Size, most: int) -> None:
    assert len(PdfReader(BytesIO(write_pdf([pack()], Look(size)))).pages) <= most


def test_the_circles_ask_what_the_workshop_asks() -> None:
    assert "most important and/or relevant" not in words_of(pack(question="How urgent?"))
    assert "most important and/or relevant" in words_of(pack(question=""))


def test_the_heading_of_a_blank_card_stays_with_its_first_field() -> None:
    document = opened(pack_docx(plain_pack()))
    at = next(n for n, each in enumerate(document.paragraphs) if each.text.startswith("Blank card A"))
    label, field = document.paragraphs[at + 1 : at + 3]
    assert label.style
    assert label.style.name == "Question"
    assert field._p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Eva Łuczak", "eva-luczak"), ("Søren Đặng", "soren-dang"), ("Groß", "gross"), ("李", "")],
)
def test_a_name_in_the_name_of_a_file_loses_no_letter(name: str, plain: str) -> None:
    assert in_file_name(name) == plain
    assert re.fullmatch(r"[a-z-]*", plain)
