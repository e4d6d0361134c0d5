"""A PDF set in a process of its own: typst keeps what it worked on, so many pages leave much memory taken.

It goes back to the system with the process. `typesetting.py` is run by its path, so no Django is loaded.
"""

import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from django.utils.translation import gettext as _

from workshop.models import Closed

SCRIPT = Path(__file__).with_name("typesetting.py")
AT_ONCE = BoundedSemaphore(2)
PATIENCE = 20  # seconds that somebody waits for one of them
SECONDS = 120  # that one may take
MEMORY = 768 * 1024 * 1024  # bytes that one may take


def set_apart(report: str, template: Path) -> bytes:
    """Return the PDF of a report that is given as JSON, as `set_in_type` does.

    Raises:
        Closed: two others are being made just now, or it took more time or memory than one may.
        subprocess.CalledProcessError: it could not be made: a fault of the program.
    """
    if not AT_ONCE.acquire(timeout=PATIENCE):
        raise Closed(_("Other files are being made just now. Wait a minute, then make yours again."))
    command = [sys.executable, str(SCRIPT), str(template), str(MEMORY)]
    try:
        made = subprocess.run(  # noqa: S603 (our own script; words go in as bytes)
            command, input=report.encode(), capture_output=True, timeout=SECONDS, check=True
        )
    except subprocess.SubprocessError as error:
        if not _was_too_much(error):
            raise
        says = _("This file took more time or memory than one may, so it was not made.")
        raise Closed(f"{says} {_('Make it for one person at a time, or as a Word file.')}") from error
    finally:
        AT_ONCE.release()
    return made.stdout


def _was_too_much(error: subprocess.SubprocessError) -> bool:
    """Whether a process went over its limits: it was ended, or it says that there is no memory."""
    if not isinstance(error, subprocess.CalledProcessError):
        return True
    return error.returncode < 0 or b"MemoryError" in error.stderr
