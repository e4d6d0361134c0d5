"""Files that are there whole or not at all, and that nobody else reads."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

STAMP = r"(?P<at>\d{8}-\d{6})"
OWN = re.compile(rf"(roundel|before)-{STAMP}\.(sqlite3|dump)")


class NoBackup(Exception):
    """A backup cannot be made or put back; its text says why and what to do."""


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a file beside `target`, for its owner alone; filled and on the disk, it becomes `target`.

    Each has a file of its own: of two backups to one name, the later one is refused.

    Raises:
        NoBackup: `target` is there already, or cannot be written.
    """
    part = target.with_name(f".{target.name}-{uuid4()}.part")
    try:
        _refuse_to_write_over(target)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield part
        settle(part)
        _refuse_to_write_over(target)
        part.replace(target)
        settle(target.parent)
    except OSError as wrong:
        reason = f"{target} cannot be written: {wrong.strerror}. Choose another place."
        raise NoBackup(reason) from wrong
    finally:
        part.unlink(missing_ok=True)


def _refuse_to_write_over(target: Path) -> None:
    if target.exists():
        raise NoBackup(f"{target} is there already. Choose another name: no backup is written over.")


def settle(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk; Windows has no such step for folders."""
    if path.is_dir() and os.name != "posix":
        return
    line = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(line)
    finally:
        os.close(line)


def belong(file: Path, like: Path) -> bool:
    """Give a file the owner and group of another file or folder, or the group alone, as far as we may.

    Returns:
        whether its group is the same now; on Windows it has none.
    """
    if os.name != "posix":
        return False
    was = like.stat()
    for owner in (was.st_uid, -1):
        with suppress(PermissionError):
            os.chown(file, owner, was.st_gid)
            return True
    return False


def remove_older(
    folder: Path, days: int, now: datetime, but: Path, names: re.Pattern[str] = OWN
) -> list[Path]:
    """Remove files that we named ourselves, by their time, and that are older than `days`; return which.

    Args:
        but: the one that stays, however old its name says it is.
        names: how we name them; backups, and what PostgreSQL held before a restore.
    """
    first, old = f"{now - timedelta(days=days):%Y%m%d-%H%M%S}", []
    for path in sorted(folder.iterdir()):
        named = names.fullmatch(path.name)
        if named and named["at"] < first and path.absolute() != but.absolute():
            path.unlink()
            old.append(path)
    return old
