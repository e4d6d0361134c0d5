"""The pack to print: tagged, whole whatever a card says, at both sizes, with none and with many cards."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tests.exports.test_pdf import tags
from tests.odd import ODD
from tests.opened import pdf_text
from workshop.analysis.anchors import Anchor, What, anchors_in
from workshop.exports.packs.content import Agreement, BlankCard, Box, Pack, PackCard, Place, Reading, Way
from workshop.exports.packs.looks import Look, Sheets, Size
from workshop.exports.packs.pdf.file import write_pdf
from workshop.exports.pdf.typesetting import STAND_IN
from workshop.models import clean_text

ODD_WORDS = [clean_text(value) for value in ODD.values() if clean_text(value)]
SECRET = "s" * 43


def place(
    n: int, where: What = What.PLACE, order: What = What.ORDER, why: What = What.WHY, **more: Any
) -> Place:
    return Place(Anchor(where, n), Anchor(order, n), Anchor(why, n), **more)


def box(what: What, number: int, text: str = "") -> Box:
    return Box(Anchor(what, number), "Label", text=text)


def card(n: int, title: str = "A title", summary: str = "A summary.", **more: Any) -> PackCard:
    comment = box(What.COMMENT, n, more.pop("text", ""))
    return PackCard("uid", n, title, title[:24], summary, "One end", "Another", comment, place(n, **more))


def blank(number: int, text: str = "") -> BlankCard:
    title, meaning, other = (box(what, number, text) for what in (What.BLANK, What.MEANING, What.REPHRASES))
    where = place(number, What.BLANK_PLACE, What.BLANK_ORDER, What.BLANK_WHY)
    return BlankCard("uid", number, "ABCDEF"[number - 1], title, meaning, other, where)


YES = Agreement(Anchor(What.CONSENT, 1), "uid", "I agree.", [("yes", "Yes"), ("no", "No")], True)
WHOLE: dict[str, Any] = {
    "code": "7KQ2-MXR4-W3HD",
    "language": "en-GB",
    "name": "Ada",
    "of_own": True,
    "title": "Six tensions",
    "question": "How important?",
    "instructions": "Tell us.",
    "when": "Friday 5 February 2027, 10:00 (London time)",
    "where": "Room 4",
    "until": "Thursday 4 February, 17:00 (London time)",
    "steps": ["Read.", "Write."],
    "promise": [("What you write", "Only we read it.")],
    "blanks": [blank(n) for n in range(1, 7)],
    "other": box(What.OTHER, 1),
    "prompts_title": "Your account",
    "prompts": [box(What.PROMPT, 1)],
    "information": "You are invited.",
    "sheet": 1,
    "agreements": [YES],
    "reading": Reading("About", "The study.", "A citation."),
    "way": Way(f"https://example.org/link/{SECRET}/", "Scan this."),
}


def pack(many: int = 6, **fields: Any) -> Pack:
    """Return a pack of so many cards, whole but for what is given."""
    return Pack(**{**WHOLE, "cards": [card(n) for n in range(1, many + 1)], **fields})


def words_of(packs: Pack | list[Pack], look: Look | None = None) -> str:
    """Return the words of a PDF in one line, without what only lets a long word break."""
    content = write_pdf(packs if isinstance(packs, list) else [packs], look or Look())
    return " ".join(pdf_text(content).replace("\u200b", "").split())


@pytest.mark.parametrize("size", Size)
def test_it_is_tagged_and_equal_for_equal_packs(size: Size) -> None:
    content = write_pdf([pack()], Look(size))
    assert content == write_pdf([pack()], Look(size))
    reader = PdfReader(BytesIO(content))
    root: Any = reader.trailer["/Root"]
    assert (root["/Lang"], reader.metadata and reader.metadata.title) == ("en-GB", "Six tensions: Ada")
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    wanted = {"/H1", "/H2", "/H3", "/Figure", "/L", "/Link"} | (
        {"/Table", "/TH"} if size == "usual" else set()
    )
    assert wanted <= tags(root["/StructTreeRoot"])


@pytest.mark.parametrize("size", Size)
def test_each_thing_to_fill_in_has_its_code_once(size: Size) -> None:
    found = [str(anchor) for anchor, _start, _end in anchors_in(words_of(pack(), Look(size)))]
    every = {f"{letter}{n}" for letter in "CPNWBDREGF" for n in range(1, 7)} | {"A1", "Q1", "K1"}
    assert sorted(found) == sorted(every)


def test_the_secret_of_the_link_is_no_text_but_where_the_code_leads() -> None:
    content = write_pdf([pack()], Look())
    assert SECRET not in pdf_text(content)
    reader = PdfReader(BytesIO(content))
    notes: Any = [each.get_object() for each in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert [each["/A"]["/URI"] for each in notes] == [f"https://example.org/link/{SECRET}/"]


def test_what_was_answered_stands_as_said_so_far() -> None:
    cards = [card(1, zone="inner", number=2, text="My words"), card(2, zone="unplaced", why="Too wide")]
    text = words_of(pack(cards=cards, blanks=[blank(1, "Of mine")]))
    assert "Inner circle (so far)" in text
    assert "Not placed (so far)" in text
    assert all(words in text for words in ("2 (so far)", "My words", "Too wide", "Of mine"))


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("cards", [0, 15])
def test_no_card_and_many_cards_make_a_pack(cards: int, size: Size) -> None:
    text = words_of(pack(cards), Look(size))
    assert ("Cards to cut out" in text) is bool(cards)
    assert ("The two circles" in text) is bool(cards)


@pytest.mark.parametrize("size", Size)
def test_a_long_summary_is_whole_in_the_form_and_begins_on_its_slip(size: Size) -> None:
    summary = " ".join(f"word{n}" for n in range(250))[:1990] + " thelastone"
    text = words_of(pack(cards=[card(1, "T" * 200, summary)]), Look(size))
    assert text.count("word1 ") == 2
    assert text.count("thelastone") == 1
    assert "(the rest is beside its box)" in text


@pytest.mark.parametrize("size", Size)
def test_a_word_that_no_line_holds_breaks_before_it_leaves_its_card(size: Size) -> None:
    text = pdf_text(write_pdf([pack(cards=[card(1, "x" * 200, "x" * 900, text="x" * 900)])], Look(size)))
    assert max(len(found) for found in re.findall("x+", text.replace("\u200b", ""))) < 100


@pytest.mark.parametrize("size", Size)
def test_no_odd_word_refuses_the_file(size: Size) -> None:
    odd = [card(n, words[:200], words[:2000], text=words) for n, words in enumerate(ODD_WORDS, start=1)]
    text = words_of(pack(cards=odd, name=ODD_WORDS[0], blanks=[blank(1, ODD_WORDS[2])]), Look(size))
    assert STAND_IN in text
    assert "stands for a character that the fonts of this file do not have" in text
    assert '=HYPERLINK("http://example.org","x")' in text
    assert "<script>alert(1)</script>&amp;<!--]]>{{ 7 }}{% x %}" in text


def test_only_the_sheets_that_are_wanted_are_there() -> None:
    form, cut = (words_of(pack(), Look(sheets=sheets)) for sheets in (Sheets.FORM, Sheets.CARDS))
    of_form, of_cut = (
        ("What you agree to", "The study."),
        ("Cards to cut out", "Slips for the circles", "The two circles"),
    )
    assert all(words in form and words not in cut for words in of_form)
    assert all(words in cut and words not in form for words in of_cut)
    assert all("Blank card 6 of 6" in text for text in (form, cut))


def test_several_packs_count_their_own_pages_and_carry_their_own_code() -> None:
    second = replace(pack(), name="Ben", code="2222-2222-2222")
    reader = PdfReader(BytesIO(write_pdf([pack(), second], Look())))
    feet = [re.search(r"Pack (\S+)\s+(\d+ / \d+)", page.extract_text()) for page in reader.pages]
    half = len(feet) // 2
    told = [found and found.groups() for found in feet]
    assert told[0] == ("7KQ2-MXR4-W3HD", f"1 / {half}")
    assert told[half] == ("2222-2222-2222", f"1 / {half}")


def test_it_says_where_people_meet_and_nothing_of_it_where_nobody_knows() -> None:
    assert "Where we meet: Room 4" in words_of(pack())
    assert "Where we meet" not in words_of(pack(where=""))
