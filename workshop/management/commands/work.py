"""Do what waits: letters, reminders, erasures. `bin/up` has `manage.py work` run beside the server."""

import logging
import os
import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, close_old_connections
from django.utils import timezone

from config.keeping import serving
from workshop.actions.jobs import beat, do_next
from workshop.actions.letters.handing import WAYS as LETTER_WAYS
from workshop.actions.rehearsals import WAYS as REHEARSAL_WAYS
from workshop.actions.retention import WAYS
from workshop.actions.uploads import WAYS as UPLOAD_WAYS

log = logging.getLogger(__name__)
PAUSE = 20.0  # seconds between two looks
LOOK_UP = 1.0  # seconds between two looks whether the server is there still


class Command(BaseCommand):
    help = (
        "Do what waits its turn: send letters, remind facilitators, and erase workshops whose day has come."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")
        parser.add_argument("--beside", type=int, metavar="PID", help="end with the server that started it")

    def handle(self, *args: Any, once: bool, beside: int | None, **options: Any) -> None:
        if once:
            self.stdout.write(f"Done: {all_due()}")
            return
        if not serving.hold():
            raise CommandError(serving.WAIT)
        over = threading.Event()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_signal: over.set())
        while not over.is_set():
            try:
                beat(timezone.now())
                all_due()
            except Error as wrong:  # the database is away; it comes back
                self.stderr.write(f"The worker waits for the database: {wrong}")
            except Exception:  # whatever it is, the next look may go well, and a dead worker erases nothing
                log.exception("The worker met what nobody foresaw, and goes on.")
            close_old_connections()
            wait(over, beside)


def all_due() -> int:
    """Do all that is due now; return how many jobs that were."""
    count = 0
    while do_next(timezone.now(), WAYS | UPLOAD_WAYS | REHEARSAL_WAYS | LETTER_WAYS):
        count += 1
    return count


def wait(over: threading.Event, beside: int | None) -> None:
    """Wait for the next look; the end of the server that started it ends the worker too."""
    for _look in range(int(PAUSE / LOOK_UP)):
        if beside and os.name == "posix" and os.getppid() != beside:
            over.set()
        if over.wait(LOOK_UP):
            return
