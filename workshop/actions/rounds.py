"""Rounds: opened, closed, revealed; and the answers that people give in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.live import announce
from workshop.models import Ballot, Card, Forbidden, Invalid, Refusal, Round, Seat
from workshop.models.extra_time import require_open_for
from workshop.models.stepping import put_back

from .ballots import store_choices
from .keeping import keep_asked
from .kit import done, leading, lock_promise, locked
from .pinning import pin_cards
from .turns import take_numbers_in_turn


def locked_round(round: Round, seat: Seat | None = None) -> Round:
    """Return the round as it is now, its workshop locked until the transaction ends.

    The workshop's row is the one lock for all that is written in it, so there is no order to get wrong,
    and whoever closes it waits for the answers that are under way.

    Args:
        seat: whoever must lead the workshop at this moment, or Forbidden is raised.
    """
    workshop = leading(seat) if seat else locked(round.workshop_id)
    found = Round.objects.get(pk=round.pk)
    found.workshop = workshop
    return found


def open_round(seat: Seat, round: Round) -> Round:
    """Ask the round: pin the cards and the words that people will see, and take answers. Once is enough.

    Raises:
        Invalid: there are no cards to ask about.
        Closed: it was revealed, or the workshop is closed.
    """
    with transaction.atomic():
        round = locked_round(round, seat)
        if not round.is_open:
            pin_cards(round)
            round.open()
            done(seat, "round_opened", announce.round_changed, round=round.number)
    return round


def close_round(seat: Seat, round: Round) -> Round:
    """Take no more answers. Closing twice changes nothing.

    Raises:
        Closed: it has not been opened.
    """
    with transaction.atomic():
        round = locked_round(round, seat)
        if round.state not in (Round.State.CLOSED, Round.State.REVEALED):
            round.close()
            done(seat, "round_closed", announce.round_changed, round=round.number)
    return round


def reveal_round(seat: Seat, round: Round) -> Round:
    """Close the round and let its result be seen, for good. A poll's result then orders the agenda,
    unless the workshop is closed: that ends the agenda, not the reveal.

    Raises:
        Closed: it has not been opened.
    """
    from .stage import order_agenda

    with transaction.atomic():
        round = locked_round(round, seat)
        if round.is_revealed:
            return round
        round.reveal()
        keep_asked(round)
        if round.kind == Round.Kind.POLL and not round.workshop.is_closed:
            order_agenda(round)
        done(seat, "round_revealed", announce.stage_moved, round=round.number)
    return round


def take_back_round(seat: Seat, round: Round) -> Round:
    """Return a round that nobody has answered to draft, so that the cards can be changed.

    Raises:
        Closed: somebody has answered.
    """
    with transaction.atomic():
        round = locked_round(round)
        if not round.is_draft:
            round.take_back()
            done(seat, "round_taken_back", announce.round_changed, round=round.number)
    return round


def put_back_round(seat: Seat, round: Round) -> bool:
    """Return a round that the last move opened to draft, unless somebody answers; return whether it is."""
    with transaction.atomic():
        round = locked_round(round, seat)
        if not put_back(round):
            return False
        done(seat, "round_put_back", announce.round_changed, round=round.number)
    return True


def own_ballot(seat: Seat, round: Round) -> Ballot:
    """Return the seat's ballot with its row locked, made if there is none. Inside a transaction.

    Raises:
        Forbidden: the seat is not asked in rounds. Closed: the round takes no answers of it now.
    """
    _require_participant(seat)
    require_open_for(round, seat)
    lock_promise(round.workshop_id)
    ballot, _made = Ballot.objects.get_or_create(round=round, seat=seat)
    return Ballot.objects.select_for_update().get(pk=ballot.pk)


def _require_participant(seat: Seat) -> None:
    if not seat.is_participant:
        raise Forbidden(_("Only participants answer rounds. Your seat prepares or watches the workshop."))


@dataclass(frozen=True)
class Vote:
    """What one seat chooses in a poll: the uids of its cards, or that it would rather not choose."""

    seat: Seat
    cards: frozenset[str]
    abstains: bool = False


def cast_ballots(round: Round, votes: Iterable[Vote]) -> list[Ballot | Refusal]:
    """Store votes in one transaction, the round locked and checked once for all of them.

    Each is a state: casting it again changes nothing. A vote that is refused does not hurt the others.

    Returns:
        for each vote its ballot, or the refusal: Closed (the round takes no answers), Invalid (no card, too
        many cards, or a card the round does not ask about), Forbidden (not a participant).
    """
    votes = list(votes)
    with transaction.atomic():
        round = locked_round(round)
        asked = {str(row.card.uid): row.card for row in round.round_cards.select_related("card")}
        refusals = [_refusal_of(round, asked, vote) for vote in votes]
        taken = [vote for vote, refusal in zip(votes, refusals, strict=True) if refusal is None]
        choices = {vote.seat.pk: _cards_of(asked, vote) for vote in taken}  # of one seat's, the last counts
        ballots = store_choices(round, choices)
        if ballots:
            lock_promise(round.workshop_id)
            announce.ballot_cast(round.workshop_id, take_numbers_in_turn)
    return [refusal or ballots[vote.seat.pk] for vote, refusal in zip(votes, refusals, strict=True)]


def _cards_of(asked: dict[str, Card], vote: Vote) -> list[Card]:
    return [] if vote.abstains else [asked[uid] for uid in vote.cards]


def _refusal_of(round: Round, asked: dict[str, Card], vote: Vote) -> Refusal | None:
    try:
        round.require_open()
        if not vote.abstains:
            _check_choice(round, asked, vote.cards)
        _require_participant(vote.seat)
    except Refusal as refusal:
        return refusal
    return None


def _check_choice(round: Round, asked: dict[str, Card], cards: frozenset[str]) -> None:
    if not cards:
        raise Invalid(_("Choose at least one card, or say that you would rather not choose."))
    if len(cards) > round.k:
        over = ngettext("Choose at most %(k)s card", "Choose at most %(k)s cards", round.k) % {"k": round.k}
        raise Invalid(_("%(over)s. Take one away, then send again.") % {"over": over})
    if not cards <= asked.keys():
        raise Invalid(_("One of these cards is not in this poll. Load the page again to see its cards."))
