"""A fault that lasts is told once, and once more when it is over."""

import logging

LOG = logging.getLogger("workshop.live")


class Trouble:
    """Keeps in mind whether something is failing now."""

    def __init__(self, what: str) -> None:
        self.what, self.now = what, False

    def begins(self, reason: BaseException) -> None:
        """Log the fault, unless it is known already."""
        if not self.now:
            LOG.error("%s: %r. It is tried again by itself.", self.what, reason, exc_info=reason)
        self.now = True

    def ends(self) -> None:
        """Log that it works again, if it did not."""
        if self.now:
            LOG.info("%s: over.", self.what)
        self.now = False
