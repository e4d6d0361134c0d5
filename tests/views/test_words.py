"""Counts in words: one exact sentence above each picture, ties named together."""

import pytest
from django.utils import translation

from workshop.analysis.tallies import SortTally
from workshop.templatetags.naming import and_list, named_cards
from workshop.templatetags.words import (
    how_far,
    of_people,
    others,
    poll_sentence,
    share_of,
    sort_sentence,
    table_sentence,
)


def cards(*labels: object) -> list[dict[str, object]]:
    return [{"label": str(label)} for label in labels]


def rows(*counts: tuple[int, int, int]) -> list[tuple[dict[str, object], SortTally]]:
    people = max((sum(count) for count in counts), default=0)
    tallies = (SortTally(*count, unanswered=people - sum(count), people=people) for count in counts)
    return list(zip(cards(*range(1, len(counts) + 1)), tallies, strict=True))


def test_below_ten_people_a_count_has_no_per_cent() -> None:
    assert of_people(4, 5) == share_of(4, 5) == "4 of 5"
    assert share_of(9, 12) == "9 of 12 (75 %)"
    assert share_of(0, 0) == "0 of 0"


def test_words_are_joined_as_in_a_sentence() -> None:
    assert [and_list(items) for items in ([], ["2"], ["2", "4"], ["2", 4, "6"])] == [
        "",
        "2",
        "2 and 4",
        "2, 4 and 6",
    ]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([], "There are no cards yet."),
        ([(0, 0, 0)], "Nobody has placed a card yet."),
        ([(1, 0, 0), (0, 1, 0)], "Only one person has answered, so there is nothing to compare yet."),
        (
            [(7, 4, 1), (10, 2, 0), (5, 6, 1)],
            "Card 2 was inner for 10 of 12; card 3 split the group almost in half, 5 inner and 6 outer.",
        ),
        (
            [(5, 0, 0), (2, 2, 1), (2, 2, 1)],
            "Card 1 was inner for 5 of 5; cards 2 and 3 split the group in half.",
        ),
        ([(4, 1, 0), (4, 1, 0), (0, 5, 0)], "Cards 1 and 2 were inner for 4 of 5 each."),
        ([(3, 2, 0), (3, 2, 0)], "All cards were inner for 3 of 5 each."),
        ([(3, 0, 0)] * 5 + [(0, 3, 0)], "Cards 1, 2, 3, 4 and 5 were inner for 3 of 3 each."),
        ([(0, 5, 0), (0, 4, 1)], "Nobody placed a card in the inner circle."),
        ([(900, 100, 0), (470, 520, 10)], "Card 1 was inner for 900 of 1,000; card 2 split the group "
         "almost in half, 470 inner and 520 outer."),
    ],
)  # fmt: skip
def test_a_sort_is_one_sentence(counts: list[tuple[int, int, int]], said: str) -> None:
    assert sort_sentence(rows(*counts)) == said


def test_a_sort_that_goes_two_against_one_is_not_called_a_split() -> None:
    assert sort_sentence(rows((3, 0, 0), (2, 1, 0))) == "Card 1 was inner for 3 of 3."


@pytest.mark.parametrize(
    ("counts", "people", "said"),
    [
        ([9, 8], 12, "Card 1 comes first: 9 of 12 nominated it."),
        ([8, 3, 8], 12, "Cards 1 and 3 come first together: 8 of 12 nominated each."),
        ([2, 2], 2, "All cards come first together: 2 of 2 nominated each."),
        ([1, 1, 1, 1, 1, 0], 5, "Cards 1, 2, 3, 4 and 5 come first together: 1 of 5 nominated each."),
        ([0, 0], 3, "Nobody nominated a card."),
        ([0, 0], 0, "Nobody answered this round."),
        ([], 3, "Nobody nominated a card."),
        ([1], 1, "Card 1 comes first: 1 of 1 nominated it."),
    ],
)
def test_a_poll_is_one_sentence(counts: list[int], people: int, said: str) -> None:
    assert poll_sentence(zip(cards(1, 2, 3, 4, 5, 6), counts, strict=False), people) == said


def test_a_table_is_one_sentence() -> None:
    said = "Cards 2, 4 and 6 are inner; cards 3 and 1 are outer; card 5 is beside the table."
    assert table_sentence(cards(2, 4, 6), cards(3, 1), cards(5)) == said
    assert table_sentence([], cards("B1"), []) == "Card B1 is outer."
    assert table_sentence([], [], []) == "No card is on the table yet."


def test_what_is_not_inner_is_listed_without_noughts() -> None:
    assert others(SortTally(7, 4, 1, 0, 12)) == "4 outer, 1 not placed"
    assert others(SortTally(7, 0, 0, 5, 12)) == "5 not answered"
    assert others(SortTally(12, 0, 0, 0, 12)) == ""


def test_a_language_without_its_own_words_still_says_the_count() -> None:
    with translation.override("de"):
        assert of_people(4, 5) == "4 of 5"


def test_how_far_people_are_leaves_out_what_nobody_is() -> None:
    assert how_far({"finished": 0, "started": 3, "opened": 0, "unopened": 2}) == "3 started, 2 not opened"


def test_under_a_heading_that_names_the_first_only_the_count_is_said() -> None:
    one, tied = zip(cards(1, 2), [9, 8], strict=True), zip(cards(1, 2), [8, 8], strict=True)
    assert poll_sentence(one, 12, headed=True) == "9 of 12 nominated card 1."
    assert poll_sentence(tied, 12, headed=True) == "8 of 12 nominated each."
    assert poll_sentence([], 0, headed=True) == ""


def test_a_card_without_a_short_title_is_named_by_its_whole_title() -> None:
    title = "Power: who speaks, in whose words, and who is paid for the time that it takes"
    card = {"label": "8", "short_title": "", "title": title}
    assert named_cards([card]) == f"card 8 ({title})"
