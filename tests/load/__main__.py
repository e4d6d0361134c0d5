"""Measure the live room: `bin/load --people 200`, and as JSON with `--json`; or one of `--pages`,
`--figures`, `--exports` and `--packs`.

With TEST_DATABASE_URL, a PostgreSQL server, it makes a database of its own there; with REDIS_URL several
processes use that Redis. `bin/services.sh` starts both.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from tests.browser.server import own_postgres
from tests.load.measure import listener
from tests.services import spare_port, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
BUSY = 0.9  # of a core: above it, the client is what is measured


def environment(folder: Path, port: int, processes: int, redis: str) -> dict[str, str]:
    """Return the environment of a server that touches nothing outside `folder`."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "ENV_FILE": os.devnull,
        "SECRET_KEY": "for-measuring-only-0123456789-0123456789-0123456789",
        "DATABASE_URL": own_postgres("roundel_load") or f"sqlite:///{folder / 'roundel.sqlite3'}",
        "HASHED_STATIC": "false",
        "PORT": str(port),
        "WORKERS": str(processes),
        "REDIS_URL": redis,
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1,testserver",
    }


def python(*words: str, env: dict[str, str], task: str = "") -> dict[str, Any]:
    """Run a module to its end and return the JSON it printed."""
    command = [sys.executable, "-m", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=env, input=task, stdout=subprocess.PIPE, text=True, check=True
    )
    printed: dict[str, Any] = json.loads(done.stdout)
    return printed


def serve_command(application: str) -> list[str]:
    """Return what serves an application on the port of its environment."""
    return [sys.executable, "-m", "tests.load.serve", application]


@contextmanager
def serving(application: str, env: dict[str, str]) -> Iterator[int]:
    """Serve an application on the port of its environment; yield the process."""
    command = serve_command(application)
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        try:
            wait_for(int(env["PORT"]), process)
            yield process.pid
        finally:
            process.terminate()
            process.wait(timeout=30)
            tell_trouble(log)


def tell_trouble(log: IO[str]) -> None:
    """Show what the server logged, if it logged an error."""
    log.seek(0)
    if "Traceback" in (said := log.read()):
        sys.stderr.write(said)


@contextmanager
def redis_for(processes: int, folder: Path) -> Iterator[str]:
    """Give several processes the Redis that they need: that of the environment, or one on a spare port."""
    given = os.environ.get("REDIS_URL", "")
    if processes == 1 or given:
        yield given if processes > 1 else ""
        return
    port = spare_port()
    place = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(["redis-server", *place], stdout=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(timeout=30)


def measure(asked: argparse.Namespace, folder: Path, redis: str) -> dict[str, Any]:
    """Seed a scratch database, serve it beside a bare loop, send the crowd in; return the figures."""
    env = environment(folder, spare_port(), asked.processes, redis)
    bare = env | environment_of_port(spare_port())
    seeded = python("tests.load.task", "seed", str(asked.people), env=env)
    with serving("tests.load.served", env) as pid, serving("tests.load.bare", bare):
        task = {
            "port": int(env["PORT"]),
            "bare_port": int(bare["PORT"]),
            "pid": pid,
            "services": services(env["DATABASE_URL"], redis),
            "command": serve_command("tests.load.served"),
            "within": asked.within,
            "stalled": asked.stalled / 100,
            "crash": asked.crash,
        }
        figures = python("tests.load.crowd", env=env, task=json.dumps(seeded | task))
    return {"people": asked.people, "processes": asked.processes, **figures, "void": is_void(figures)}


def environment_of_port(port: int) -> dict[str, str]:
    """Return what differs for the bare loop, which is one process."""
    return {"PORT": str(port), "WORKERS": "1", "REDIS_URL": "", "SITE_URL": f"http://127.0.0.1:{port}"}


def services(*addresses: str) -> list[int]:
    """Return the processes of a PostgreSQL and a Redis on this machine, whose time is counted apart."""
    ports = [urlsplit(address).port for address in addresses if address]
    return [listener(port) for port in ports if port]


def is_void(figures: dict[str, Any]) -> bool:
    """Say whether anybody was told wrong or not at all, or whether the client was what was measured."""
    wrong = figures["votes_refused"] or figures["screens_wrong"]
    return bool(wrong or figures["client_busy"] > BUSY)


def command_line(words: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="bin/load", description="Measure the live room on a scratch database."
    )
    add = parser.add_argument
    add("--people", type=int, default=50, help="how many browsers vote")
    add("--within", type=float, default=2, help="seconds within which they all do")
    add("--processes", type=int, default=1, help="server processes; above 1 needs redis-server")
    add("--stalled", type=float, default=0, help="per cent of the browsers that stop reading for a while")
    add("--crash", action="store_true", help="kill the server, start it again, see everybody come back")
    add("--pages", action="store_true", help="measure pages, small and large, instead")
    add("--figures", action="store_true", help="measure the figures of a sort instead")
    add("--exports", action="store_true", help="measure the files of a large workshop instead")
    add("--packs", action="store_true", help="measure the pack as a file to print instead")
    add("--json", action="store_true", help="print one line of JSON")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Measure, print; return 1 if the run is void."""
    asked = command_line(words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        instead = [name for name in ("pages", "figures", "exports", "packs") if getattr(asked, name)]
        if instead:
            found = python("tests.load.task", instead[0], env=environment(folder, spare_port(), 1, ""))
            sys.stdout.write(f"{found}\n")
            return 0
        with redis_for(asked.processes, folder) as redis:
            figures = measure(asked, folder, redis)
    lines = [f"{name:20}{value}" for name, value in figures.items()]
    sys.stdout.write((json.dumps(figures) if asked.json else "\n".join(lines)) + "\n")
    return int(figures["void"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
