"""Links between cards, made and removed by whoever leads; and where each participant would start."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import LIMITS, Card, Closed, Forbidden, Invalid, Seat, Stale, Start, Tie, checked_text
from workshop.models.closing import require_going_on

from .changes import require_changeable
from .kit import done, leading, lock_promise, locked
from .turns import take_numbers_in_turn

ON_TABLE = (Card.Status.LIVE, Card.Status.NESTED)


def tie_cards(seat: Seat, tail: Card, head: Card, reason: str, *, uid: UUID) -> Tie:
    """Say that one card bears on another, and why. The same uid again changes nothing.

    Raises:
        Invalid: no reason, one too long, or the same card twice.
        Forbidden: the seat does not lead (any more).
        Closed: a card is not on the table, the two are linked already, or the workshop is closed.
        Stale: the form was sent before for other cards. Tie.DoesNotExist: the uid is another seat's.
    """
    reason = checked_text(reason, limit=LIMITS["reason"], name=_("The reason"), required=True)
    if tail.pk == head.pk:
        raise Invalid(_("Choose two different cards."))
    with transaction.atomic():
        workshop = leading(seat)
        if same := workshop.ties.filter(uid=uid).first():
            return _same(seat, same, tail, head)
        require_changeable(workshop)
        for card in (tail, head):
            _require_on_table(card)
        _require_untied(tail, head)
        tie = Tie.objects.create(workshop=workshop, uid=uid, tail=tail, head=head, reason=reason, seat=seat)
        done(seat, "cards_tied", announce.ties_changed, announce.ROOM, tie=uid)
    return tie


def remove_tie(seat: Seat, tie: Tie) -> None:
    """Take a link away; it can be put back. Twice changes nothing.

    Raises:
        Forbidden: the seat does not lead (any more). Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = leading(seat)
        require_going_on(workshop, "cards")
        if workshop.ties.filter(pk=tie.pk, removed_at__isnull=True).update(removed_at=timezone.now()):
            done(seat, "tie_removed", announce.ties_changed, announce.ROOM, tie=tie.uid)


def restore_tie(seat: Seat, tie: Tie) -> None:
    """Put a link back that was taken away. Twice changes nothing.

    Raises:
        Forbidden: the seat does not lead (any more).
        Closed: the two cards are linked anew by now, or the workshop is closed.
    """
    with transaction.atomic():
        workshop = leading(seat)
        require_going_on(workshop, "cards")
        gone = workshop.ties.filter(pk=tie.pk, removed_at__isnull=False)
        if gone.exists():
            _require_untied(tie.tail, tie.head)
            gone.update(removed_at=None)
            done(seat, "tie_restored", announce.ties_changed, announce.ROOM, tie=tie.uid)


def mark_start(seat: Seat, card: Card, wanted: bool) -> None:
    """Say whether this seat would start with a card: a state, so that saying it twice changes nothing.

    Raises:
        Forbidden: the seat does not take part.
        Closed: the card is not on the table any more, nobody was asked yet, or the workshop is closed.
    """
    if not seat.is_participant:
        raise Forbidden(_("Those who take part say where they would start. Your seat is not asked."))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_changeable(workshop)
        if wanted:
            _require_on_table(card)
            lock_promise(workshop.pk)
            Start.objects.get_or_create(card=card, seat=seat)
        else:
            Start.objects.filter(card=card, seat=seat).delete()
        announce.start_marked(workshop.pk, take_numbers_in_turn)


def _same(seat: Seat, tie: Tie, tail: Card, head: Card) -> Tie:
    if tie.seat_id != seat.pk:
        raise Tie.DoesNotExist
    if (tie.tail_id, tie.head_id) != (tail.pk, head.pk):
        raise Stale(_("This form was sent before, for two other cards. Those were linked."))
    return tie


def _require_on_table(card: Card) -> None:
    card.refresh_from_db(fields=["status"])
    if card.status not in ON_TABLE:
        raise Closed(_("Card %s is not on the table any more. Nothing was changed.") % card.label)


def _require_untied(tail: Card, head: Card) -> None:
    if Tie.objects.filter(tail=tail, head=head, removed_at__isnull=True).exists():
        said = _(
            "Card %(tail)s is linked to card %(head)s already. Remove that link first to give another reason."
        )
        raise Closed(said % {"tail": tail.label, "head": head.label})
