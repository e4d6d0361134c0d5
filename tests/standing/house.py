"""A server of Roundel on a database of its own, people who write to it, and its management commands."""

import json
import os
import subprocess
import sys
import threading
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.server import ROOT, environment
from tests.scale.screen import ask
from tests.services import end, spare_port, wait_for

PEOPLE = 6
PATIENCE = 60  # seconds that a busy machine may take


@dataclass
class Place:
    """A folder with a database, and maybe a server.

    Attributes:
        seeded: what `tests.load.seed` printed: slug, cookies.
    """

    folder: Path
    around: dict[str, str]
    port: int
    seeded: dict[str, Any] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None

    def seed(self) -> None:
        """Make a workshop whose stage has begun."""
        words = [sys.executable, "-m", "tests.load.task", "seed", str(PEOPLE)]
        done = subprocess.run(words, cwd=ROOT, env=self.around, stdout=subprocess.PIPE, check=True)
        self.seeded = json.loads(done.stdout)

    def serve(self) -> None:
        """Serve from a process of its own, until `close`."""
        words = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--port", str(self.port)]
        self.process = subprocess.Popen([*words, "--no-access-log"], cwd=ROOT, env=self.around)
        wait_for(self.port, self.process)

    def close(self) -> None:
        """End the server, if one serves."""
        if self.process:
            end(self.process)
            self.process = None

    def manage(self, *words: str) -> tuple[int, str]:
        """Run a command; return its exit code and all that it said."""
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(command, cwd=ROOT, env=self.around, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def withdraw(self, who: int) -> None:
        """Have somebody withdraw for good."""
        words = [sys.executable, "-m", "tests.standing.withdrawal", self.seeded["slug"], f"P{who}"]
        subprocess.run(words, cwd=ROOT, env=self.around, check=True)

    def write(self, who: int, words: str) -> bool:
        """Have somebody suggest a question; return whether the server said that it is kept."""
        form = {"uid": str(uuid.uuid4()), "question": words}
        url = f"http://127.0.0.1:{self.port}/w/{self.seeded['slug']}/suggestions/"
        return ask(url, self.seeded["people"][who], form)[0] < 400

    def write_and_stop(self, words: str) -> bool:
        """Serve for as long as one suggestion takes."""
        self.serve()
        try:
            return self.write(1, words)
        finally:
            self.close()

    def words(self) -> str:
        """Return all that is in the workshop, as its JSON export has it."""
        out = self.folder / f"{uuid.uuid4()}.json"
        code, said = self.manage("exportworkshop", self.seeded["slug"], "--with-names", "--out", str(out))
        assert code == 0, said
        return out.read_text()


class Writer(threading.Thread):
    """Somebody who writes without a pause until told to stop; `kept` has what the server acknowledged."""

    def __init__(self, place: Place, who: int) -> None:
        super().__init__(daemon=True)
        self.place, self.who = place, who
        self.over, self.begun = threading.Event(), threading.Event()
        self.kept: list[str] = []

    def run(self) -> None:
        """Write."""
        while not self.over.is_set():
            words = f"QUESTION-{self.who}-{len(self.kept)}-END?"
            if self.place.write(self.who, words):
                self.kept.append(words)
                self.begun.set()


def make_place(folder: Path, ledger: Path) -> Place:
    """Return a place with an empty database, on the kind of database that this run is on.

    Args:
        ledger: the file of erasures, which lies outside the database.
    """
    folder.mkdir()
    port = spare_port()
    around = environment(folder, port) | {"BACKUP_FOLDER": str(folder / "backups"), "HASHED_STATIC": "false"}
    around |= {"ERASURES_FILE": str(ledger)}
    # The secret comes with a backup, as the guide says: it signs everybody's cookie.
    secret = {"SECRET_KEY": "for-the-drill-only-0123456789-0123456789-0123456789-0123"}
    return Place(folder, around | secret | {"PYTHONWARNINGS": "ignore"}, port)


def mode_of(path: Path) -> int:
    """Return who may read and write a file, as ``0o600``."""
    return os.stat(path).st_mode & 0o777
