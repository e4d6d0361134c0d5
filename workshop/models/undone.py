"""Who took a change of cards back, or made it again, when and why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workshop.analysis.lineage import Lineage

from .audiences import led_by
from .lineage import Change


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


def undoings_of(changes: Iterable[Change], lineage: Lineage, audience: str) -> dict[int, list[Undoing]]:
    """Return by the number of a change each taking back and making again, in order, without a query.

    Args:
        changes: what ``changes_of`` returned.
        lineage: theirs.
    """
    found: dict[int, list[Undoing]] = defaultdict(list)
    for row in changes:
        if row.undoes_id:
            first, again = lineage.first(row.n)
            by = led_by(row.seat, row.workshop, audience)
            found[first].append(Undoing(row.n, first, again, by, row.at, row.reason))
    return found
