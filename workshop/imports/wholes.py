"""A file of a whole workshop: looked at in a process of its own, then opened to be brought in."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from workshop.actions.bringing import Brought, bring_workshop
from workshop.models import User

from .apart import read_apart
from .words import refusal
from .wrong import Wrong


@dataclass(frozen=True)
class Opened:
    """The document of a file that can be brought in, and the file's SHA-256."""

    document: dict[str, Any]
    sha256: str

    def bring_in(self, user: User | None) -> Brought:
        """Bring the workshop back; see `bring_workshop`."""
        return bring_workshop(self.document, self.sha256, user)


def looked_at(content: bytes) -> dict[str, Any]:
    """Return what is in a file, in counts, once a process of its own has read and checked it.

    Raises:
        Invalid: it cannot be brought in; the sentence says why, and where in the file.
        Closed: other files are being read just now.
    """
    try:
        facts: dict[str, Any] = read_apart("child", content)
    except Wrong as wrong:
        raise refusal(wrong) from wrong
    return facts


def opened(content: bytes) -> Opened:
    """Return the document of a file, once it was looked at; see there."""
    looked_at(content)
    return Opened(document_in(content), sha256(content).hexdigest())


def document_in(content: bytes) -> dict[str, Any]:
    """Return the document of a file that was looked at already."""
    found: dict[str, Any] = json.loads(content.decode("utf-8-sig"))
    return found
