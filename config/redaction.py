"""Keep personal links out of the log."""

import logging
import re

from django.core.exceptions import PermissionDenied

# Paths whose next part opens a door, and all that follows a password's address.
DOORS = re.compile(r"(/(?:link|screen|staff|no-letters)/)[^/\s'\"?#]+|(/(?:password|reset)/)[^\s'\"?#]+")
PLAIN = logging.Formatter()


def redact(text: str) -> str:
    """Return the text with the secret part of each link replaced by three dots."""
    return DOORS.sub(lambda found: f"{found[1] or found[2]}...", text)


class RedactLinks(logging.Filter):
    """Rewrite each record, its traceback too, before a handler sees it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always let the record through, redacted."""
        record.msg, record.args = redact(record.getMessage()), ()
        if record.exc_info and isinstance(record.exc_info[1], PermissionDenied):
            # A page that was refused is no fault of ours: a line is enough.
            record.exc_info = record.exc_text = None
        if record.exc_info:
            record.exc_text = redact(record.exc_text or PLAIN.formatException(record.exc_info))
        if record.stack_info:
            record.stack_info = redact(record.stack_info)
        return True
