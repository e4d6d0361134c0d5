"""What became of cards: one in new words is no new card, and what was added on the way is not forgotten."""

from workshop.analysis.fates import Fates, fates_of
from workshop.analysis.lineage import Turn
from workshop.analysis.lineage_picture import columns_of

SIX = (1, 2, 3, 4, 5, 6)


def fates(*turns: Turn) -> Fates:
    return fates_of(columns_of(SIX, turns, {n: n for n in range(1, 20)}))


def test_an_added_card_that_became_a_sub_theme_a_merge_and_new_words_each_have_their_place() -> None:
    found = fates(
        Turn(1, "adopt", (), (7,)),
        Turn(2, "merge", (2, 3, 4), (8,)),
        Turn(3, "nest", (7,), (5,)),
        Turn(4, "rephrase", (6,), (9,)),
    )
    assert found == Fates(gone=[2, 3, 4], new=[8], reworded=[(6, 9)], passed=[7])


def test_new_words_of_new_words_are_still_the_card_of_the_beginning() -> None:
    found = fates(Turn(1, "rephrase", (6,), (7,)), Turn(2, "rephrase", (7,), (8,)))
    assert found == Fates([], [], [(6, 8)], [])


def test_an_added_card_that_stands_is_new_in_whatever_words() -> None:
    assert fates(Turn(1, "adopt", (), (7,))).new == [7]
    found = fates(Turn(1, "adopt", (), (7,)), Turn(2, "rephrase", (7,), (8,)))
    assert found == Fates([], [8], [], [])


def test_a_blank_card_that_re_phrases_another_is_that_card_in_new_words() -> None:
    assert fates(Turn(1, "adopt", (2,), (7,))).reworded == [(2, 7)]


def test_a_card_set_aside_in_new_words_is_gone_and_one_brought_back_is_not() -> None:
    assert fates(Turn(1, "rephrase", (6,), (7,)), Turn(2, "retire", (7,))).gone == [6]
    assert fates(Turn(1, "retire", (6,)), Turn(2, "restore", (6,))) == Fates([], [], [], [])


def test_a_split_leaves_none_in_new_words_and_steps_between_are_not_told() -> None:
    assert fates(Turn(1, "split", (1,), (7, 8))) == Fates([1], [7, 8], [], [])
    assert fates(Turn(1, "merge", (1, 2), (7,)), Turn(2, "merge", (7, 3), (8,))).new == [8]
