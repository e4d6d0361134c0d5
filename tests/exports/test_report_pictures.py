"""Each picture of the report has its sentence and its table, and each source that it cites is listed."""

from dataclasses import replace

import pytest

from tests.exports.played import played
from tests.support import House, client_of
from workshop.analysis.refused import Refused
from workshop.exports.material import material_of
from workshop.exports.report.blocks import Figure, Listing, Paragraph, Report, Table
from workshop.exports.report.record import Record
from workshop.exports.report.references import of_figures
from workshop.exports.report.report import report_of
from workshop.exports.report.widths import widths_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return played()


def table(report: Report, caption: str) -> Table:
    return next(
        each for each in report.blocks if isinstance(each, Table) and each.caption.startswith(caption)
    )


def sources(report: Report) -> str:
    """Return the list after the heading of the references."""
    texts = [str(each) for each in report.blocks]
    return texts[next(n for n, text in enumerate(texts) if "text='References'" in text) + 1]


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_each_picture_has_its_sentence_in_words(promise: str) -> None:
    report = report_of(material_of(played(promise).workshop))
    words = " ".join(str(each) for each in report.blocks if isinstance(each, Paragraph | Listing))
    figures = [each.picture for each in report.blocks if isinstance(each, Figure)]
    assert any(each.name.startswith("slope") for each in figures)
    for each in figures:
        if each.name.startswith("spectrum"):
            assert "want to move" in words
        else:
            assert each.alt in words or each.alt in each.caption, each.name


def test_the_course_of_the_cards_has_its_table_with_the_counts_of_each_round(house: House) -> None:
    found = table(
        report_of(material_of(house.workshop)), "How many people placed each card inner, or nominated"
    )
    assert found.head[1:] == (
        "Card sort of the pack: placed inner, of 5",
        "Opening poll: nominated, of 5",
        "Card sort, round 3: placed inner, of 5",
    )
    assert found.rows[1] == ("2. Power differences and (lack of) reciprocity", "4", "4", "4")


def test_the_matrix_has_its_table_and_its_source(house: House) -> None:
    report = report_of(material_of(house.workshop))
    assert len(table(report, "Where each person placed each card").rows) == 5
    assert "McCormick" in sources(report)


def test_where_names_are_hidden_there_is_no_matrix_no_table_of_it_and_no_source() -> None:
    hidden = report_of(material_of(played("hidden").workshop))
    assert not any("Where each person placed" in str(each) for each in hidden.blocks)
    assert "McCormick" not in sources(hidden)


def test_a_figure_that_is_refused_has_no_source(house: House) -> None:
    outcomes = Record(material_of(house.workshop)).material.results.revealed
    figures = next(each.figures for each in outcomes if each.figures)
    refused = replace(figures.reckoned, concordance=Refused("cards_differ"))
    given = " ".join(of_figures(replace(figures, reckoned=refused)))
    assert "Krippendorff" in given
    assert "Kendall" not in given
    nothing = replace(
        refused, **dict.fromkeys(("alpha", "ac1", "alpha_of_order", "orders"), Refused("few_people"))
    )
    assert of_figures(replace(figures, reckoned=nothing)) == set()


def test_each_band_of_a_spectrum_has_a_column_of_its_own(house: House) -> None:
    found = table(report_of(material_of(house.workshop)), "Marks of each card")
    assert found.head[3:] == ("1", "2", "3", "4", "5")
    assert [row[2:] for row in found.rows[:2]] == [
        ("Where we are", "1", "2", "1", "1", "0"),
        ("Where we want to be", "0", "0", "0", "5", "0"),
    ]
    moves = table(report_of(material_of(house.workshop)), "How many would move each card")
    assert moves.rows[0][2:] == ("0", "0", "5")


def test_what_people_were_asked_to_agree_to_stands_in_the_order_in_which_they_were_asked(
    house: House,
) -> None:
    report = report_of(material_of(house.workshop))
    asked = next(each for each in report.blocks if isinstance(each, Listing) and "said yes" in str(each))
    assert "I agree to take part" in str(asked.items[0])
    assert "used in other research" in str(asked.items[-1])


def test_no_word_of_a_head_is_wider_than_its_column(house: House) -> None:
    """By the widest letters that an office has: 5.9 points each at the size of a table, bold 6.6."""
    tables = [each for each in report_of(material_of(house.workshop)).blocks if isinstance(each, Table)]
    assert len(tables) > 10
    for each in tables:
        for head, width in zip(each.head, widths_of(each), strict=True):
            room = width / 10_000 * 467 - 6
            assert all(len(word) * 6.6 <= room for word in head.split()), (each.caption, head)


def test_whether_the_order_kept_is_said_as_on_the_page_and_its_source_is_listed(house: House) -> None:
    report = report_of(material_of(house.workshop))
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/results/").text
    said = next(each.text for each in report.blocks if isinstance(each, Paragraph) and "tau-b" in each.text)
    assert said in page
    assert "Kendall, M. G. (1945)" in sources(report)


def test_the_orders_by_ranks_and_one_against_one_have_their_sources(house: House) -> None:
    report = report_of(material_of(house.workshop))
    head = table(report, "The group’s order").head
    assert ("By ranks" in head, "One against one" in head) == (True, True)
    assert "Borda" in sources(report)
    assert "Copeland" in sources(report)


def test_where_those_orders_are_not_given_their_sources_are_not_either() -> None:
    hidden = report_of(material_of(played("hidden").workshop))
    assert not any("One against one" in str(each) for each in hidden.blocks)
    assert "Copeland" not in sources(hidden)
