"""What one person is asked beside the pack and the stage: rounds that are open now, answered or not."""

from dataclasses import dataclass

from django.db.models import Q

from .ballots import Ballot, Mark
from .look_ups import LookUp
from .people import Seat
from .rounds import Round
from .workshops import Workshop


@dataclass(frozen=True)
class Asked:
    """An open round, and whether this person has begun to answer it."""

    round: Round
    is_answered: bool


@dataclass(frozen=True)
class Progress:
    """How many of the cards that a round asks about one person has answered."""

    answered: int
    cards: int


def progress_in(seat: Seat, round: Round) -> Progress:
    """Return how far a seat is in a round, in two queries."""
    marks = Mark.objects.filter(ballot__round=round, ballot__seat=seat, card__round_cards__round=round)
    return Progress(marks.count(), round.round_cards.count())


ANSWERED = LookUp(
    lambda seat, rounds: Ballot.objects.filter(
        Q(marks__isnull=False) | ~Q(state=Ballot.State.STARTED), seat=seat, round__in=rounds
    ).values_list("round_id", flat=True)
)


def asked_beside(seat: Seat, shown: Round | None = None) -> list[Asked]:
    """Return the open rounds that a participant finds neither in the pack nor on the stage (``shown``)."""
    if not seat.is_participant:
        return []
    beside = rounds_beside(seat.workshop, shown)
    if not beside:
        return []
    known = set(ANSWERED(seat, [each.pk for each in beside]))
    return [Asked(each, each.pk in known) for each in beside]


def rounds_beside(workshop: Workshop, shown: Round | None) -> list[Round]:
    """Return the open rounds that are neither the pack nor on the stage (``shown``)."""
    rounds = [each for each in workshop.rounds_in_order() if each.is_open and not each.is_pack]
    return [each for each in rounds if each != shown]
