"""What facilitators have to arrange of what people need, and that some have more time: in counts alone."""

from typing import Any

from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import ngettext

from .extra_time import may_give_time
from .people import Seat
from .taking_part import known_to_decline
from .workshops import Workshop

NOT_FINISHED = Q(done_at=None)
ASKED_FOR_TIME = Q(need__extra_time=True, extra_until=None) & NOT_FINISHED
ASKED_FOR_SOMEBODY = Q(need__somebody_enters=True) & NOT_FINISHED
WROTE_MORE = ~Q(need__more="") & Q(need__isnull=False)


def needs_to_arrange(workshop: Workshop) -> list[str]:
    """Return in sentences what people asked facilitators for, and that some have more time; in one query.

    Of extra time it speaks until it is given, or until their pack is finished, or its result is revealed; of
    somebody who enters answers until the pack is finished. After the close there is nothing to arrange.
    """
    if workshop.is_closed:
        return []
    has_time = Q(extra_until__gt=timezone.now())
    asked = {"time": ASKED_FOR_TIME, "somebody": ASKED_FOR_SOMEBODY, "more": WROTE_MORE, "has": has_time}
    seats = Seat.objects.answering().filter(workshop=workshop).exclude(pk__in=known_to_decline(workshop))
    counts = {name: Count("pk", filter=which) for name, which in asked.items()}
    found: dict[str, Any] = seats.aggregate(**counts, last=Max("extra_until", filter=has_time))
    if not may_give_time(workshop):
        found |= {"time": 0, "has": 0}
    return [says for says in (*_asked(found), _has_time(workshop, found)) if says]


def _asked(found: dict[str, Any]) -> list[str]:
    time = ngettext(
        "%(n)s person asked for extra time for the pack, and has none yet.",
        "%(n)s people asked for extra time for the pack, and have none yet.",
        found["time"],
    )
    somebody = ngettext(
        "%(n)s person asked for somebody who enters their answers.",
        "%(n)s people asked for somebody who enters their answers.",
        found["somebody"],
    )
    more = ngettext(
        "%(n)s person wrote what else would help.",
        "%(n)s people wrote what else would help.",
        found["more"],
    )
    said = {"time": time, "somebody": somebody, "more": more}
    return [says % {"n": found[name]} for name, says in said.items() if found[name]]


def _has_time(workshop: Workshop, found: dict[str, Any]) -> str:
    last = workshop.local(found["last"])
    if not found["has"] or last is None:
        return ""
    says = ngettext(
        "%(n)s person has more time for the pack, until %(until)s.",
        "%(n)s people have more time for the pack, the last of them until %(until)s.",
        found["has"],
    )
    return says % {"n": found["has"], "until": f"{date_format(last, 'l j F')}, {workshop.clock(last)}"}
