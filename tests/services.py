"""Redis and PostgreSQL of a test's own, on spare ports, which it can stop and start."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE = 60  # seconds that a start may take on a busy machine


def spare_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def wait_for(port: int, process: "subprocess.Popen[bytes] | None" = None) -> None:
    """Return once something listens on the port.

    Args:
        process: what shall listen there, if it is known: its end is told at once.

    Raises:
        AssertionError: nothing did, or the process ended.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process is None or process.poll() is None, "the server ended before it listened"
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"nothing listens on port {port} after {PATIENCE} seconds")


class Redis:
    """A Redis with nothing in it."""

    def __init__(self, folder: Path) -> None:
        self.port, self.folder = spare_port(), folder
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        """Start it and wait until it listens."""
        place = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)]
        self.process = subprocess.Popen(["redis-server", *place], stdout=subprocess.DEVNULL)
        wait_for(self.port)

    def stop(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def flush(self) -> None:
        """Have it forget everything."""
        self.tell("FLUSHALL")

    def clients(self) -> str:
        """Return who is connected, a line each."""
        return self.tell("CLIENT", "LIST")

    def tell(self, *words: str) -> str:
        """Give it a command, and return its answer."""
        command = ["redis-cli", "-p", str(self.port), *words]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


class Postgres:
    """A PostgreSQL with one empty database; it does not sync, as nothing of it is kept."""

    def __init__(self) -> None:
        # Not in pytest's folder, which is for one user alone: PostgreSQL refuses to run as root.
        self.folder = Path(tempfile.mkdtemp(prefix="roundel-postgres-"))
        self.folder.chmod(0o755)
        self.port, self.data = spare_port(), self.folder / "data"
        self.url = f"postgres://roundel@127.0.0.1:{self.port}/postgres"
        self.data.mkdir()
        if self.is_root:
            shutil.chown(self.data, "postgres")
        self.run("initdb", "--auth=trust", "--username=roundel", "--encoding=UTF8", "--no-sync")
        self.start()

    def close(self) -> None:
        """Stop it, and take its data away."""
        self.stop()
        shutil.rmtree(self.folder)

    @property
    def is_root(self) -> bool:
        """Whether another user must run it."""
        return os.geteuid() == 0

    def run(self, program: str, *words: str) -> None:
        """Run one of PostgreSQL's programs on the data, as a user it accepts."""
        folder = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        user = ["runuser", "-u", "postgres", "--"] if self.is_root else []
        command = [*user, str(folder / program), "-D", str(self.data), *words]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)

    def start(self) -> None:
        """Start it and wait until it answers."""
        place = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        self.run("pg_ctl", "-w", "-l", str(self.data / "log"), "-o", place, "start")

    def stop(self) -> None:
        """End it at once, whoever is connected."""
        self.run("pg_ctl", "-w", "-m", "immediate", "stop")


def end(process: "subprocess.Popen[bytes]", how: int = signal.SIGTERM) -> None:
    """End a process, and wait until it has."""
    process.send_signal(how)
    process.wait(PATIENCE)
