"""Keeping both versions of a text says nothing twice, and loses no sentence."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.joined import SENTENCE, joined

WORDS = st.lists(st.sampled_from(["One.", "Two!", "Is it three?", "four", "\n", " "])).map(" ".join)


def test_what_both_say_is_said_once() -> None:
    first = "We never agreed on this. It cost us a year."
    second = "We never agreed on this. Our funder did not mind.\n\nIt cost us a year."
    assert joined(first, second) == f"{first}\n\nOur funder did not mind."


def test_where_one_has_the_other_in_it_the_longer_is_kept() -> None:
    assert joined("It cost us", "It cost us a year.") == "It cost us a year."
    assert joined("It cost us a year.", "It cost us") == "It cost us a year."
    assert joined("", "Mine") == joined("Mine", "") == "Mine"


@given(WORDS, WORDS)
def test_no_sentence_is_lost_and_joining_again_changes_nothing(first: str, second: str) -> None:
    both = joined(first, second)
    for text in (first, second):
        for line in text.splitlines():
            assert all(each in both for each in SENTENCE.split(line.strip()))
    assert joined(both, second) == both
