"""Whether a server serves from the SQLite file: each one holds a lock beside it for as long as it lives.

Who puts a backup back holds it alone meanwhile.
"""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import ModuleType
from typing import IO

from django.db import connection

from .files import belong

WAIT = "A backup is being put back just now. Start again when that is done."
held: list[IO[str]] = []


def _locks() -> ModuleType | None:
    try:
        return importlib.import_module("fcntl")
    except ImportError:  # Windows: there an open database alone tells
        return None


def hold() -> bool:
    """Say, until this process ends, that it works with the database; several may.

    Returns:
        whether it may: no backup is being put back.
    """
    try:
        lock = _take("LOCK_SH")
    except BlockingIOError:
        return False
    if lock:
        held.append(lock)
    return True


@contextmanager
def alone() -> Iterator[bool]:
    """Give whether no other process holds it; if so, none can until the end."""
    try:
        lock = _take("LOCK_EX")
    except BlockingIOError:
        yield False
        return
    with lock or nullcontext():
        yield True


def _take(kind: str) -> IO[str] | None:
    """Lock the file, or return nothing where that cannot be: the open database tells there.

    Raises:
        BlockingIOError: another process has it.
    """
    locks, file = _locks(), _file()
    if locks is None or file is None:
        return None
    try:
        lock = file.open("a")
    except OSError:
        return None
    belong(file, file.parent)
    try:
        locks.flock(lock, getattr(locks, kind) | locks.LOCK_NB)
    except OSError as wrong:
        lock.close()
        if isinstance(wrong, BlockingIOError):
            raise
        return None
    return lock


def _file() -> Path | None:
    if connection.vendor != "sqlite":
        return None
    place = Path(connection.settings_dict["NAME"]).absolute()
    return place.with_name(f"{place.name}-serving")
