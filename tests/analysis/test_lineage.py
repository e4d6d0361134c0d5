"""Which changes stand, what a card came from, and what it answers for."""

from workshop.analysis.lineage import Lineage, Turn

PAPER = [
    Turn(1, "adopt", results=(7,)),
    Turn(2, "merge", sources=(4, 5, 6), results=(8,)),
    Turn(3, "nest", sources=(7,), results=(3,)),
]


def test_the_papers_cards_answer_for_what_they_came_from() -> None:
    lineage = Lineage(PAPER)

    assert lineage.origins(8) == [4, 5, 6]
    assert lineage.reach(3) == [3]
    assert lineage.heirs(5) == [8]
    assert [turn.n for turn in lineage.standing] == [1, 2, 3]


def test_a_chain_of_undoings_stands_or_falls_with_its_last_link() -> None:
    undone = Lineage([*PAPER, Turn(4, "undo", sources=(4, 5, 6), results=(8,), undoes=2)])
    redone = Lineage([*undone.turns, Turn(5, "undo", sources=(4, 5, 6), results=(8,), undoes=4)])

    assert undone.taken_back == {2}
    assert undone.heirs(5) == [5]
    assert redone.taken_back == {4}
    assert redone.heirs(5) == [8]
    assert redone.head(2) == 5


def test_what_was_said_on_a_card_that_was_taken_back_is_reached_from_its_sources() -> None:
    lineage = Lineage([Turn(1, "merge", (1, 2), (3,)), Turn(2, "undo", (1, 2), (3,), undoes=1)])

    assert lineage.reach(1) == [1, 3]
    assert lineage.reach(2) == [2, 3]
    assert Lineage(lineage.turns[:1]).reach(3) == [3, 1, 2]


def test_what_was_taken_back_is_reached_through_what_replaced_its_sources() -> None:
    first = [Turn(1, "merge", (1, 2), (3,)), Turn(2, "undo", (1, 2), (3,), undoes=1)]
    lineage = Lineage([*first, Turn(3, "rephrase", (1,), (4,))])

    assert lineage.reach(4) == [4, 1, 3]


def test_a_split_card_is_answered_for_by_each_of_its_parts() -> None:
    lineage = Lineage([Turn(1, "split", (1,), (2, 3)), Turn(2, "rephrase", (3,), (4,))])

    assert lineage.reach(2) == [2, 1]
    assert lineage.reach(4) == [4, 3, 1]
    assert lineage.heirs(1) == [2, 4]


def test_a_change_is_blocked_by_what_stands_on_its_cards_and_by_nothing_else() -> None:
    turns = [
        Turn(1, "merge", (1, 2), (3,)),
        Turn(2, "nest", (5,), (3,)),
        Turn(3, "retire", (6,)),
        Turn(4, "undo", (5,), (3,), undoes=2),
    ]

    assert [turn.n for turn in Lineage(turns[:3]).blocking(1)] == [2]
    assert Lineage(turns).blocking(1) == []
    assert Lineage(turns).blocking(3) == []
