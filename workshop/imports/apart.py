"""A file is read in a process of its own, with so much memory and time: a bomb hurts only that."""

import json
import subprocess
import sys
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from workshop.models import Closed

from .limits import SECONDS
from .wrong import Wrong

_AT_ONCE = BoundedSemaphore(2)
# Whoever takes part sends filled packs: those wait for one another alone, and take less time.
PACKS, PACK_SECONDS = "filled.word", 10
_PACKS_AT_ONCE = BoundedSemaphore(2)
PATIENCE = 10  # seconds that somebody waits for one of them


def read_apart(module: str, content: bytes, *more: str) -> Any:
    """Return what a child process makes of the bytes of a file.

    Args:
        module: of `workshop.imports`, which reads bytes and writes JSON.
        more: its arguments.

    Raises:
        Wrong: it says what is wrong, or it went over its limits. Closed: others are being read just now.
    """
    at_once, seconds = (_PACKS_AT_ONCE, PACK_SECONDS) if module == PACKS else (_AT_ONCE, SECONDS)
    if not at_once.acquire(timeout=PATIENCE):
        raise Closed(_("Other files are being read just now. Wait a minute, then send yours again."))
    try:
        ended = _run([sys.executable, "-m", f"workshop.imports.{module}", *more], content, seconds)
    finally:
        at_once.release()
    said = _said(ended)
    if isinstance(said, dict) and "code" in said:
        raise Wrong.from_data(said)
    return said


def _run(command: list[str], content: bytes, seconds: int) -> subprocess.CompletedProcess[bytes]:
    """Run a child that knows nothing of this server but where its code is."""
    known = {"PYTHONPATH": str(settings.BASE_DIR), "PYTHONUTF8": "1"}
    try:
        return subprocess.run(  # noqa: S603 (our own module; what was sent goes in as bytes)
            command, input=content, capture_output=True, env=known, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Wrong("too_much") from error


def _said(ended: subprocess.CompletedProcess[bytes]) -> Any:
    try:
        return json.loads(ended.stdout)
    except ValueError as error:
        raise Wrong("too_much") from error
