"""Who was in the chair, when and for what, read from the history."""

from dataclasses import dataclass, field
from datetime import datetime

from .agenda import MOVED, WENT_BACK
from .people import Seat
from .stage import Step
from .workshops import Workshop

HANDED, LENT, RETURNED = "chair_handed", "chair_lent", "chair_returned"
CHAIR = (HANDED, LENT, RETURNED)


@dataclass
class Chaired:
    """One time that a seat was in the chair.

    ``verb`` is how it came to it (one of ``CHAIR``; empty for the first) and ``by`` who saw to that; the last
    has no ``until`` while the workshop goes on. ``steps`` are those on the stage meanwhile, each once.
    """

    seat: Seat | None
    since: datetime
    verb: str = ""
    by: Seat | None = None
    until: datetime | None = None
    steps: list[Step] = field(default_factory=list)
    role: str = ""

    @property
    def known_role(self) -> str | None:
        """The role of the seat, also where a file that was brought back did not say whose that is."""
        return self.seat.role if self.seat else self.role or None


def chaired(workshop: Workshop) -> list[Chaired]:
    """Return who was in the chair, in order, in three queries. Steps that were removed since are left out."""
    rows = list(workshop.history.filter(verb__in=(*CHAIR, MOVED, WENT_BACK)).order_by("n"))
    seats = {seat.pk: seat for seat in workshop.seats.select_related("person")}
    known = {str(step.uid): step for step in workshop.steps.select_related("card", "round")}
    by_uid = {str(seat.uid): seat for seat in seats.values()}
    first = next((row.ids for row in rows if row.verb in CHAIR), None)
    before = seats.get(workshop.chair_id or 0) if first is None else by_uid.get(first["was"])
    found = [Chaired(before, workshop.created_at, role=(first or {}).get("was_role", ""))]
    for row in rows:
        if row.verb in CHAIR:
            found[-1].until = row.at
            seat, by = by_uid.get(row.ids["chair"]), seats.get(row.seat_id or 0)
            found.append(Chaired(seat, row.at, row.verb, by, role=row.ids.get("role", "")))
        step = known.get(row.ids.get("step", ""))
        if step and step not in found[-1].steps:
            found[-1].steps.append(step)
    found[-1].until = workshop.closed_at
    return found
