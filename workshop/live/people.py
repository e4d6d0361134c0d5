"""Who sits round the table, for facilitators."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from workshop.models import Link, Seat, Workshop
from workshop.models.look_ups import LookUp
from workshop.models.once import once

from .presence import connected, present

SEATS = LookUp(
    lambda workshop: Seat.objects.present().filter(workshop=workshop).select_related("person"),
    known="workshop",
)


def people(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return who sits round the table, who is here and whose page is live, for facilitators alone."""
    here, live = present(workshop.pk), connected(workshop.pk)
    rows = [_row(seat, workshop, here, live) for seat in once(workshop, seated, workshop)]
    leaders = [row for row in rows if row["seat"].is_participant]
    count = sum(row["here"] for row in leaders)
    return {"workshop": workshop, "rows": rows, "leaders": leaders, "here": count}


def seated(workshop: Workshop) -> list[Seat]:
    """Return who sits round the table, by role: nobody removed, no wall screen."""
    seats = sorted(SEATS(workshop), key=lambda seat: (seat.role, seat.pk))
    watching = [seat.pk for seat in seats if seat.role == Seat.Role.OBSERVER]
    walls = Link.objects.filter(seat__in=watching, purpose=Link.Purpose.SCREEN) if watching else ()
    screens = {link.seat_id for link in walls}
    return [seat for seat in seats if seat.pk not in screens]


def _row(seat: Seat, workshop: Workshop, here: set[UUID], live: set[UUID]) -> dict[str, Any]:
    chair = seat.pk == workshop.chair_id
    role = "" if seat.is_participant else str(Seat.Role(seat.role).label)
    initials = "".join(
        word[0] for word in (seat.name.partition("(")[0] or seat.name).split() if word[0].isalnum()
    )
    sign = (initials[0] + initials[-1] if len(initials) > 1 else initials or seat.pseudonym[:2]).upper()
    return {
        "seat": seat,
        "sign": sign,
        "chair": chair,
        "role": _("Chair now") if chair else role,
        "here": seat.uid in here,
        "live": seat.uid in live,
    }
