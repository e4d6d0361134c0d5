"""The file of a template that somebody sent: read in a process of its own."""

from typing import Any

from .apart import read_apart
from .words import refusal
from .wrong import Wrong


def template_in(content: bytes) -> dict[str, Any]:
    """Return the checked document of a template's file.

    Raises:
        Invalid: it cannot be brought in; the sentence says why, and where in the file.
        Closed: other files are being read just now.
    """
    try:
        found: dict[str, Any] = read_apart("template_child", content)
    except Wrong as wrong:
        raise refusal(wrong) from wrong
    return found
