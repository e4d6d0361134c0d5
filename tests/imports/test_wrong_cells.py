"""What is wrong in a row of a table: one sentence for each row and column, and none that only follows."""

from workshop.forms.people import read_guests
from workshop.imports.cards import cards_of
from workshop.imports.words import refusal
from workshop.imports.wrong import Wrong

FORMULA = "This is a formula, which may have split its row. Put the words there that it comes to."


def test_a_formula_that_splits_its_row_is_said_once_and_nothing_that_follows_from_it() -> None:
    table = 'title,summary,pole a\n=HYPERLINK("http://x.example","y"),b,c\nTrust,Who has it\n'
    assert cards_of(table).wrong == [f"Row 2, column “title”: {FORMULA}"]


def test_a_cell_beyond_the_columns_is_all_that_is_said_of_its_row() -> None:
    found = cards_of("title,summary\n,one,two,three\n")
    assert found.wrong == [
        "Row 2, column “C”: Nothing says what this column is. Name the columns in the first row."
    ]


def test_words_that_begin_with_an_equals_sign_are_a_card_like_any_other() -> None:
    found = cards_of("title,summary\n= is not enough,Who has it\n")
    assert (found.wrong, len(found.cards)) == ([], 1)


def test_a_pole_without_its_other_is_said_of_the_column_that_is_there() -> None:
    found = cards_of("title,pole a\nTrust,all\n")
    assert found.wrong == ["Row 2, column “pole a”: A spectrum has two ends. Name both, or neither."]


def test_each_column_of_a_row_that_is_wrong_is_said_once() -> None:
    found = cards_of(f"title,short title\n,{'x' * 60}\n")
    assert len(found.wrong) == 2
    assert found.wrong[0] == "Row 2, column “title”: A card needs a title."
    assert found.wrong[1].startswith("Row 2, column “short title”: This is 20 characters over")


def test_all_formulas_without_their_result_are_named_at_once() -> None:
    says = refusal(Wrong("no_result", cells=[[2, "A"], [2, "B"], [4, "B"]])).message
    assert says.startswith("There are formulas in row 2, column A; row 2, column B; row 4, column B, and ")
    many = refusal(Wrong("no_result", cells=[[n, "A"] for n in range(30)])).message
    assert "and 10 more" in many


def test_a_person_in_a_formula_is_told_as_one() -> None:
    found = read_guests('Ann, ann@example.org\n=HYPERLINK("mailto:b@example.org","c@example.org"), Ben\n')
    assert [(n, reason) for n, _line, reason in found.bad] == [
        (2, "There is a formula in this line. Put the words there that it comes to.")
    ]
