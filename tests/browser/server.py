"""Roundel itself, served by a process of its own on a scratch database."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

from tests.services import spare_port, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDEL = "config.asgi:application"


@dataclass
class Live:
    """A running server.

    Attributes:
        url: its address, without a final slash.
        links: what `manage.py demo --json` printed: code, facilitator, participants, screen, join.
        process: the server's own.
    """

    port: int
    around: dict[str, str]
    application: str
    manager: subprocess.Popen[str]
    links: dict[str, Any] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The server's address, without a final slash."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve, and return once the port answers."""
        command = [sys.executable, "-m", "uvicorn", self.application, "--host", "127.0.0.1"]
        quiet = [
            "--port",
            str(self.port),
            "--ws",
            "websockets-sansio",
            "--no-access-log",
            "--log-level",
            "warning",
        ]
        self.process = subprocess.Popen([*command, *quiet], cwd=ROOT, env=self.around)
        wait_for(self.port, self.process)

    def kill(self) -> None:
        """End the server as a power cut does."""
        assert self.process
        self.process.kill()
        self.process.wait(20)

    def stop(self) -> None:
        """Ask the server to end, and wait until it has."""
        if self.process:
            self.process.terminate()
            self.process.wait(20)

    def manage(self, *words: str) -> str:
        """Run a management command on the server's database and return what it printed."""
        assert self.manager.stdin
        assert self.manager.stdout
        print(json.dumps(words), file=self.manager.stdin, flush=True)
        printed, wrong = json.loads(self.manager.stdout.readline())
        assert not wrong, wrong
        return str(printed)

    def take(self, link: str) -> list[dict[str, str]]:
        """Take the seat of a personal link, or of a demonstration's facilitator, and return its cookies.

        Who takes part has agreed to everything then. No page of the way in is opened: `test_people.py` and
        `test_taps.py` go through those.
        """
        return self.cookies(self.taking("take", link.rstrip("/").rpartition("/")[2]))

    def prepare(self, email: str) -> tuple[str, list[dict[str, str]]]:
        """Make a facilitator and a workshop; return its address, and the cookies of who has signed in."""
        slug, given = self.taking("prepare", email)
        return f"{self.url}/w/{slug}/", self.cookies(given)

    def taking(self, verb: str, *words: str) -> Any:
        """Have `taking.py` do something, and return what it wrote down."""
        return self.told(f"from tests.browser import taking; taking.{verb}(*{words!r})")

    def told(self, script: str) -> Any:
        """Run a script and return what its last line says, as JSON; before it may stand mail that it sent."""
        return json.loads(self.manage("shell", "-v", "0", "-c", script).splitlines()[-1])

    def cookies(self, given: dict[str, str]) -> list[dict[str, str]]:
        """Return cookies as `open_page` takes them."""
        return [{"name": name, "value": value, "url": self.url} for name, value in given.items()]

    def demo(self) -> dict[str, Any]:
        """Make a fresh demo workshop and return its links; tests that change much take one of their own."""
        made: dict[str, Any] = json.loads(self.manage("demo", "--json"))
        return made


def own_postgres(name: str, like: str = "template1") -> str:
    """Make a database afresh on the PostgreSQL of this run and return its address; empty if there is none."""
    given = os.environ.get("TEST_DATABASE_URL", "")
    if given:
        with psycopg.connect(given, autocommit=True) as line:
            line.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(name)))
            line.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(like)))
    return f"{given.rpartition('/')[0]}/{name}" if given else ""


def environment(folder: Path, port: int, like: str = "template1") -> dict[str, str]:
    """Return the environment of a server that touches nothing outside `folder`.

    Args:
        like: the database on PostgreSQL that its own begins as a copy of.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    name = f"{worker}_{folder.name}"  # two servers at once share neither a database nor a channel layer
    database = own_postgres(f"journeys_{name}", like) or f"sqlite:///{folder / 'roundel.sqlite3'}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "ENV_FILE": os.devnull,
        "SECRET_KEY": f"for-browser-tests-only-0123456789-0123456789-0123456789-{name}",
        "DATABASE_URL": database,
        "STATIC_ROOT": str(folder / "static"),
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
    }


@contextmanager
def serving(folder: Path, application: str = ROUNDEL) -> Iterator[Live]:
    """Migrate a database in `folder`, make a demo, serve until the block ends."""
    port = spare_port()
    around = environment(folder, port, os.environ.get("MIGRATED_DATABASE", "template1"))
    if migrated := os.environ.get("MIGRATED_FILE"):
        shutil.copyfile(migrated, folder / "roundel.sqlite3")  # used where there is no PostgreSQL
    with managing(around) as manager:
        live = Live(port, around, application, manager)
        live.manage("migrate", "--verbosity", "0")
        live.manage("collectstatic", "--no-input", "--verbosity", "0")
        live.links = live.demo()
        try:
            live.start()
            yield live
        finally:
            live.stop()


@contextmanager
def managing(around: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Keep a process that runs management commands until the block ends."""
    command = [sys.executable, "-m", "tests.browser.manager"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=around, **pipes) as manager:
        yield manager
