"""The attacker's arithmetic: what counts leave possible."""

import itertools
import random

import pytest

from tests.attack.solver import Seen, State, determined, possible

PEOPLE = ["a", "b", "c", "d"]
STATES: list[State] = [("in",), ("out",)]


def seen(people: str, **counts: int) -> Seen:
    """Return a count of some people, of one round."""
    return Seen(frozenset(people), lambda state: state[0], counts)


def told(views: list[Seen], own: dict[str, State] | None = None) -> set[tuple[str, int]]:
    """Return whose answers these counts tell."""
    return determined(possible(PEOPLE, STATES, views, own or {}), own or {})


def test_a_total_tells_nothing_of_anybody_unless_all_are_alike() -> None:
    mixed = [Seen(frozenset(PEOPLE), lambda state: state[0], {"in": 3, "out": 1})]
    alike = [Seen(frozenset(PEOPLE), lambda state: state[0], {"in": 4, "out": 0})]
    assert told(mixed) == set()
    assert len(told(alike)) == 4


def test_ones_own_answer_taken_from_a_total_can_tell_the_rest() -> None:
    total = [seen("abcd", **{"in": 3, "out": 1})]
    assert told(total, {"a": ("out",)}) == {("b", 0), ("c", 0), ("d", 0)}


def test_two_totals_that_differ_by_one_person_tell_what_that_one_said() -> None:
    both = [seen("abcd", **{"in": 3, "out": 1}), seen("abc", **{"in": 2, "out": 1})]
    assert told(both) == {("d", 0)}


def test_what_cannot_have_been_counted_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing fits"):
        possible(PEOPLE, STATES, [seen("abcd", **{"in": 5, "out": 0})], {})


@pytest.mark.parametrize("seed", range(5))
def test_it_finds_what_trying_every_assignment_finds(seed: int) -> None:
    rng = random.Random(seed)
    truth = {person: rng.choice(STATES) for person in PEOPLE}
    groups = [frozenset(rng.sample(PEOPLE, rng.randint(1, 4))) for _n in range(3)]
    counts = [{side: sum(truth[p] == (side,) for p in group) for side in ("in", "out")} for group in groups]
    views = [Seen(group, lambda state: state[0], count) for group, count in zip(groups, counts, strict=True)]
    found: dict[str, set[State]] = {person: set() for person in PEOPLE}
    for tried in itertools.product(STATES, repeat=4):
        given = dict(zip(PEOPLE, tried, strict=True))
        if all(
            sum(given[p] == (side,) for p in view.people) == n
            for view in views
            for side, n in view.counts.items()
        ):
            for person in PEOPLE:
                found[person].add(given[person])
    assert possible(PEOPLE, STATES, views, {}) == found
