"""Roundel itself, served by a process of its own on a scratch database."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60  # seconds that a start may take on a busy machine


@dataclass
class Live:
    """A running server.

    Attributes:
        url: its address, without a final slash.
        links: what `manage.py demo --json` printed: code, facilitator, participants, screen, join.
    """

    url: str
    manager: subprocess.Popen[str]
    links: dict[str, Any] = field(default_factory=dict)

    def manage(self, *words: str) -> str:
        """Run a management command on the server's database and return what it printed."""
        assert self.manager.stdin
        assert self.manager.stdout
        print(json.dumps(words), file=self.manager.stdin, flush=True)
        printed, wrong = json.loads(self.manager.stdout.readline())
        assert not wrong, wrong
        return str(printed)

    def demo(self) -> dict[str, Any]:
        """Make a fresh demo workshop and return its links; tests that change much take one of their own."""
        made: dict[str, Any] = json.loads(self.manage("demo", "--json"))
        return made


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def own_postgres(name: str) -> str:
    """Make a database afresh on the PostgreSQL of this run and return its address; empty if there is none."""
    given = os.environ.get("TEST_DATABASE_URL", "")
    if given:
        with psycopg.connect(given, autocommit=True) as line:
            for command in ("DROP DATABASE IF EXISTS {}", "CREATE DATABASE {}"):
                line.execute(SQL(command).format(Identifier(name)))
    return f"{given.rpartition('/')[0]}/{name}" if given else ""


def environment(folder: Path, port: int) -> dict[str, str]:
    """Return the environment of a server that touches nothing outside `folder`."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    database = own_postgres(f"journeys_{worker}") or f"sqlite:///{folder / 'roundel.sqlite3'}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "ENV_FILE": os.devnull,
        "SECRET_KEY": f"for-browser-tests-only-0123456789-0123456789-0123456789-{worker}",
        "DATABASE_URL": database,
        "STATIC_ROOT": str(folder / "static"),
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
    }


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return once something listens on the port."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended before it listened"
        with socket.socket() as trial:
            trial.settimeout(0.2)
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"no server after {PATIENCE} seconds")


@contextmanager
def serving(folder: Path) -> Iterator[Live]:
    """Migrate a database in `folder`, make a demo, serve until the block ends."""
    port = free_port()
    around = environment(folder, port)
    with managing(around) as manager:
        live = Live(f"http://127.0.0.1:{port}", manager)
        live.manage("migrate", "--verbosity", "0")
        live.manage("collectstatic", "--no-input", "--verbosity", "0")
        live.links = live.demo()
        with listening(port, around):
            yield live


@contextmanager
def managing(around: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Keep a process that runs management commands until the block ends."""
    command = [sys.executable, "-m", "tests.browser.manager"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=around, **pipes) as manager:
        yield manager


@contextmanager
def listening(port: int, around: dict[str, str]) -> Iterator[None]:
    """Serve until the block ends."""
    command = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--host", "127.0.0.1"]
    quiet = ["--port", str(port), "--ws", "websockets-sansio", "--no-access-log", "--log-level", "warning"]
    process = subprocess.Popen([*command, *quiet], cwd=ROOT, env=around)
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)
