"""Marking cards on a spectrum: a state that is set, so that sending it again changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Ballot, Card, Invalid, Mark, Round, Seat

from .kit import take_numbers
from .rounds import locked_round, own_ballot


@dataclass(frozen=True)
class Position:
    """Where somebody sees a card, from 0 (its first pole) to 100; ``None`` leaves it unanswered."""

    card: Card
    now: int | None
    want: int | None


def mark_cards(seat: Seat, round: Round, positions: Iterable[Position]) -> None:
    """Set a seat's marks of some cards, or of none if one is refused.

    Raises:
        Invalid: a position is not from 0 to 100, or the round does not ask about a card.
        Closed: the round takes no answers now. Forbidden: the seat takes no part.
    """
    with transaction.atomic():
        enter_marks(seat, locked_round(round), positions)


def enter_marks(seat: Seat, round: Round, positions: Iterable[Position], *, by: Seat | None = None) -> None:
    """Set a seat's marks, inside a transaction that locked the round; raises as ``mark_cards`` does.

    Args:
        by: the facilitator who enters them for the seat, if anybody does. Else they are the seat's own.
    """
    ballot = own_ballot(seat, round)
    asked = set(round.round_cards.values_list("card", flat=True))
    for position in positions:
        _check(position, asked)
        _store(ballot, position, by)
    Ballot.objects.filter(pk=ballot.pk).update(rev=F("rev") + 1)
    announce.ballot_cast(round.workshop_id, take_numbers)


def _check(position: Position, asked: set[int]) -> None:
    if position.card.pk not in asked:
        raise Invalid(_("This card is not in this round. Load the page again to see its cards."))
    if any(value is not None and not 0 <= value <= 100 for value in (position.now, position.want)):
        raise Invalid(_("A mark lies from 0, at the first pole, to 100, at the second."))


def _store(ballot: Ballot, position: Position, by: Seat | None) -> None:
    """Keep a mark; without either answer there is no row, which means not answered."""
    if position.now is None and position.want is None:
        ballot.marks.filter(card=position.card).delete()
        return
    values = {"now": position.now, "want": position.want, "proxy": by}
    Mark.objects.update_or_create(ballot=ballot, card=position.card, defaults=values)
