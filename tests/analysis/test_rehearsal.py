"""Simulated leaders: they go by a seed and a clock, do each thing once, and think as groups do."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

import pytest

from workshop.analysis.rehearsal import minds
from workshop.analysis.rehearsal.draws import between, dealt, draw, shuffled
from workshop.analysis.rehearsal.plan import deeds, due
from workshop.analysis.rehearsal.scene import Deed, Opened, Scene, uid_of

SEED, CARDS = UUID(int=3), (1, 2, 3, 4, 5, 6)
PACK = Opened("pack", "1", CARDS, boxes=("any_other",))
EVERYBODY = (0, 1, 2, 3, 4)


def scene(*opened: Opened, agreed: Iterable[int] = EVERYBODY, done: Iterable[str] = ()) -> Scene:
    """Five leaders who have agreed."""
    return Scene(SEED, EVERYBODY, frozenset(agreed), opened, frozenset(done))


def names(found: Iterable[Deed]) -> set[str]:
    """The names of deeds."""
    return {deed.name for deed in found}


def test_what_is_drawn_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    assert draw("a", 1, "b") == draw("a", 1, "b") != draw("c", 1, "b")
    assert all(2 <= between(2, 5, "a", n) <= 5 for n in range(50))
    assert sorted(shuffled(CARDS, "a")) == list(CARDS) != shuffled(CARDS, "b")


def test_no_two_are_dealt_the_same_while_there_are_enough() -> None:
    assert len({dealt("abcde", place, "seed") for place in range(5)}) == 5
    with pytest.raises(IndexError):
        dealt("", 0, "seed")


def test_leaders_agree_on_some_cards_and_are_divided_on_others() -> None:
    sides = []
    for seed in map(str, range(60)):
        zones = [dict(minds.sorted_by(seed, leader, CARDS)) for leader in EVERYBODY]
        sides += [sum(each[card] == "inner" for each in zones) for card in CARDS]
    agreed, divided = (sum(n in wanted for n in sides) / len(sides) for wanted in ((0, 5), (2, 3)))
    assert agreed > 0.2
    assert divided > 0.2


def test_after_the_talk_they_are_closer_to_one_another() -> None:
    def apart(talked: bool) -> float:
        worths = [[minds.worth(str(s), n, 1, talked=talked) for n in EVERYBODY] for s in range(40)]
        return sum(max(each) - min(each) for each in worths)

    assert apart(talked=True) < apart(talked=False) * 0.6


def test_each_choice_is_one_that_people_can_make() -> None:
    for seed in map(str, range(40)):
        assert len(minds.nominated_by(seed, 1, CARDS, 3, "poll")) in (0, 2, 3)
        assert all(0 <= value <= 100 for value in minds.marked_by(seed, 1, 4))
        assert minds.stance_of(seed, 1, "merge") in ("fine", "live_with", "subtheme", "no")
        assert minds.assent_of(seed, 1, "text") in ("agree", "dissent")


def test_who_has_not_agreed_does_that_and_nothing_else() -> None:
    found = deeds(scene(PACK, agreed=(0, 1, 2, 3)))
    assert [deed.kind for deed in found if deed.leader == 4] == ["enter", "agree"]


def test_a_pack_is_placed_whole_and_said_to_be_done_last_of_all() -> None:
    found = [deed for deed in deeds(scene(PACK)) if deed.leader == 2]
    assert {deed.card for deed in found if deed.kind == "place"} == set(CARDS)
    assert "finish" not in {deed.kind for deed in found}
    left = deeds(scene(PACK, done=names(found)))
    assert [deed.kind for deed in left if deed.leader == 2] == ["finish"]


def test_what_is_done_is_not_done_again_whether_by_its_name_or_by_its_words() -> None:
    poll = Opened("poll", "2", CARDS, 3)
    assert not deeds(scene(poll, done={f"vote:2:{leader}" for leader in EVERYBODY}))
    talk = Opened("card", "step", (4,))
    said = [deed for deed in deeds(scene(talk)) if deed.kind in ("say", "reply", "suggest")]
    there = replace(scene(talk), uids=frozenset(uid_of(SEED, deed) for deed in said))
    assert not names(deeds(there)) & names(said)


def test_nothing_is_due_before_its_time_and_all_of_it_after() -> None:
    poll = Opened("poll", "2", CARDS, 3)
    found = deeds(scene(poll))
    assert len(found) == 5
    assert due(found, {}, 100.0) == []  # seen for the first time now
    assert due(found, {poll.name: 0.0}, 5.0) == []
    assert 0 < len(due(found, {poll.name: 0.0}, 25.0)) < 5
    assert due(found, {poll.name: 0.0}, 45.0) == found


def test_one_writes_the_text_and_only_then_each_says_what_they_think() -> None:
    assert [deed.kind for deed in deeds(scene(Opened("text", "q")))] == ["text"]
    assert [deed.kind for deed in deeds(scene(Opened("text", "q", most=1)))] == ["assent"] * 5


def test_a_welcome_without_ground_rules_asks_nobody_to_agree_to_any() -> None:
    kinds = [deed.kind for deed in deeds(scene(Opened("welcome", "step")))]
    assert (kinds.count("rule"), kinds.count("ground"), kinds.count("ready")) == (2, 0, 5)


def test_a_rehearsal_whose_leaders_are_gone_goes_on_without_them() -> None:
    empty = replace(scene(PACK, Opened("change", "step", CARDS), Opened("card", "s", (1,))), leaders=())
    assert deeds(empty) == []
