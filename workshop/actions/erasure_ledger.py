"""The ledger of erasures: a file beside the database, by which a backup that is restored is erased again.

Lines are added and never changed. They hold ids and times, no words and no names. Each is on the disk before
the commit of what it is about, so nothing that somebody was told is missing from it.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.models import Closed

SEAT, WORKSHOP, UNLINKED, VOID = "seat", "workshop", "unlinked", "void"
Line = dict[str, str]
Write = Callable[..., None]


@contextmanager
def erasing() -> Iterator[Write]:
    """Run a transaction that erases something, and give it what notes that in the ledger, to be called last.

    What a transaction noted that fails in the end is taken back by another line.

    Raises:
        Closed: the ledger cannot be written, so nothing is erased.
    """
    written: list[str] = []

    def write(kind: str, **ids: object) -> None:
        written.append(_add(kind, {key: str(value) for key, value in ids.items()}))

    try:
        with transaction.atomic():
            yield write
    except BaseException:
        for line in written:
            _add(VOID, {"of": line})
        raise


def standing_lines() -> list[Line]:
    """Return what was erased for good, oldest first; nothing if there is no ledger.

    A line that was half written when the power went is left out: what it was about was not committed.
    """
    file = Path(settings.ERASURES_FILE)
    lines = [_read(text) for text in file.read_bytes().split(b"\n")] if file.exists() else []
    void = {line["of"] for line in lines if line and line["kind"] == VOID}
    return [line for line in lines if line and line["kind"] != VOID and line["id"] not in void]


def _read(text: bytes) -> Line | None:
    try:
        line: Any = json.loads(text)
        return line if isinstance(line, dict) and {"id", "kind"} <= line.keys() else None
    except ValueError:
        return None


def _add(kind: str, ids: Line) -> str:
    line = {"id": uuid4().hex, "at": timezone.now().isoformat(timespec="seconds"), "kind": kind, **ids}
    try:
        _append(Path(settings.ERASURES_FILE), json.dumps(line).encode())
    except OSError as reason:
        raise Closed(
            _(
                "The server cannot write on its disk that this is erased, and without that a backup could "
                "bring it back. So nothing was erased. Tell whoever runs the server, and try again."
            )
        ) from reason
    return line["id"]


def _append(file: Path, line: bytes) -> None:
    """Add a line and wait until it is on the disk; half a line before it stays a line of its own."""
    is_new = not file.exists()
    file.parent.mkdir(parents=True, exist_ok=True)
    door = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        end = os.lseek(door, 0, os.SEEK_END)
        whole = end == 0 or os.pread(door, 1, end - 1) == b"\n"
        os.write(door, (b"" if whole else b"\n") + line + b"\n")
        os.fsync(door)
    finally:
        os.close(door)
    if is_new:
        _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be synced there
        return
    door = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(door)
    finally:
        os.close(door)
