"""Parking a comment on another card, and bringing it back. The comment itself stays where it is."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Card, Closed, Invalid, Parking, Remark, Seat, Stale
from workshop.models.lineage import lineage_of
from workshop.models.parking import home_of, parked_on

from .discussion import require_discussion
from .kit import done, leading


def park_remark(seat: Seat, remark: Remark, card: Card, seen: str = "") -> None:
    """Show a comment, with its replies, on another card as well. Parking it there again changes nothing.

    Args:
        seat: who leads.
        remark: a comment about a card that the whole group may read, from a pack or from the discussion.
        card: a card on the table of the same workshop.
        seen: the uid of the card that the page showed it parked on; empty for none.

    Raises:
        Forbidden: the seat does not lead.
        Invalid: a reply, private words, a card that is not on the table, or one that shows it anyway.
        Closed: it was withdrawn, the workshop has not begun or is closed.
        Stale: it was parked or brought back elsewhere meanwhile.
    """
    with transaction.atomic():
        remark = _found(seat, remark)
        now = parked_on(remark)
        if now == card:
            return
        _require_seen(now, seen)
        _check(remark, card)
        remark.parkings.standing().update(ended_at=timezone.now())
        Parking.objects.create(remark=remark, card=card, seat=seat)
        done(seat, "remark_parked", announce.remark_changed, announce.ROOM, remark=remark.uid, card=card.uid)


def bring_back_remark(seat: Seat, remark: Remark, seen: str) -> None:
    """Show a comment on its own card alone again. Bringing it back twice changes nothing.

    Raises:
        Forbidden, Closed, Stale: as for ``park_remark``.
    """
    with transaction.atomic():
        remark = _found(seat, remark)
        now = parked_on(remark)
        if now is None:
            return
        _require_seen(now, seen)
        remark.parkings.standing().update(ended_at=timezone.now())
        done(seat, "remark_brought_back", announce.remark_changed, announce.ROOM, remark=remark.uid)


def _found(seat: Seat, remark: Remark) -> Remark:
    require_discussion(leading(seat))
    remark = Remark.objects.select_related("card", "prompt__card", "workshop").get(pk=remark.pk)
    if remark.withdrawn_at or not remark.body:
        raise Closed(_("This comment was taken back by its author, so there is nothing to park."))
    return remark


def _require_seen(now: Card | None, seen: str) -> None:
    if str(now.uid if now else "") == seen:
        return
    if now is None:
        raise Stale(_("This comment was brought back a moment ago. Look again, then choose."))
    says = _("This comment was parked on card %(label)s a moment ago. Look again, then choose.")
    raise Stale(says % {"label": now.label})


def _check(remark: Remark, card: Card) -> None:
    home = home_of(remark)
    if remark.reply_to_id:
        raise Invalid(_("A reply goes along with the comment that it answers. Park that one."))
    if home is None or remark.visibility != Remark.Visibility.GROUP:
        raise Invalid(_("Only a comment about a card that the whole group can read can be parked."))
    if card.status != Card.Status.LIVE or card.workshop_id != remark.workshop_id:
        raise Invalid(_("This card is not on the table any more. Choose another."))
    if home.pk in lineage_of(remark.workshop).reach(card.pk):
        raise Invalid(_("The comment shows under this card already. Choose another."))
