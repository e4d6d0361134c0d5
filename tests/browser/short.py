"""Roundel on a server that runs short: a file says before each request whether its database takes nothing.

SQLite keeps the limit of pages for each connection, and each of the server's threads has its own.
"""

import os
from pathlib import Path
from typing import Any

from django.core.signals import request_started
from django.db import connection

from config.asgi import application

__all__ = ["application"]
FILE = Path(os.environ["STATIC_ROOT"]).parent / "short"
ROOM = 1_000_000_000


def run_short(**_more: Any) -> None:
    """Let this thread's connection have no page more, or wait for others no longer than a moment."""
    short = FILE.read_text(encoding="utf-8") if FILE.is_file() else ""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count = {1 if short == 'full' else ROOM}")
            cursor.execute(f"PRAGMA busy_timeout = {50 if short else 20_000}")


request_started.connect(run_short)
