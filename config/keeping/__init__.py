"""Backups: made while people write, checked, and put back; one file per kind of database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader

from . import postgresql, serving, sqlite
from .files import NoBackup, remove_older

__all__ = ["NoBackup", "alone", "in_its_place", "make_backup", "refuse_to_restore", "remove_old", "restore"]


def _kind() -> ModuleType:
    return sqlite if connection.vendor == "sqlite" else postgresql


def in_its_place(now: datetime) -> Path:
    """Return where a backup goes that was given no name."""
    return Path(settings.BACKUP_FOLDER) / f"roundel-{now:%Y%m%d-%H%M%S}.{_kind().ENDING}"


def make_backup(target: Path) -> None:
    """Write the database, as it is at one moment, into a file that was checked; people go on writing.

    Raises:
        NoBackup: it says why, and there is no file.
    """
    _kind().make(target)


@contextmanager
def alone() -> Iterator[None]:
    """Keep servers from starting until the end, on SQLite.

    Raises:
        NoBackup: one serves.
    """
    with serving.alone() as free:
        if not free:
            raise NoBackup("A server of Roundel serves from this database. Stop it, then restore.")
        yield


def remove_old(target: Path, days: int, now: datetime) -> list[Path]:
    """Remove what is older than `days`: backups beside a new one, and what was there before a restore."""
    former = sqlite.remove_former(days, now, target) if connection.vendor == "sqlite" else []
    return remove_older(target.parent, days, now, target) + former


def refuse_to_restore(file: Path, *, replace: bool) -> None:
    """Refuse what would do harm, before anything is changed.

    Args:
        replace: whether what is in the database may be exchanged.

    Raises:
        NoBackup: the file is damaged or of a newer Roundel; the database is in use, or holds something.
    """
    with _kind().read(file) as applied:
        known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
        if unknown := sorted(name for app, name in applied - known if app == "workshop"):
            raise NoBackup(f"{file} is of a newer Roundel (it knows {unknown[-1]}). Update Roundel first.")
    if not replace and (found := _what_is_there()):
        raise NoBackup(
            f"The database {found}. To exchange it for the backup, add --replace: what is there now is kept "
            "in a file beside it."
        )
    if busy := _kind().busy():
        raise NoBackup(f"{busy} Stop the server and whatever else uses it, then restore.")


def restore(file: Path, now: datetime) -> str:
    """Put a backup in the place of the database, and return where what was there is kept, if anything was.

    Raises:
        NoBackup: it says why; nothing is changed then.
    """
    kept: str = _kind().put_back(file, f"{now:%Y%m%d-%H%M%S}")
    connections.close_all()
    return kept


def _what_is_there() -> str:
    """Return what the database holds, in words, or nothing: users and workshops count, tables do not.

    An SQLite file that is not there is not looked into, which would make one.
    """
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return ""
    try:
        tables = set(connection.introspection.table_names())
        counts = []
        with connection.cursor() as cursor:
            for table in {"workshop_user", "workshop_workshop"} & tables:
                cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - one of two names above
                counts.append(cursor.fetchone()[0])
    except DatabaseError as wrong:
        return f"cannot be read ({wrong})"
    return "holds workshops or accounts already" if any(counts) else ""
