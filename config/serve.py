"""Bring the database up to date, make the demonstration if wanted, serve: `python -m config.serve`."""

import os
import socket
import subprocess
import sys
from contextlib import suppress

import django
from django.conf import settings
from django.core.management import call_command

from config import hosting
from config.environment import WrongSetting
from config.keeping import serving

FILES = 65536  # sockets are files to the system, which allows a program 1,024 unless it asks for more
STEADY = ["--ws-per-message-deflate", "false", "--ws-ping-interval", "20", "--ws-ping-timeout", "20"]


def main() -> None:
    """Do all that a start needs, then become the server; a wrong setting ends it with a sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    refuse_wrong_settings()
    refuse_taken_port(settings.HOST, settings.PORT)
    if not serving.hold():
        raise SystemExit(f"Roundel cannot start. {serving.WAIT}")
    call_command("migrate", interactive=False, verbosity=0)
    keep_to_ourselves()
    call_command("collectstatic", interactive=False, verbosity=0)
    if settings.DEMO:
        call_command("demo", keep=True)
    say_what_to_mend()
    serve()


def keep_to_ourselves() -> None:
    """Take the SQLite file out of everybody's reach on this machine; who shares its group keeps theirs.

    Only its owner can do that: a server that shares the group says it as a warning instead.
    """
    place = hosting.database_place()
    if place and os.name == "posix":
        with suppress(OSError):
            mode = place.stat().st_mode
            if mode & 0o007:
                place.chmod(mode & ~0o007)


def say_what_to_mend() -> None:
    """Print what a host should know. It stops nothing; who only looks at a demonstration is left alone."""
    from config.advice import said_at_a_start

    if not settings.DEMO and (said := said_at_a_start()):
        print(said, file=sys.stderr, flush=True)  # noqa: T201 - for the host


def refuse_wrong_settings() -> None:
    """Raise `WrongSetting` with what the system checks found."""
    from config.checks import problems

    if wrong := problems():
        raise WrongSetting(wrong)


def refuse_taken_port(host: str, port: int) -> None:
    """Raise `WrongSetting` if another program listens there already, before anything slow is done."""
    with socket.socket() as trial:
        if os.name == "posix":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as reason:
            raise WrongSetting(
                f"Port {port} on {host} cannot be used ({reason.strerror}). "
                "Stop the program that uses it, or choose another with PORT."
            ) from None


def allow_many_sockets() -> None:
    """Ask the system for as many open files as a crowd needs, or what it gives; Windows has no such bound."""
    if os.name == "posix":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))


def command() -> list[str]:
    """Return the server's command line; the flags are the ones that were measured to be quick and steady."""
    fast = ["--loop", "uvloop", "--http", "httptools"] if os.name == "posix" else []
    place = ["--host", settings.HOST, "--port", str(settings.PORT), "--workers", str(settings.WORKERS)]
    quiet = ["--no-server-header"] if settings.LOG_REQUESTS else ["--no-server-header", "--no-access-log"]
    sockets = ["--ws", "websockets-sansio", *STEADY, "--backlog", "4096", "--timeout-graceful-shutdown", "5"]
    return [sys.executable, "-m", "uvicorn", "config.asgi:application", *place, *fast, *sockets, *quiet]


def start_worker() -> "subprocess.Popen[bytes]":
    """Start what reminds and erases; it sees by this process's id, which the server keeps, when to end."""
    words = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--beside", str(os.getpid())]
    return subprocess.Popen(words)  # noqa: S603 - our own command line


def serve() -> None:
    """Become the server, so that a signal to this process reaches it; Windows has no such step."""
    print(f"Roundel is at {settings.SITE_URL} (Ctrl+C stops it).", flush=True)  # noqa: T201 - for the host
    allow_many_sockets()
    worker = start_worker() if settings.WORK else None
    if os.name == "posix":
        os.execv(sys.executable, command())  # noqa: S606 - our own command line
    ended = subprocess.run(command(), check=False).returncode  # noqa: S603 - our own command line
    if worker:
        worker.terminate()
    sys.exit(ended)


if __name__ == "__main__":
    main()
