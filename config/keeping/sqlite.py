"""SQLite: copied by its online backup while the server writes, and put back by exchanging the file."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from django.db import connection

from .files import STAMP, NoBackup, belong, remove_older, settle, whole

ENDING = "sqlite3"
Migrations = set[tuple[str, str]]


def make(target: Path) -> None:
    """Copy the database into one file, as it is at one moment, and check the copy before it gets its name.

    All pages are read in one step: who writes meanwhile neither waits nor makes it begin anew.

    Raises:
        NoBackup: it cannot be written, or the copy is damaged.
    """
    connection.ensure_connection()
    with whole(target) as part:
        with closing(sqlite3.connect(part)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        applied(part)


def applied(file: Path) -> Migrations:
    """Return the migrations that a backup has, after reading every page of it.

    Raises:
        NoBackup: it is missing, damaged, or no backup of Roundel.
    """
    if not file.is_file():
        raise NoBackup(f"There is no file {file}.")
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            found = [row[0] for row in copy.execute("PRAGMA integrity_check")]
            loose = list(copy.execute("PRAGMA foreign_key_check"))
            rows = copy.execute("SELECT app, name FROM django_migrations").fetchall()
    except sqlite3.Error as wrong:
        raise NoBackup(f"{file} is damaged, or no backup of Roundel: {wrong}.") from wrong
    if found != ["ok"] or loose:
        harm = "a row points nowhere" if found == ["ok"] else found[0]
        raise NoBackup(f"{file} is damaged: {harm}. Take another backup.")
    return set(rows)


@contextmanager
def read(file: Path) -> Iterator[Migrations]:
    """Give the migrations of a backup that was read whole.

    Raises:
        NoBackup: it is missing, damaged, or no backup of Roundel.
    """
    yield applied(file)


def busy() -> str:
    """Return why the database cannot be exchanged now: somebody else has it open; or nothing.

    What was written last comes into the one file by this, if nobody has.
    """
    connection.close()
    path = _place()
    if not path.exists():
        return ""
    try:
        with closing(sqlite3.connect(path, timeout=0.2)) as trial:
            trial.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        return "Another program has the database open."
    except sqlite3.DatabaseError:
        return ""  # it is damaged, which is when one restores
    return ""


def put_back(file: Path, stamp: str) -> str:
    """Put a backup in the place of the database, and return where the file that was there is now, if any.

    Raises:
        NoBackup: it cannot be written.
    """
    place = _place()
    fresh, former = place.with_name(f".{place.name}.part"), place.with_name(f"{place.name}-before-{stamp}")
    try:
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        shutil.copyfile(file, fresh)
        _open_to_the_same(fresh, place)
        settle(fresh)
        kept = _move_aside(place, former)
        fresh.replace(place)
        settle(place.parent)
    except OSError as wrong:
        fresh.unlink(missing_ok=True)
        raise NoBackup(f"{place} cannot be written: {wrong.strerror}.") from wrong
    return kept


def remove_former(days: int, now: datetime, but: Path) -> list[Path]:
    """Remove the files of databases that a restore moved aside more than so many days ago; return which."""
    place = _place()
    names = re.compile(rf"{re.escape(place.name)}-before-{STAMP}(-wal|-shm)?")
    return remove_older(place.parent, days, now, but, names) if place.parent.is_dir() else []


def _move_aside(place: Path, former: Path) -> str:
    if not place.exists():
        return ""
    for ending in ("-wal", "-shm"):
        beside = place.with_name(place.name + ending)
        if beside.exists():
            beside.replace(former.with_name(former.name + ending))
    with suppress(PermissionError):  # it may be another user's
        place.chmod(0o600)
    place.replace(former)
    return str(former)


def _open_to_the_same(fresh: Path, place: Path) -> None:
    """Let whoever could open the database open what comes into its place: root restores for a server, too."""
    there = place.exists()
    mode = place.stat().st_mode & 0o660 if there else 0o600
    if belong(fresh, place if there else place.parent):
        fresh.chmod(mode)


def _place() -> Path:
    return Path(connection.settings_dict["NAME"]).absolute()
