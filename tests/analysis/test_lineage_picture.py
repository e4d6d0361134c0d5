"""The picture of a lineage: every card where it should be, nothing on top of anything, counts that add up."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.lineage import Turn
from workshop.analysis.lineage_picture import SLIP_HEIGHT, SLIP_WIDTH, LineagePicture, columns_of, draw, fits

PAPER = [
    Turn(1, "adopt", results=(7,)),
    Turn(2, "merge", sources=(4, 5, 6), results=(8,)),
    Turn(3, "nest", sources=(7,), results=(3,)),
]
PLACES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 4, 9: 1, 10: 1}


def paper() -> LineagePicture:
    """Draw the paper's own case."""
    return draw(columns_of(range(1, 7), PAPER, PLACES))


def overlapping(picture: LineagePicture) -> list[tuple[int, int]]:
    """Return the pairs of slips that lie on one another."""
    slips = picture.slips
    return [
        (one.card, other.card)
        for n, one in enumerate(slips)
        for other in slips[n + 1 :]
        if abs(one.x - other.x) < SLIP_WIDTH and abs(one.y - other.y) < SLIP_HEIGHT
    ]


def test_the_papers_counts_are_six_seven_five_four() -> None:
    columns = columns_of(range(1, 7), PAPER, PLACES)

    assert [len(column.cards) for column in columns] == [6, 7, 5, 4]
    assert columns[-1].cards == (1, 2, 3, 8)
    assert columns[-1].nested == {7: 3}


def test_lines_tell_what_became_of_the_papers_cards() -> None:
    kinds = [thread.kind for thread in paper().threads]

    assert kinds.count("becomes") == 3
    assert kinds.count("nested") == 1
    assert [mark.kind for mark in paper().marks] == ["new"]


def test_a_card_that_is_set_aside_ends_in_a_square_and_comes_back_with_a_sign() -> None:
    turns = [Turn(1, "retire", (2,)), Turn(2, "restore", (2,))]
    picture = draw(columns_of([1, 2, 3], turns, PLACES))

    assert [mark.kind for mark in picture.marks] == ["aside", "new"]


def test_a_sub_theme_is_lifted_out_of_its_card() -> None:
    turns = [Turn(1, "nest", (2,), (1,)), Turn(2, "lift", (2,))]
    picture = draw(columns_of([1, 2], turns, PLACES))

    assert [thread.kind for thread in picture.threads if thread.kind != "goes_on"] == ["nested", "lifted"]


def test_the_sub_themes_of_a_merged_card_belong_to_what_it_became() -> None:
    turns = [Turn(1, "nest", (3,), (2,)), Turn(2, "merge", (1, 2), (9,), carried=(3,))]

    assert columns_of([1, 2, 3], turns, PLACES)[-1].nested == {3: 9}


def test_nine_moments_fit_a_page_and_more_are_never_too_narrow_to_follow() -> None:
    nine, forty = (
        draw(
            columns_of(
                [0],
                [Turn(n, "rephrase", (n - 1,), (n,)) for n in range(1, count)],
                {n: n for n in range(count)},
            )
        )
        for count in (9, 40)
    )
    assert not nine.is_wide
    assert forty.is_wide
    for picture in (nine, forty):
        assert all(after - x > SLIP_WIDTH for (x, _n), (after, _m) in pairwise(picture.counts))


@given(st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=4), max_size=12), st.integers(1, 12))
def test_no_slip_lies_on_another_and_all_lie_in_the_picture(picks: Sequence[list[int]], first: int) -> None:
    table, turns, made = list(range(first)), [], 100
    for n, pick in enumerate(picks, start=1):
        chosen = tuple({table[each % len(table)] for each in pick})
        turns.append(Turn(n, "merge" if len(chosen) > 1 else "rephrase", chosen, (made,)))
        table = [card for card in table if card not in chosen] + [made]
        made += 1
    columns = columns_of(range(first), turns, {card: card for card in [*range(first), *range(100, made)]})
    picture = draw(columns)

    assert overlapping(picture) == []
    assert all(0 <= slip.x <= picture.width - SLIP_WIDTH for slip in picture.slips)
    assert all(0 <= slip.y <= picture.height - SLIP_HEIGHT for slip in picture.slips)
    assert {slip.card for slip in picture.slips} == {card for column in columns for card in column.cards}
    assert [n for _x, n in picture.counts] == [len(column.cards) for column in columns]


def test_a_story_too_long_to_read_as_a_picture_is_left_to_its_list() -> None:
    turns = [Turn(n, "rephrase", (n - 1,), (n,)) for n in range(1, 60)]
    places = dict.fromkeys(range(60), 1)

    assert fits(columns_of([0], turns[:39], places))
    assert not fits(columns_of([0], turns, places))
