"""Ballots of a poll, many at once: as many statements for a room as for one person."""

from collections.abc import Collection, Mapping

from django.db.models import F

from workshop.models import Ballot, Card, Mark, Round

Choices = Mapping[int, Collection[Card]]  # by seat; no card: would rather not choose


def store_choices(round: Round, choices: Choices) -> dict[int, Ballot]:
    """Set what seats choose, whatever they chose before. Inside a transaction that has locked the round.

    A ballot is its seat's own then, whoever entered it before.

    Returns:
        the ballot of each seat.
    """
    ballots = _ballots_of(round, choices)
    former = Mark.objects.filter(ballot__in=ballots.values())
    former._raw_delete(former.db)  # at once: no quote hangs on a nomination, which has no reason
    Mark.objects.bulk_create(
        Mark(ballot=ballots[seat], card=card, nominated=True) for seat in choices for card in choices[seat]
    )
    for seat, ballot in ballots.items():
        ballot.state = Ballot.State.SENT if choices[seat] else Ballot.State.ABSTAINED
    for state in {ballot.state for ballot in ballots.values()}:
        of_state = [ballot.pk for ballot in ballots.values() if ballot.state == state]
        Ballot.objects.filter(pk__in=of_state).update(state=state, proxy=None, rev=F("rev") + 1)
    return ballots


def _ballots_of(round: Round, seats: Collection[int]) -> dict[int, Ballot]:
    """Return each seat's ballot, made if there is none; nobody else makes one while the round is locked."""
    rows = Ballot.objects.filter(round=round, seat__in=seats)
    found = {ballot.seat_id: ballot for ballot in rows}
    missing = [Ballot(round=round, seat_id=seat) for seat in seats if seat not in found]
    made = Ballot.objects.bulk_create(missing)
    return {seat: ballot for ballot in [*found.values(), *made] if (seat := ballot.seat_id)}
