"""Measure the live room: `bin/load --people 200`, and as JSON with `--json`; or `--pages`."""

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

from tests.browser.server import free_port, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
BUSY = 0.9  # of a core: above it, the client is what is measured
ORDER = (
    "people processes answer_p50_ms answer_p99_ms settled_ms server_cpu_s kb_per_socket push_ms bare_push_ms"
    " push_ratio client_cpu_s client_busy refetches votes_refused screens_wrong sockets_closed"
    " kb_heard_by_each void"
).split()


def environment(folder: Path, port: int, processes: int, redis: str) -> dict[str, str]:
    """Return the environment of a server that touches nothing outside `folder`."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "ENV_FILE": os.devnull,
        "SECRET_KEY": "for-measuring-only-0123456789-0123456789-0123456789",
        "DATABASE_URL": os.environ.get("LOAD_DATABASE_URL") or f"sqlite:///{folder / 'roundel.sqlite3'}",
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


@contextmanager
def serving(application: str, env: dict[str, str]) -> Iterator[int]:
    """Serve an application on the port of its environment; yield the process."""
    command = [sys.executable, "-m", "tests.load.serve", application]
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
def redis_of_our_own(folder: Path) -> Iterator[str]:
    """Run a Redis on a spare port, which several processes need."""
    port = free_port()
    place = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(["redis-server", *place], stdout=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(timeout=30)


def measure(people: int, processes: int, folder: Path, redis: str) -> dict[str, Any]:
    """Seed a scratch database, serve it beside a bare loop, send the crowd in; return the figures."""
    env = environment(folder, free_port(), processes, redis)
    bare = environment(folder, free_port(), 1, "")
    seeded = python("tests.load.seed", str(people), env=env)
    with serving("tests.load.served", env) as pid, serving("tests.load.bare", bare):
        ports = {"port": int(env["PORT"]), "bare_port": int(bare["PORT"]), "pid": pid}
        figures = python("tests.load.crowd", env=env, task=json.dumps(seeded | ports))
    wrong = figures["votes_refused"] or figures["screens_wrong"] or figures["settled_ms"] is None
    void = bool(wrong or figures["client_busy"] > BUSY)
    return {"people": people, "processes": processes, **figures, "void": void}


def main(words: list[str]) -> int:
    """Read the command line, measure, print; return 1 if the run is void."""
    parser = argparse.ArgumentParser(
        prog="bin/load", description="Measure the live room on a scratch database."
    )
    parser.add_argument("--people", type=int, default=50, help="how many browsers vote within two seconds")
    parser.add_argument(
        "--processes", type=int, default=1, help="server processes; above 1 needs redis-server"
    )
    parser.add_argument("--pages", action="store_true", help="measure pages, small and large, instead")
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.pages:
            print(python("tests.load.pages", env=environment(folder, free_port(), 1, "")))  # noqa: T201
            return 0
        if asked.processes > 1:
            with redis_of_our_own(folder) as redis:
                figures = measure(asked.people, asked.processes, folder, redis)
        else:
            figures = measure(asked.people, 1, folder, "")
    lines = [f"{name:18}{figures[name]}" for name in ORDER]
    print(json.dumps(figures) if asked.json else "\n".join(lines))  # noqa: T201 - what it is for
    return int(figures["void"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
