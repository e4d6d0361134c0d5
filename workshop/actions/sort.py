"""Placing cards: a state that is set, so that sending it again changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import LIMITS, Ballot, Card, Invalid, Mark, Round, Seat, Stale, checked_text, clean_line

from .kit import take_numbers
from .rounds import locked_round, own_ballot

CIRCLES = (Mark.Zone.INNER, Mark.Zone.OUTER)
NOWHERE = ("", "")


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
    if zone not in Mark.Zone.values:
        raise Invalid(_("Choose inner, outer or not placed."))
    if reason is not None:
        reason = checked_text(reason, limit=LIMITS["reason"], name=_("The reason"))
    with transaction.atomic():
        round = locked_round(round)
        ballot = own_ballot(seat, round)
        _require_asked(seat, round, card)
        marks = list(ballot.marks.select_related("card"))
        _settle(_moved(ballot, marks, card, zone, place, reason))
        Ballot.objects.filter(pk=ballot.pk).update(rev=F("rev") + 1)
        if round.is_pack:
            announce.pack_touched(round.workshop_id, take_numbers)
        else:
            announce.ballot_cast(round.workshop_id, take_numbers)
    return ballot


def place_cards(
    seat: Seat, round: Round, rows: Sequence[Row], *, move: Move | None = None, clear: str = ""
) -> None:
    """Save what was changed on a form, or nothing of it. A row that says what its page showed is no change.

    Args:
        rows: every card that the form names.
        move: done after the rows, unless the form itself sends the card elsewhere.
        clear: a circle whose cards are made equal in the end.

    Raises:
        Stale: a card that was changed here was changed elsewhere too; ``data["cards"]`` holds their uids.
        Invalid, Closed, Forbidden: as for ``place_card``.
    """
    with transaction.atomic():
        round = locked_round(round)
        saved = _saved(seat, round)
        changed = [row for row in rows if row.sent not in (row.seen, saved.get(row.card.pk, NOWHERE))]
        if changed:
            own_ballot(seat, round)  # whether it takes answers comes before what they are
        if move and move.card in [row.card for row in changed]:
            move = None
        _require_fresh(saved, changed, move)
        for row in changed:
            place_card(seat, round, row.card, row.sent[0], reason=row.sent[1])
        if move:
            place_card(seat, round, move.card, move.zone, place=move.place)
        if clear:
            clear_order(seat, round, clear)


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

    Raises:
        Invalid: the zone is not a circle. Closed, Forbidden: as for ``place_card``.
    """
    if zone not in CIRCLES:
        raise Invalid(_("Choose the inner or the outer circle."))
    with transaction.atomic():
        ballot = own_ballot(seat, locked_round(round))
        ballot.marks.filter(zone=zone).update(place=None)
        Ballot.objects.filter(pk=ballot.pk).update(rev=F("rev") + 1)
    return ballot


def _require_asked(seat: Seat, round: Round, card: Card) -> None:
    own_blank = card.is_blank and card.proposer_id == seat.pk and bool(card.title)
    if not own_blank and not round.round_cards.filter(card=card).exists():
        raise Invalid(_("This card is not in this sort. Load the page again to see its cards."))


def _moved(
    ballot: Ballot, marks: list[Mark], card: Card, zone: str, place: int | None, reason: str | None
) -> list[Mark]:
    """Return all marks of the ballot with the card moved and the places of both circles made whole."""
    mark = next((each for each in marks if each.card_id == card.pk), None)
    if mark is None:
        mark = Mark(ballot=ballot, card=card)
        marks.append(mark)
    if reason is not None:
        mark.reason = reason
    left, stays = mark.zone, mark.zone == zone and place is None
    mark.zone = zone
    if not stays:
        _reorder([each for each in marks if each.zone == zone and each is not mark], mark, place)
    if left != zone:
        _number([each for each in marks if each.zone == left])
    return marks


def _in_order(marks: list[Mark]) -> list[Mark]:
    def shown(mark: Mark) -> tuple[int, bool, int, int]:
        return (mark.place or 0, mark.card.is_blank, mark.card.position, mark.card_id)

    return sorted(marks, key=shown)


def _reorder(others: list[Mark], mark: Mark, place: int | None) -> None:
    ordered = any(each.place for each in others)
    if mark.zone == Mark.Zone.UNPLACED or (place is None and not ordered):
        mark.place = None
        return
    circle = _in_order(others)
    circle.insert(len(circle) if place is None else max(place - 1, 0), mark)
    for n, each in enumerate(circle, start=1):
        each.place = n


def _number(marks: list[Mark]) -> None:
    if any(each.place for each in marks):
        for n, each in enumerate(_in_order(marks), start=1):
            each.place = n


def _settle(marks: list[Mark]) -> None:
    Mark.objects.bulk_create([each for each in marks if each.pk is None])
    known = [each for each in marks if each.pk is not None]
    if known:
        Mark.objects.bulk_update(known, ["zone", "place", "reason"])
