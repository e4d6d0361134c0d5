"""A file of a whole workshop, opened: what is in it, and what is not, before anything is brought in."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from workshop.actions.bringing import Brought, bring_workshop
from workshop.models import Closed, Upload, User

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


def kept(upload: Upload) -> dict[str, Any]:
    """Return the document of a file that was read and is kept.

    Raises:
        Closed: it is kept no more.
    """
    if upload.is_gone:
        raise Closed(_("The file is kept no more. Choose it once more."))
    found: dict[str, Any] = json.loads(upload.content.decode("utf-8-sig"))
    return found


def opened(content: bytes) -> Opened:
    """Return what is in a file, once a process of its own has read and checked it.

    Raises:
        Invalid: it cannot be brought in; the sentence says why, and where in the file.
        Closed: other files are being read just now.
    """
    try:
        read_apart("child", content)
    except Wrong as wrong:
        raise refusal(wrong) from wrong
    document = json.loads(content.decode("utf-8-sig"))
    return Opened(document, sha256(content).hexdigest())
