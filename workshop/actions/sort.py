"""Placing cards: a state that is set, so that sending it again changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import LIMITS, Ballot, Card, Invalid, Mark, Round, Seat, Stale, checked_text, clean_line
from workshop.models.placing import Placing
from workshop.models.proxy_rounds import cards_to_place

from .kit import take_numbers
from .rounds import locked_round, own_ballot

CIRCLES = (Mark.Zone.INNER, Mark.Zone.OUTER)
NOWHERE = ("", "")
Choice = tuple[Card, str, str | None]  # a card, its zone, why it is not placed (``None`` keeps what was said)


@dataclass(frozen=True)
class Row:
    """What a form says of one card, a zone and a reason on one line: as sent, and as its page showed it."""

    card: Card
    sent: tuple[str, str]
    seen: tuple[str, str]


@dataclass(frozen=True)
class Move:
    """A card that goes to a place, from 1, in the circle that its page showed it in."""

    card: Card
    zone: str
    place: int


def place_card(
    seat: Seat, round: Round, card: Card, zone: str, *, place: int | None = None, reason: str | None = None
) -> Ballot:
    """Put a card in a circle, or say that it is not placed.

    Args:
        seat: whose sort it is.
        round: a sort that is open.
        card: a card that the round asks about, or the seat's own blank card.
        zone: ``inner``, ``outer`` or ``unplaced``.
        place: where in its circle, from 1; this puts the whole circle in order. ``None`` keeps an order that
            is there (the card goes last) and makes none.
        reason: why it is not placed; ``None`` keeps what was said.

    Raises:
        Invalid: no such zone, the reason is too long, or the round does not ask about the card.
        Closed: the round takes no answers now. Forbidden: the seat is not a participant.
    """
    zone, reason = _checked(zone, reason)
    with transaction.atomic():
        round = locked_round(round)
        ballot = own_ballot(seat, round)
        _require_asked(seat, round, [card])
        placing = Placing(ballot)
        placing.move(card, zone, place, reason)
        settle(round, placing)
    return ballot


def place_cards(
    seat: Seat, round: Round, rows: Sequence[Row], *, move: Move | None = None, clear: str = ""
) -> bool:
    """Save what was changed on a form, or nothing of it. A row that says what its page showed is no change.

    Costs a fixed number of queries, whatever the number of rows.

    Args:
        rows: every card that the form names.
        move: done after the rows, unless the form itself sends the card elsewhere.
        clear: a circle whose cards are made equal in the end.

    Returns:
        whether anything had to be written.

    Raises:
        Stale: a card that was changed here was changed elsewhere too; ``data["cards"]`` holds their uids.
        Invalid, Closed, Forbidden: as for ``place_card``.
    """
    with transaction.atomic():
        round = locked_round(round)
        saved = _saved(seat, round)
        changed = [row for row in rows if row.sent not in (row.seen, saved.get(row.card.pk, NOWHERE))]
        if not (changed or move or clear):
            return False
        ballot = own_ballot(seat, round)  # whether it takes answers comes before what they are
        if move and move.card in [row.card for row in changed]:
            move = None
        _require_fresh(saved, changed, move)
        placing = Placing(ballot)
        _place_rows(seat, round, placing, changed)
        if move:
            _require_asked(seat, round, [move.card])
            placing.move(move.card, move.zone, move.place)
        if clear:
            placing.make_equal(_circle(clear))
        return settle(round, placing)


def enter_cards(by: Seat, seat: Seat, round: Round, choices: Sequence[Choice]) -> bool:
    """Place cards for a seat, marked as entered by a facilitator. Inside a transaction that locked the round.

    A card that lies there already is marked too: else what is hidden could be guessed from what is saved.
    Returns whether anything was written; raises as ``place_card`` does.
    """
    cards = [card for card, _zone, _reason in choices]
    asked = [card.pk for card in (*cards, *(each.card for each in cards_to_place(seat, round)))]
    placing = Placing(own_ballot(seat, round), by, among=asked)
    _require_asked(seat, round, cards)
    for card, sent, why in choices:
        zone, reason = _checked(sent, why)
        placing.move(card, zone, reason=reason)
    return settle(round, placing)


def _place_rows(seat: Seat, round: Round, placing: Placing, rows: list[Row]) -> None:
    _require_asked(seat, round, [row.card for row in rows])
    for row in rows:
        zone, reason = _checked(*row.sent)
        placing.move(row.card, zone, reason=reason)


def _saved(seat: Seat, round: Round) -> dict[int, tuple[str, str]]:
    marks = Mark.objects.filter(ballot__round=round, ballot__seat=seat)
    return {mark.card_id: (mark.zone, clean_line(mark.reason)) for mark in marks}


def _require_fresh(saved: dict[int, tuple[str, str]], changed: list[Row], move: Move | None) -> None:
    stale = [row.card for row in changed if row.seen != saved.get(row.card.pk, NOWHERE)]
    if move and move.zone != saved.get(move.card.pk, NOWHERE)[0]:
        stale.append(move.card)
    if stale:
        raise Stale(
            _(
                "You changed this elsewhere after this page was loaded, so nothing was saved. The cards in "
                "question show both. Choose for each, then save again."
            ),
            cards=[str(card.uid) for card in stale],
        )


def clear_order(seat: Seat, round: Round, zone: str) -> Ballot:
    """Make all cards of a circle equal again.

    Raises: Invalid where the zone is not a circle; Closed and Forbidden as ``place_card`` does.
    """
    zone = _circle(zone)
    with transaction.atomic():
        ballot = own_ballot(seat, locked_round(round))
        ballot.marks.filter(zone=zone).update(place=None)
        Ballot.objects.filter(pk=ballot.pk).update(rev=F("rev") + 1)
    return ballot


def _checked(zone: str, reason: str | None) -> tuple[str, str | None]:
    if zone not in Mark.Zone.values:
        raise Invalid(_("Choose inner, outer or not placed."))
    if reason is not None:
        reason = checked_text(reason, limit=LIMITS["reason"], name=_("The reason"))
    return zone, reason


def _circle(zone: str) -> str:
    if zone not in CIRCLES:
        raise Invalid(_("Choose the inner or the outer circle."))
    return zone


def _require_asked(seat: Seat, round: Round, cards: list[Card]) -> None:
    asked = set(round.round_cards.values_list("card_id", flat=True))
    for card in cards:
        own_blank = card.is_blank and card.proposer_id == seat.pk and bool(card.title)
        if not own_blank and card.pk not in asked:
            raise Invalid(_("This card is not in this sort. Load the page again to see its cards."))


def settle(round: Round, placing: Placing) -> bool:
    """Write the marks that changed, if any, and tell who shows them."""
    changed = placing.changed
    if not changed:
        return False
    Mark.objects.bulk_create([each for each in changed if each.pk is None])
    known = [each for each in changed if each.pk is not None]
    if known:
        Mark.objects.bulk_update(known, ["zone", "place", "reason", "proxy"])
    Ballot.objects.filter(pk=placing.ballot.pk).update(rev=F("rev") + 1)
    if round.is_pack:
        announce.pack_touched(round.workshop_id, take_numbers)
    else:
        announce.ballot_cast(round.workshop_id, take_numbers)
    return True
