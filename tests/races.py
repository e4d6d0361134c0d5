"""One act held in its middle, on its own connection, while another tries the same: races without chance."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import OperationalError, connection

PATIENCE = 20  # seconds; both sides wait for one another, never for a time
# How each database is told to wait a fifth of a second for a lock, and as long as ever; what it says then.
SHORT = {
    "sqlite": ("PRAGMA busy_timeout = 200", "PRAGMA busy_timeout = 20000", "is locked"),
    "postgresql": ("SET lock_timeout = '200ms'", "RESET lock_timeout", "lock timeout"),
}


def waits(act: Callable[[], Any]) -> None:
    """Expect an act to wait for the lock that somebody holds."""
    short, usual, says = SHORT[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(short)
        with pytest.raises(OperationalError, match=says):
            act()
        cursor.execute(usual)


@contextmanager
def under_way(act: Callable[[], Any], module: Any, seam: str, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hold an act right after it has called the function ``seam`` of ``module``, until the block ends."""
    looked, release = threading.Event(), threading.Event()
    look = getattr(module, seam)

    def look_and_wait(*args: Any) -> Any:
        seen = look(*args)
        if threading.current_thread() is thread:
            looked.set()
            release.wait(timeout=PATIENCE)
        return seen

    def run() -> None:
        act()
        connection.close()

    patch.setattr(module, seam, look_and_wait)
    thread = threading.Thread(target=run)
    thread.start()
    assert looked.wait(timeout=PATIENCE)
    try:
        yield
    finally:
        release.set()
        thread.join(timeout=PATIENCE)
