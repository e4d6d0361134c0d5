"""How far each person has come with the pack: never where they put a card, nor which they would nominate."""

from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _

from .ballots import Ballot
from .cards import Card
from .comments import PACK_KINDS, Remark
from .links import Link
from .people import Seat, SeatQuerySet
from .rounds import Round
from .workshops import Workshop


class Attendance(TextChoices):
    """The four answers to "how far are they?"."""

    UNOPENED = "unopened", _("Not opened")
    OPENED = "opened", _("Opened, not begun")
    STARTED = "started", _("Started")
    FINISHED = "finished", _("Finished")


def with_attendance(seats: QuerySet[Seat]) -> QuerySet[Seat]:
    """Return the seats, each with ``attendance`` (a value of `Attendance`) and ``last_used`` (or ``None``).

    One query however many seats there are. Whoever says "done for now" has finished; whoever wrote, filled
    in a blank card or began the sort has started; whoever used a link, or read the pack, has opened it.
    """
    mine = Link.objects.filter(seat=OuterRef("pk")).order_by().values("seat")
    used = Subquery(mine.annotate(at=Max("used_at")).values("at"))
    return seats.annotate(last_used=used).annotate(attendance=_attendance())


def _attendance() -> Case:
    opened = Q(last_used__isnull=False) | Q(read_at__isnull=False)
    return Case(
        When(done_at__isnull=False, then=Value(Attendance.FINISHED.value)),
        When(_started(), then=Value(Attendance.STARTED.value)),
        When(opened, then=Value(Attendance.OPENED.value)),
        default=Value(Attendance.UNOPENED.value),
        output_field=CharField(),
    )


def _started() -> Q:
    sorts = Ballot.objects.filter(seat=OuterRef("pk"), round__number=1).exclude(round__when=Round.When.LIVE)
    words = Remark.objects.said().filter(seat=OuterRef("pk"), prompt__kind__in=PACK_KINDS)
    blanks = Card.objects.filter(proposer=OuterRef("pk"))
    return Q(Exists(sorts)) | Q(Exists(words)) | Q(Exists(blanks))


def not_begun(workshop: Workshop) -> SeatQuerySet:
    """Return the participants who have neither finished the pack nor written or placed anything in it."""
    seats = Seat.objects.answering().filter(workshop=workshop, done_at__isnull=True)
    return seats.exclude(_started())


def attendance_counts(workshop: Workshop) -> dict[str, int]:
    """Return how many participants there are in all (``all``) and at each value of `Attendance`."""
    seats: Any = with_attendance(Seat.objects.answering().filter(workshop=workshop)).order_by()
    found = dict(seats.values("attendance").annotate(n=Count("pk")).values_list("attendance", "n"))
    counts = {each.value: found.get(each.value, 0) for each in Attendance}
    return {"all": sum(counts.values()), **counts}


def late_addresses(workshop: Workshop, most: int = 50) -> list[str]:
    """Return the e-mail addresses of participants who have not finished; none where there are too many.

    Args:
        most: more addresses than this do not fit into one letter.
    """
    late = Seat.objects.answering().filter(workshop=workshop, done_at__isnull=True)
    known = late.exclude(person__email="").exclude(person=None).order_by("pk")
    found = list(known.values_list("person__email", flat=True)[: most + 1])
    return found if len(found) <= most else []
