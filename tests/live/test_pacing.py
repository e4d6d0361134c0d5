"""Pushes are paced: the first at once, then at most so often, and the last change is in the last push."""

import asyncio
import threading
from collections.abc import Callable

import pytest

from tests.live.support import Clock, settle
from workshop.live import pacing, publishing
from workshop.live.changes import Change, Changes
from workshop.live.hub import hub
from workshop.live.pacing import Pacer

TALLY = ("tally",)


class Desk:
    """Counts votes and shows how many it has read; a vote can fall into the middle of a push."""

    def __init__(self, pacer_class: type[Pacer] = Pacer, *, gap: float = 0.1) -> None:
        self.clock = Clock()
        self.votes, self.shown, self.sends = 0, -1, 0
        self.times: list[float] = []
        self.took = 0.0
        self.at_the_seam: Callable[[], None] = lambda: None
        self.pacer = pacer_class(self.send, gap=lambda _: gap, sleep=self.clock.sleep)
        self.pacer.start(asyncio.get_running_loop())

    async def send(self, workshop_id: int, changes: Changes) -> float:
        """Read, and show what was read; between the two lies the seam."""
        self.sends += 1
        self.times.append(self.clock.now)
        read = self.votes
        self.at_the_seam()
        await settle(3)
        self.shown = read
        return self.took

    def vote(self) -> None:
        """Commit a vote, then announce it."""
        self.votes += 1
        self.pacer.note(1, "participants", Change({"tally"}, {self.votes}))

    def vote_once_at_the_seam(self) -> None:
        """Let one more vote come while the next push is being made."""

        def late() -> None:
            self.at_the_seam = lambda: None
            self.vote()

        self.at_the_seam = late


class LateFreeing(Pacer):
    """The twin without the guard: it frees the key after the database was read."""

    async def tick(self, workshop_id: int) -> float:
        cost = await self.send(workshop_id, self.dirty[workshop_id])
        del self.dirty[workshop_id]
        return 2 * cost


async def test_the_first_change_goes_out_at_once() -> None:
    desk = Desk()
    desk.vote()
    await settle(5)
    assert (desk.shown, desk.times) == (1, [0.0])


async def test_a_burst_is_gathered_and_the_last_vote_is_shown() -> None:
    desk = Desk()
    for _ in range(100):
        desk.vote()
        await asyncio.sleep(0)
    await settle(50)
    assert desk.shown == 100
    assert desk.sends < 20
    assert all(later - sooner > 0.099 for sooner, later in zip(desk.times, desk.times[1:], strict=False))


async def test_a_vote_that_falls_into_a_push_is_in_the_next_one() -> None:
    desk = Desk()
    desk.vote_once_at_the_seam()
    desk.vote()
    await settle(50)
    assert (desk.votes, desk.shown) == (2, 2)


async def test_without_the_guard_the_last_vote_is_lost() -> None:
    desk = Desk(LateFreeing)
    desk.vote_once_at_the_seam()
    desk.vote()
    await settle(50)
    assert (desk.votes, desk.shown) == (2, 1)


async def test_a_push_is_followed_by_twice_its_work_of_rest() -> None:
    desk = Desk()
    desk.took = 0.4
    desk.vote()
    await settle(5)
    assert desk.clock.slept == [0.8]


async def test_a_crowd_is_told_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "count", lambda workshop_id: 300)
    assert pacing.gap_for(1) == 0.1
    monkeypatch.setattr(hub, "count", lambda workshop_id: 301)
    assert pacing.gap_for(1) == 0.15


async def test_a_change_may_come_from_any_thread() -> None:
    desk = Desk()
    desk.votes = 1
    change = Change({"tally"}, {1})
    thread = threading.Thread(target=desk.pacer.mark, args=(1, "participants", change))
    thread.start()
    thread.join()
    await settle(50)
    assert desk.shown == 1
    assert desk.pacer.running == {}


class Broken:
    """A sender that fails so many times, and counts."""

    def __init__(self, failures: int) -> None:
        self.failures, self.calls, self.clock = failures, 0, Clock()
        self.pacer = Pacer(self.send, gap=lambda _: 0.1, sleep=self.clock.sleep)

    async def send(self, workshop_id: int, changes: Changes) -> float:
        self.calls += 1
        if self.calls <= self.failures:
            raise OSError("no database")
        return 0.0

    async def hears(self, change: Change) -> None:
        """Note one change, and wait until all is quiet."""
        self.pacer.note(1, "participants", change)
        await settle(200)


async def test_a_change_without_a_number_is_tried_again_after_a_second() -> None:
    broken = Broken(failures=2)
    await broken.hears(Change({"tally"}, number=lambda *_: {}))
    assert broken.calls == 3
    assert broken.clock.slept == [1.0, 1.0, 0.1]


async def test_a_numbered_change_that_failed_is_left_to_the_beat() -> None:
    broken = Broken(failures=1)
    await broken.hears(Change({"stage"}, {4}))
    assert broken.calls == 1


async def test_what_fails_for_good_is_given_up_and_told_once(caplog: pytest.LogCaptureFixture) -> None:
    broken = Broken(failures=99)
    await broken.hears(Change({"tally"}, number=lambda *_: {}))
    assert broken.calls == pacing.TRIES
    assert len([record for record in caplog.records if record.levelname == "ERROR"]) == 1


async def nothing(workshop_id: int, changes: Changes) -> float:
    """Send nothing."""
    return 0.0


def test_a_process_without_a_server_sends_from_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, Changes]] = []
    monkeypatch.setattr(
        publishing, "publish_alone", lambda hub, number, changes: told.append((number, changes))
    )
    desk = Pacer(nothing, gap=lambda _: 0.1)
    desk.mark(3, "screen", Change({"tally"}, {1}))
    assert told == [(3, {"screen": Change({"tally"}, {1})})]
