"""Which answers are left possible by what was seen: all assignments of answers to people, by counting.

Plain Python. People are taken one by one; what is kept is the sums so far, not the assignments, so thirty
people are no harder than five. An answer is determined if no assignment that fits has another one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

State = tuple[str, ...]  # what one person answered about one card, round by round
Vector = tuple[int, ...]


@dataclass(frozen=True)
class Seen:
    """One count that was seen: of some people, how many answers fell into each cell."""

    people: frozenset[str]
    cell: Callable[[State], str]
    counts: Mapping[str, int] = field(default_factory=dict)


def possible(
    people: Sequence[str], states: Sequence[State], seen: Sequence[Seen], own: Mapping[str, State]
) -> dict[str, set[State]]:
    """Return the answers that each person may have given, whatever the others did.

    Args:
        own: answers that the attacker knows anyway.

    Raises:
        ValueError: nothing fits, so what was seen is not what was counted.
    """
    places = [(n, label) for n, each in enumerate(seen) for label in each.counts]
    target = tuple(seen[n].counts[label] for n, label in places)
    left = [
        tuple(sum(person in seen[n].people for person in people[i:]) for n, _label in places)
        for i in range(len(people) + 1)
    ]
    choices = [_steps(person, [own[person]] if person in own else states, seen, places) for person in people]
    forward: list[set[Vector]] = [{(0,) * len(places)}]
    for i, steps in enumerate(choices):
        reached = {_add(vector, step) for vector in forward[i] for step in steps.values()}
        forward.append({vector for vector in reached if _fits(vector, target, left[i + 1])})
    if target not in forward[-1]:
        raise ValueError("nothing fits what was seen")
    return _backward(people, choices, forward, target)


def _backward(
    people: Sequence[str],
    choices: Sequence[Mapping[State, Vector]],
    forward: Sequence[set[Vector]],
    target: Vector,
) -> dict[str, set[State]]:
    ends, found = {target}, dict[str, set[State]]()
    for i in reversed(range(len(people))):
        kept: set[Vector] = set()
        found[people[i]] = set()
        for state, step in choices[i].items():
            starts = {vector for vector in forward[i] if _add(vector, step) in ends}
            if starts:
                found[people[i]].add(state)
                kept |= starts
        ends = kept
    return found


def _steps(
    person: str, states: Sequence[State], seen: Sequence[Seen], places: Sequence[tuple[int, str]]
) -> dict[State, Vector]:
    """Return, for each answer that this person may give, what it adds to each count."""
    steps = {}
    for state in states:
        cells = [each.cell(state) if person in each.people else None for each in seen]
        if all(cell is None or cell in each.counts for cell, each in zip(cells, seen, strict=True)):
            steps[state] = tuple(int(cells[n] == label) for n, label in places)
    return steps


def _add(one: Vector, other: Vector) -> Vector:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _fits(vector: Vector, target: Vector, left: Vector) -> bool:
    """Whether the people who are left can still bring the sums to what was seen."""
    return all(n <= t <= n + more for n, t, more in zip(vector, target, left, strict=True))


def determined(found: Mapping[str, set[State]], own: Mapping[str, State]) -> set[tuple[str, int]]:
    """Return whose answers are known for certain, each with the place of its round in a state.

    Args:
        found: what `possible` returned.
        own: answers that the attacker knows anyway; they are not among them.
    """
    return {
        (person, n)
        for person, left in found.items()
        if person not in own
        for n in range(len(next(iter(left))))
        if len({state[n] for state in left}) == 1
    }
