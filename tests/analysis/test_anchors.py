"""The codes beside what is filled in: read again however they were retyped, and found where they stand."""

import pytest

from workshop.analysis.anchors import LETTERS, Anchor, What, anchors_in, read_anchor, spelled


@pytest.mark.parametrize("typed", ["C10", "[C10]", " c 1O ", "[Cl0]", "［CIo］", "c|0"])
def test_a_code_is_read_however_it_was_retyped(typed: str) -> None:
    assert read_anchor(typed) == Anchor(What.COMMENT, 10)


@pytest.mark.parametrize("typed", ["", "C", "3", "C0", "Z3", "I3", "C-3", "C3 and", "CC3", "C12345"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_anchor(typed) is None


@pytest.mark.parametrize("what", What)
def test_each_code_is_read_as_it_is_printed(what: What) -> None:
    anchor = Anchor(what, 7)
    assert read_anchor(anchor.printed) == anchor
    assert what not in "IO"


def test_only_what_stands_between_brackets_is_a_code_in_a_text() -> None:
    text = "Print on A4. [C3] Mine [see P2] and [ p 2 ] here"
    assert [(str(anchor), text[start:end]) for anchor, start, end in anchors_in(text)] == [
        ("C3", "[C3]"),
        ("P2", "[ p 2 ]"),
    ]


def test_a_spelling_has_no_letters_that_are_mistaken() -> None:
    assert len(spelled(b"\xff" * 32, 12)) == 12
    assert not set("01IOL") & set(LETTERS)
