"""How far each person has come with the pack: never where they put a card, nor which they would nominate."""

from collections.abc import Iterable
from dataclasses import dataclass
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

from .audiences import may_see_people_rows
from .ballots import Ballot
from .cards import Card
from .comments import PACK_KINDS, Remark
from .links import Link
from .people import Seat, SeatQuerySet
from .rounds import Round
from .taking_part import declining, known_to_decline
from .workshops import Workshop


class Attendance(TextChoices):
    """The answers to "how far are they?"."""

    DECLINED = "declined", _("Takes no part (any more)")
    UNOPENED = "unopened", _("Not opened")
    OPENED = "opened", _("Opened, not begun")
    STARTED = "started", _("Started")
    FINISHED = "finished", _("Finished")


def with_attendance(seats: QuerySet[Seat], declined: Iterable[Seat] = ()) -> QuerySet[Seat]:
    """Return the seats, each with ``attendance`` (a value of `Attendance`) and ``last_used`` (or ``None``).

    One query however many seats there are. Whoever says "done for now" has finished; whoever wrote, filled
    in a blank card or began the sort has started; whoever used a link, or read the pack, has opened it.

    Args:
        declined: `known_to_decline`, where it is shown who is how far.
    """
    mine = Link.objects.filter(seat=OuterRef("pk")).order_by().values("seat")
    used = Subquery(mine.annotate(at=Max("used_at")).values("at"))
    return seats.annotate(last_used=used).annotate(attendance=_attendance(declined))


def _attendance(declined: Iterable[Seat]) -> Case:
    opened = Q(last_used__isnull=False) | Q(read_at__isnull=False)
    return Case(
        When(pk__in=declined, then=Value(Attendance.DECLINED.value)),
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
    return not_finished(workshop).exclude(_started())


def not_finished(workshop: Workshop) -> SeatQuerySet:
    """Return the participants who have not said that their pack is done."""
    seats = Seat.objects.answering().filter(workshop=workshop, done_at__isnull=True)
    return seats.exclude(pk__in=known_to_decline(workshop))


def attendance_counts(workshop: Workshop) -> dict[str, int]:
    """Return how many participants there are in all (``all``) and at each value of `Attendance`.

    Who takes no part is counted apart, as ``declined``. Where names are hidden it is not told how far these
    had come: then they are among ``all``, too, and ``among`` says how many.
    """
    rows = Seat.objects.answering().filter(workshop=workshop)
    known = known_to_decline(workshop)
    seats: Any = with_attendance(rows, known).order_by()
    found = dict(seats.values("attendance").annotate(n=Count("pk")).values_list("attendance", "n"))
    counts = {each.value: found.get(each.value, 0) for each in Attendance}
    everybody = sum(counts.values()) - counts["declined"]
    among = 0 if may_see_people_rows(workshop) else declining(workshop).count()
    return {**counts, "all": everybody, "declined": counts["declined"] or among, "among": among}


@dataclass(frozen=True)
class Late:
    """Those who have not finished: e-mail addresses, and the names of who has none, the first few of them.

    ``unwanted``: how many asked for no letters; no address of theirs is among these. ``spared``: the names
    of the first few of them.
    """

    addresses: list[str]
    without: list[str]
    all: int
    unwanted: int
    spared: list[str]

    @property
    def more_spared(self) -> int:
        """How many who asked for no letters are not named."""
        return self.unwanted - len(self.spared)

    @property
    def unreached(self) -> int:
        """How many have no address."""
        return self.all - self.unwanted - len(self.addresses)

    @property
    def more(self) -> int:
        """How many without an address are not named."""
        return self.unreached - len(self.without)


def late_people(workshop: Workshop, most: int = 50, named: int = 5) -> Late | None:
    """Return whom to write to among participants who have not finished; ``None`` if there is nobody to.

    Args:
        most: more addresses than this do not fit into one letter, so then nobody is.
        named: how many of those without an address are named, and of those who asked for no letters.
    """
    late = not_finished(workshop).order_by("pk")
    facts = "person__email", "person__name", "pseudonym", "person__no_letters_at"
    everybody = late.values_list(*facts)
    found = [row[:3] for row in everybody if row[3] is None]
    spared = [name or known for _email, name, known, asked in everybody if asked]
    addresses = [email for email, _name, _known in found if email]
    if not addresses or len(addresses) > most:
        return None
    without = [name or known for email, name, known in found if not email]
    return Late(addresses, without[:named], len(everybody), len(spared), spared[:named])
