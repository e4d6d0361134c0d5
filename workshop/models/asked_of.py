"""How many were asked in a round: whoever came after its end was not, and changes no count of it."""

from django.db.models import Count, Q, QuerySet

from .audiences import may_see_people_rows
from .consents import asked_in_rounds
from .look_ups import LookUp
from .once import once
from .people import Seat
from .rounds import Round
from .taking_part import declining
from .workshops import Workshop

# Counted by what each is of, which Django counts in a query like any other.
SEATS = LookUp(
    lambda workshop: (
        asked_in_rounds(workshop).values("workshop").annotate(n=Count("pk")).values_list("n", flat=True)
    )
)


def answering(workshop: Workshop) -> int:
    """Count the seats that are asked in rounds."""
    return sum(SEATS(workshop))


def could_answer(round: Round) -> int:
    """Count who sits there now and can answer a round, or could before its end."""
    if round.is_over:
        return once(round.workshop, _came_in_time, round)
    return once(round.workshop, answering, round.workshop)


def _came_in_time(round: Round) -> int:
    return _asked_in(round).count()


def _asked_in(round: Round) -> QuerySet[Seat]:
    asked = asked_in_rounds(round.workshop_id)
    if not round.is_over:
        return asked
    in_time = Q(created_at__lte=round.ended_at)
    if round.is_pack:  # more time for it can be given to who came later
        in_time |= Q(extra_until__gt=round.ended_at)
    return asked.filter(in_time)


def seats_asked(round: Round) -> int:
    """Count who was asked: participants who came in time, and those who answered and were removed since.

    Who never agreed to take part was not asked; where names are open, who takes no part any more counts only
    if their answer does. Where names are hidden it stays as it was at the reveal: a count that changed
    with a removal would tell whether that person had answered.
    """
    if round.asked is not None:
        return round.asked
    asked = _asked_in(round)
    if may_see_people_rows(round.workshop):
        asked = asked.exclude(pk__in=declining(round.workshop).values("pk"))
    counts = Q(pk__in=asked.values("pk")) | Q(ballots__round=round)
    return Seat.objects.filter(counts, workshop_id=round.workshop_id).distinct().count()
