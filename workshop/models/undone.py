"""Who took a change of cards back, or made it again, when and why."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from .audiences import led_by
from .workshops import Workshop


@dataclass(frozen=True)
class Undoing:
    """One taking back of a change, or one making it again: ``again`` says which.

    Args:
        n: its own number among the changes.
        first: the number of the change that was taken back, however often before.
        by: who did it, as far as the reader may know; empty otherwise.
        reason: why, in their own words; may be empty.
    """

    n: int
    first: int
    again: bool
    by: str
    at: datetime
    reason: str


def undoings_of(workshop: Workshop, audience: str) -> dict[int, list[Undoing]]:
    """Return by the number of a change each taking back and making again, in order, in one query."""
    rows = workshop.changes.filter(undoes__isnull=False).select_related("seat__person", "undoes")
    found: dict[int, list[Undoing]] = defaultdict(list)
    chains: dict[int, tuple[int, bool]] = {}
    for row in rows.order_by("n"):
        if row.undoes:
            first, stood = chains.get(row.undoes.n, (row.undoes.n, True))
            chains[row.n] = first, not stood
            by = led_by(row.seat, workshop, audience)
            found[first].append(Undoing(row.n, first, not stood, by, row.at, row.reason))
    return dict(found)
