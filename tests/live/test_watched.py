"""Simulated leaders move where somebody looks, and rest where nobody does."""

import asyncio
from typing import Any

import pytest

from config import rehearsing
from config.rehearsing import Beats
from workshop.live.hub import hub
from workshop.live.watched import LOOKS, Watched


class Hand:
    """A clock that is moved by hand, and the lines of workshops."""

    def __init__(self) -> None:
        self.now, self.lines = 0.0, dict[int, int]()
        self.watched = Watched(clock=lambda: self.now, lines=lambda one: self.lines.get(one, 0))


@pytest.fixture
def hand() -> Hand:
    return Hand()


def test_a_page_counts_for_some_minutes_and_a_line_for_as_long_as_it_lasts(hand: Hand) -> None:
    hand.watched.look(1)
    hand.watched.look(2)
    hand.lines[2] = 1
    hand.now = LOOKS - 1
    assert hand.watched.now() == ([1, 2], [])
    hand.now = LOOKS
    assert hand.watched.now() == ([2], [1])  # told once that it is over
    assert hand.watched.now() == ([2], [])
    hand.lines.clear()
    hand.now = 3 * LOOKS
    assert hand.watched.now() == ([], [2])


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, hand: Hand) -> list[tuple[str, int]]:
    """What the beats of a process did, in order; workshop 3 is a rehearsal, and 4 is not."""
    did: list[tuple[str, int]] = []

    def noted(what: str, one: int) -> list[str]:
        did.append((what, one))
        return []

    monkeypatch.setattr(rehearsing, "rest", lambda one: did.append(("rest", one)))
    monkeypatch.setattr(Beats, "play", lambda self, one: noted("play", one))

    def meet(self: Beats, one: int) -> None:
        did.append(("meet", one))
        hand.watched.look(one) if one == 3 else self.real.add(one)

    monkeypatch.setattr(Beats, "meet", meet)
    return did


def beat(beats: Beats, *lines: int) -> None:
    """One beat of a process that has lines of these workshops."""

    async def once() -> None:
        subscriptions: dict[int, Any] = dict.fromkeys(lines)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(hub, "subscriptions", subscriptions)
            await beats.beat()

    asyncio.run(once())


def test_a_server_without_a_rehearsal_asks_the_database_once_a_workshop(
    hand: Hand, heard: list[tuple[str, int]]
) -> None:
    beats = Beats(hand.watched)
    for _beat in range(3):
        beat(beats, 4)
    assert heard == [("meet", 4)]


def test_a_rehearsal_is_played_while_it_is_looked_at_and_rests_after(
    hand: Hand, heard: list[tuple[str, int]]
) -> None:
    beats = Beats(hand.watched)
    beat(beats, 3)  # its line came back to a server that has just started
    hand.now = LOOKS
    beat(beats)
    beat(beats)
    assert heard == [("meet", 3), ("play", 3), ("rest", 3)]


@pytest.mark.parametrize("what", ["meet", "play", "rest"])
def test_a_rehearsal_that_fails_stops_no_other(
    what: str, hand: Hand, heard: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    place: Any = rehearsing if what == "rest" else Beats
    as_ever = getattr(place, what)

    def fails_for_the_first(*args: Any) -> object:
        if args[-1] == 3:
            raise ValueError
        return as_ever(*args)

    monkeypatch.setattr(place, what, fails_for_the_first)
    for one in (3, 4) if what != "meet" else ():
        hand.watched.look(one)
    hand.now = LOOKS if what == "rest" else 0
    beat(Beats(hand.watched), *((3, 4) if what == "meet" else ()))
    assert heard == [(what, 4)]
