"""Two servers on PostgreSQL and Redis behind nginx: what stops and comes back costs nothing."""

import random
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from .screen import Screen, ask
from .world import NGINX, PEOPLE, World, running

pytestmark = [pytest.mark.postgresql, pytest.mark.redis]
PATIENCE = 40  # seconds that a busy machine may take
CHOICES = """SELECT p.name, c.uid FROM workshop_ballot b JOIN workshop_seat s ON s.id = b.seat_id
JOIN workshop_person p ON p.id = s.person_id JOIN workshop_mark m ON m.ballot_id = b.id
JOIN workshop_card c ON c.id = m.card_id WHERE m.nominated"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Everything that a large house runs, once for this file."""
    for program in (NGINX, "redis-server"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed (apt-get install nginx redis-server).")
    with running(tmp_path_factory.mktemp("scale")) as world:
        yield world


@pytest.fixture
def screens(world: World) -> Iterator[list[Screen]]:
    """Everybody's screen, half of them on each server; the desk and the wall through nginx."""
    room, desk = (f"/w/{world.seeded['slug']}/{door}/" for door in ("room", "desk"))
    made = [Screen(world.front, desk, world.seeded["desk"])]
    made.append(Screen(world.front, f"/screen/{world.seeded['screen']}/"))
    for n, cookie in enumerate(world.seeded["people"]):
        made.append(Screen(world.servers[n % 2].url, room, cookie))
    for screen in made:
        screen.start()
    come_true(lambda: all(screen.is_open for screen in made))
    yield made
    for screen in made:
        screen.over.set()
    for screen in made:
        screen.join(PATIENCE)


def come_true(is_so: Callable[[], bool]) -> None:
    """Wait until something is so.

    Raises:
        AssertionError: it did not come to be.
    """
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


def vote(world: World, who: int, url: str = "") -> tuple[int, str]:
    """Have somebody nominate one card by chance; return the status and the card."""
    card = random.choice(world.seeded["cards"])
    address = f"{url or world.front}/w/{world.seeded['slug']}/rounds/{world.seeded['round']}/ballot/"
    return ask(address, world.seeded["people"][who], {"card": card})[0], card


def all_right(screens: list[Screen], count: int) -> None:
    """Wait until every screen shows how many have answered."""
    come_true(lambda: {screen.answered for screen in screens} == {count})


def each_hears_a_push(world: World, screens: list[Screen]) -> None:
    """Have something told anew, until each screen has heard of it by its socket: none is deaf."""
    before = [screen.pushes for screen in screens]
    assert vote(world, 0)[0] == 200
    come_true(lambda: all(s.pushes > n and s.is_open for s, n in zip(screens, before, strict=True)))


def stored(world: World) -> dict[str, list[str]]:
    """Return who nominated which cards, as the database has it."""
    found = dict[str, list[str]]()
    with psycopg.connect(world.postgres.url) as line:
        for name, card in line.execute(CHOICES):
            found.setdefault(name, []).append(str(card))
    return found


def test_a_vote_at_one_server_is_on_the_screens_of_both(world: World, screens: list[Screen]) -> None:
    for who in range(3):
        assert vote(world, who, world.servers[who % 2].url)[0] == 200
    all_right(screens, 3)
    each_hears_a_push(world, screens)


def test_redis_stopped_flushed_and_back_fails_no_vote_and_leaves_no_screen_deaf(
    world: World, screens: list[Screen]
) -> None:
    world.redis.flush()
    each_hears_a_push(world, screens)
    polls = [screen.polls for screen in screens]
    world.redis.stop()
    try:
        assert [vote(world, who)[0] for who in range(5)] == [200] * 5
        all_right(screens, 5)
        come_true(lambda: all(s.polls > n + 1 for s, n in zip(screens, polls, strict=True)))
    finally:
        world.redis.start()
    come_true(lambda: all(screen.is_open for screen in screens))
    each_hears_a_push(world, screens)
    assert {status // 100 for screen in screens for status in screen.statuses} == {2}


def test_nothing_fails_once_postgresql_is_back(world: World, screens: list[Screen]) -> None:
    world.postgres.stop()
    try:
        assert vote(world, 5)[0] >= 500
    finally:
        world.postgres.start()
    for screen in screens:
        screen.statuses.clear()
    room = f"/w/{world.seeded['slug']}/room/"
    for server in world.servers:
        pages = [ask(f"{server.url}{room}", cookie)[0] for cookie in world.seeded["people"]]
        assert pages == [200] * PEOPLE
        assert [vote(world, who, server.url)[0] for who in range(8)] == [200] * 8
    all_right(screens, 8)
    each_hears_a_push(world, screens)
    assert {status // 100 for screen in screens for status in screen.statuses} <= {2}


class Voters:
    """Everybody, voting again and again; what was answered last is what must be stored."""

    def __init__(self, world: World) -> None:
        self.world, self.over = world, threading.Event()
        self.statuses, self.last = list[int](), dict[str, str]()
        self.threads = [threading.Thread(target=self.run, args=(n,)) for n in range(PEOPLE)]

    def run(self, who: int) -> None:
        """Vote through nginx until it is over."""
        while not self.over.wait(random.uniform(0.05, 0.2)):
            status, card = vote(self.world, who)
            self.statuses.append(status)
            if status == 200:
                self.last[f"Leader {who}"] = card

    def __enter__(self) -> "Voters":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join(PATIENCE)


def test_a_rolling_restart_in_mid_poll_loses_and_doubles_no_vote(world: World, screens: list[Screen]) -> None:
    with Voters(world) as voters:
        for server in world.servers:
            before = len(voters.statuses)
            come_true(lambda before=before: len(voters.statuses) > before + PEOPLE)  # type: ignore[misc]
            server.stop()
            server.start()
        come_true(lambda: len(voters.last) == PEOPLE)
    assert set(voters.statuses) == {200}
    assert stored(world) == {who: [card] for who, card in voters.last.items()}
    all_right(screens, PEOPLE)
    each_hears_a_push(world, screens)
    assert {status // 100 for screen in screens for status in screen.statuses} == {2}


def test_what_opens_a_door_is_in_no_log(world: World) -> None:
    secret, folder = "canary-0123456789", world.folder
    doors = ("link", "staff", "screen", "ws/screen", "accounts/password/reset", "accounts/password")
    for door in doors:
        ask(f"{world.front}/{door}/{secret}/?next={secret}")
        ask(f"{world.front}//{door}/./{secret}/")
    assert ask(f"{world.front}/?{secret}")[0] == 200
    for server in world.servers:  # last of all: what nginx says of a server that is gone goes to its log too
        server.stop()
    assert [ask(f"{world.front}/{door}/{secret}/")[0] for door in doors] == [502] * len(doors)
    logs = {file: file.read_text() for file in Path(folder).glob("*.log")}
    written = "".join(logs.values())
    assert "GET /link/... " in written
    assert "GET /ws/screen/... " in written
    assert secret not in written
