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


def set_apart(report: str, template: Path) -> bytes:
    """Return the PDF of a report that is given as JSON, as `set_in_type` does.

    Raises:
        Closed: two others are being made just now.
        subprocess.SubprocessError: it could not be made: a fault of the program.
    """
    if not AT_ONCE.acquire(timeout=PATIENCE):
        raise Closed(_("Other files are being made just now. Wait a minute, then make yours again."))
    command = [sys.executable, str(SCRIPT), str(template)]
    try:
        made = subprocess.run(  # noqa: S603 (our own script; words go in as bytes)
            command, input=report.encode(), capture_output=True, timeout=SECONDS, check=True
        )
    finally:
        AT_ONCE.release()
    return made.stdout
