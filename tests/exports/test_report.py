"""The report: what it says of a whole workshop, in the words and figures of the results page."""

import re
from collections import Counter
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.html import escape
from docx import Document

from tests.exports.played import DISSENT, WRITTEN, played
from tests.opened import pdf_text
from tests.support import House, client_of
from workshop.exports.material import material_of
from workshop.exports.pdf.file import write_pdf
from workshop.exports.report.accord_items import ITEMS
from workshop.exports.report.blocks import Heading, Quotation, Report, Table, ToWrite
from workshop.exports.report.report import report_of
from workshop.exports.taking import Wanted, prepared
from workshop.exports.word.file import DOCX, write_docx

pytestmark = pytest.mark.django_db
HEADING = "Which matter most to you?"
NUMBER = re.compile(r"[−-]?\d+(?:[.,]\d+)*")


@pytest.fixture
def house() -> House:
    return played()


def taken(house: House, *, full: bool = False) -> Report:
    return report_of(prepared(house.workshop, DOCX, Wanted(full)).material)


def said(report: Report) -> str:
    return "\n".join(str(each) for each in report.blocks)


def table(report: Report, caption: str) -> Table:
    return next(
        each for each in report.blocks if isinstance(each, Table) and each.caption.startswith(caption)
    )


def sort_page(house: House) -> str:
    address = reverse("sort", kwargs={"slug": house.workshop.slug, "number": 1})
    return client_of(house.ada).get(address).content.decode()


def test_sections_stand_in_order_and_no_level_is_skipped(house: House) -> None:
    headings = [each for each in taken(house).blocks if isinstance(each, Heading)]
    first = [each.text for each in headings if each.level == 1]
    assert first[:4] == ["Summary", "Method", "Results", "How the cards changed"]
    assert first[-3:] == ["ACCORD checklist", "References", "What this file leaves out"]
    levels = [each.level for each in headings]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_method_says_who_was_invited_and_agreed_what_was_asked_and_by_which_rule(house: House) -> None:
    text = said(taken(house))
    assert "5 people were invited. 5 of 5 agreed to take part." in text
    assert "Which three should we talk about first? (up to 3 cards each)" in text
    assert "At least 4 of 5 who answer put a card in the inner circle." in text
    assert "before anybody saw the result." in text
    assert "P3 was lent the chair for a step" in text


def test_what_a_sort_asked_is_there_word_for_word_as_its_page_put_it(house: House) -> None:
    report, page = taken(house), sort_page(house)
    asked = next(each.text for each in report.blocks if isinstance(each, Quotation) and HEADING in each.text)
    assert house.workshop.question in asked
    assert all(escape(line) in page for line in asked.split("\n"))
    rounds = table(report, "What was asked in each round")
    assert [row[1] for row in rounds.rows if "sort" in row[0].lower()] == [HEADING, HEADING]


def test_comments_stand_once_under_the_card_that_took_them_over(house: House) -> None:
    blocks = taken(house).blocks
    quotes = [each.text for each in blocks if isinstance(each, Quotation)]
    assert all(quotes.count(words) == 1 for _seat, _card, words in WRITTEN)
    headings = [each.text for each in blocks if isinstance(each, Heading)]
    at = headings.index("About card 4, which it came from: Research vs non-research activities")
    assert "8. Individual motivation vs structural issues" in headings[:at]
    assert DISSENT in quotes


def test_what_was_written_for_the_facilitators_alone_is_counted_and_not_told(house: House) -> None:
    text = said(taken(house, full=True))
    assert "For facilitators’ eyes." not in text
    assert "1 comment was written for the facilitators alone" in text


def test_people_are_pseudonyms_unless_the_right_is_held(house: House) -> None:
    without, named = said(taken(house)), said(taken(house, full=True))
    assert "Ada" not in without
    assert "1 person asked to be thanked by name." in without
    assert "Dr Ada Ash" in named
    assert "Ben, may be quoted by name" in named


def test_where_names_are_hidden_no_comment_has_an_author() -> None:
    text = said(taken(played("hidden"), full=True))
    assert "comments have no author" in text
    assert not re.search(r"\bP\d\b", text)


def test_every_item_of_accord_is_there_and_what_nobody_knows_is_marked(house: House) -> None:
    report = taken(house)
    items = table(report, "The items of ACCORD")
    assert [row[0] for row in items.rows] == [key for key, _subject in ITEMS]
    assert len(items.rows) == 35
    assert "put in our own words. A journal wants those of the checklist itself" in said(report)
    sections = Counter(row[0][0] for row in items.rows)
    assert sections == {"T": 1, "I": 3, "M": 21, "R": 5, "D": 2, "O": 3}
    marked = {items.rows[y][0] for y, _x in items.open}
    assert {"T1", "M1", "M7", "O3"} <= marked
    assert not {"M12", "M18", "R1", "R4"} & marked
    assert any(isinstance(each, ToWrite) for each in report.blocks)


def test_of_a_round_that_is_not_revealed_no_number_but_how_many_answered_is_told() -> None:
    house = played()
    house.workshop.rounds.filter(number=3).update(state="closed", revealed_at=None)
    text = said(taken(house))
    assert "5 of 5 answered. The result is not revealed" in text
    assert "Where people placed each card, in round 3" not in text


def test_figures_are_those_of_the_page_to_the_digit_in_both_files(house: House) -> None:
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/results/").text
    material = material_of(house.workshop)
    tables = [
        [[cell.text for cell in row.cells] for row in each.rows]
        for each in Document(BytesIO(write_docx(material))).tables
    ]
    pdf = " ".join(pdf_text(write_pdf(material)).split())
    found = figures_of(page)
    assert len(found) > 30
    cells = {" ".join(cell.split()) for each in tables for row in each for cell in row}
    for number in found:
        assert number in cells
        assert number in pdf


def figures_of(page: str) -> list[str]:
    """Return what stands in the cells of numbers of every table of figures on the page."""
    tables = re.findall(r'<caption id="figures-[^>]*>.*?</table>', page, re.DOTALL)
    cells = [cell for each in tables for cell in re.findall(r'<td class="n">(.*?)</td>', each, re.DOTALL)]
    return [" ".join(cell.replace("&nbsp;", " ").split()) for cell in cells if NUMBER.search(cell)]
