"""The ledger of erasures: a file beside the database, by which a backup that is restored is erased again.

Lines are added and never changed. They hold ids and times, no words and no names. Each is on the disk before
the commit of what it is about, so nothing that somebody was told is missing from it.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from config.keeping.files import settle
from workshop.models import Closed

SEAT, WORKSHOP, UNLINKED, WORDS, VOID = "seat", "workshop", "unlinked", "words", "void"
NEEDS = {SEAT: {"slug", "seat"}, WORKSHOP: {"slug"}, UNLINKED: {"slug"}, VOID: {"of"}}
NEEDS[WORDS] = {"slug", "what", "key", "at"}
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


@dataclass(frozen=True)
class Ledger:
    """The ledger, read.

    Attributes:
        lines: what was erased for good, oldest first.
        odd: the numbers, from 1, of lines that are whole and say nothing that we understand.
    """

    lines: list[Line]
    odd: list[int]


def read_ledger() -> Ledger | None:
    """Return the ledger; ``None`` if there is no file.

    A line that was half written when the power went is left out: what it was about was not committed.
    """
    file = Path(settings.ERASURES_FILE)
    if not file.exists():
        return None
    read = [(n, _read(text)) for n, text in enumerate(file.read_bytes().split(b"\n"), start=1)]
    known = [line for _n, line in read if _is_known(line)]
    void = {line["of"] for line in known if line["kind"] == VOID}
    lines = [line for line in known if line["kind"] != VOID and line["id"] not in void]
    return Ledger(lines, [n for n, line in read if line is not None and not _is_known(line)])


def standing_lines() -> list[Line]:
    """Return what was erased for good, oldest first; nothing if there is no ledger."""
    ledger = read_ledger()
    return ledger.lines if ledger else []


def _read(text: bytes) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _is_known(line: Any) -> TypeGuard[Line]:
    if not isinstance(line, dict) or not all(isinstance(each, str) for each in line.values()):
        return False
    return {"id", "kind"} <= line.keys() and line["kind"] in NEEDS and NEEDS[line["kind"]] <= line.keys()


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
        settle(file.parent)
