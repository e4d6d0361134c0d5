"""Short titles on slips: two lines of at most 12 characters, cut between whole characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.lines import beginning, slip_words, two_lines, wholes
from workshop.analysis.slips import Face, Slip, face_of, named


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Power and reciprocity", ("Power and", "reciprocity")),
        ("Leadership, capacity", ("Leadership,", "capacity")),
        ("Ways of working", ("Ways of", "working")),
        ("Non-research activities", ("Non-research", "activities")),
        ("Language", ("Language",)),
        ("  ", ()),
        ("Communication gaps", ("Communicati…", "gaps")),
        ("One two three four five six", ("One two", "three four…")),
        ("研究と現場の言葉の違い", ("研究と現場…",)),
    ],
)
def test_a_short_title_breaks_between_words(title: str, lines: tuple[str, ...]) -> None:
    assert two_lines(title) == lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Who gains and who tells it", ("Who gains", "and who…")),
        ("Language that shuts out or lets in", ("Language", "that shuts…")),
        ("Power, structures: and reciprocity", ("Power,", "structures…")),
        ("Power lies unevenly among us", ("Power lies", "unevenly…")),
        ("Individual motivation vs structural issues", ("Individual", "motivation…")),
        ("On transdisciplinarity today", ("On", "transdiscip…")),
        ("Two things at once", ("Two things", "at once")),
        ("A non-research one", ("A", "non-researc…")),
        ("", ()),
    ],
)
def test_the_beginning_of_a_title_ends_with_a_whole_word(title: str, lines: tuple[str, ...]) -> None:
    assert beginning(title) == lines


def test_a_slip_without_a_short_title_carries_the_beginning_of_the_title() -> None:
    assert slip_words("Gains", "Who gains and who tells it") == ("Gains",)
    assert slip_words("", "Who gains and who tells it") == ("Who gains", "and who…")


def test_a_title_is_never_cut_inside_a_character() -> None:
    family, flag, accented = "👩‍👩‍👧", "🇬🇧", "e\u0301"
    assert list(wholes(family + flag + accented + "👍🏽")) == [family, flag, accented, "👍🏽"]
    assert two_lines(accented * 13) == (accented * 11 + "…",)
    assert two_lines(flag * 7) == (flag * 5 + "…",)


@given(st.text(max_size=60))
def test_any_title_makes_at_most_two_short_lines(title: str) -> None:
    for lines in (two_lines(title), beginning(title)):
        assert len(lines) <= 2
        assert all(len(list(wholes(line))) <= 12 for line in lines)
    assert "".join(wholes(title)) == title


def test_a_line_that_is_too_wide_is_squeezed_onto_the_slip() -> None:
    blank = Slip(0, 0, 0, 112, 76, "1")
    plain, broad = (named(blank, Face("1", title)) for title in ("Non-research", "MMMMMMMMMMMM"))
    assert plain.lines[0].squeeze is None
    assert broad.lines[0].squeeze == 98


def test_a_card_may_be_an_object_or_a_mapping() -> None:
    assert face_of({"label": 3, "short_title": None, "title": "Ways"}) == Face("3", "", "Ways")
    assert face_of(Face("3", "Language")) == Face("3", "Language")
