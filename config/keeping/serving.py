"""Whether a server serves from the SQLite file: each one holds a lock beside it for as long as it lives."""

import importlib
from pathlib import Path
from types import ModuleType
from typing import IO

from django.db import connection

held: list[IO[str]] = []


def _locks() -> ModuleType | None:
    try:
        return importlib.import_module("fcntl")
    except ImportError:  # Windows: there an open database alone tells
        return None


def hold() -> None:
    """Say, until this process ends, that it works with the database; several may."""
    locks, file = _locks(), _file()
    if locks is None or file is None:
        return
    try:
        held.append(file.open("a"))
        locks.flock(held[-1], locks.LOCK_SH | locks.LOCK_NB)
    except OSError:  # a folder that cannot be written or locked; the open database tells instead
        return


def is_held() -> bool:
    """Whether any process holds it."""
    locks, file = _locks(), _file()
    if locks is None or file is None or not file.exists():
        return False
    with file.open("a") as trial:
        try:
            locks.flock(trial, locks.LOCK_EX | locks.LOCK_NB)
        except OSError:
            return True
    return False


def _file() -> Path | None:
    if connection.vendor != "sqlite":
        return None
    place = Path(connection.settings_dict["NAME"]).absolute()
    return place.with_name(f"{place.name}-serving")
