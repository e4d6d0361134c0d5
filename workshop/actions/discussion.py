"""The discussion of a card: comments that arrive live, edited by whoever wrote them."""

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import (
    Card,
    Closed,
    Forbidden,
    Invalid,
    Remark,
    Seat,
    Stale,
    Version,
    Workshop,
    checked_text,
)
from workshop.models.closing import require_going_on
from workshop.models.lineage import lineage_of

from .kit import done, lock_promise, locked


def require_discussion(workshop: Workshop) -> None:
    """Raise Closed unless the workshop has begun and is not closed."""
    require_going_on(workshop, "comments")
    if not workshop.is_live:
        raise Closed(_("The workshop has not begun yet. Your words are still here: send them once it has."))


def post_remark(
    seat: Seat,
    card: Card,
    body: str,
    *,
    uid: uuid.UUID,
    kind: str = "",
    reply_to: Remark | None = None,
    by: Seat | None = None,
) -> Remark:
    """Say something about a card, to the whole group. The same uid again changes nothing.

    Args:
        card: a card of the seat's own workshop, whatever has become of it since the group took it up:
            what somebody was writing when it was taken back is kept with it.
        uid: made with the form; it makes sending twice harmless.
        kind: one of ``Remark.Kind``.
        reply_to: a comment on the card, or on one that it came from, that is no reply itself. The reply
            belongs where that comment is.
        by: the facilitator who enters it for the seat, if anybody does.

    Raises:
        Invalid: empty or too long, no such kind, or a reply to a reply or to another card's comment.
        Forbidden: an observer. Closed: the workshop has not begun, or is closed.
        Stale: the uid was used for other words.
        Remark.DoesNotExist: the uid is another seat's.
    """
    body = checked_text(body, limit=Remark.LIMIT, name=_("Your comment"), required=True)
    _check(seat, card, kind)
    card = _place_of(card, reply_to)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        known = Remark.objects.filter(workshop=workshop, uid=uid).first()
        if known:
            return _same(known, seat, card, body)
        require_discussion(workshop)
        lock_promise(workshop.pk)
        new = {"kind": kind, "reply_to": reply_to, "step_id": workshop.step_id, "rev": 1, "proxy": by}
        remark = Remark.objects.create(workshop=workshop, seat=seat, card=card, uid=uid, body=body, **new)
        done(by or seat, "remark_posted", announce.remark_changed, remark=uid, card=card.uid)
    return remark


def _check(seat: Seat, card: Card, kind: str) -> None:
    if not (seat.is_participant or seat.is_facilitator):
        raise Forbidden(_("Your seat watches the workshop, so it has no voice in the discussion."))
    if kind not in Remark.Kind.values:
        raise Invalid(_("Choose a kind of comment from the list, or none."))
    if not card.was_taken_up:
        raise Invalid(_("This card has not been taken up by the group yet, so it has no discussion."))


def _place_of(card: Card, reply_to: Remark | None) -> Card:
    """Return the card that a comment is stored with: a reply stays with what it answers.

    A change of cards, or its undoing, may lie between the form and its sending.
    """
    if reply_to is None:
        return card
    about = reply_to.card or (reply_to.prompt.card if reply_to.prompt else None)
    lineage = lineage_of(card.workshop)
    if about is None or reply_to.reply_to_id or not lineage.are_kin(card.pk, about.pk):
        raise Invalid(_("You can reply to a comment on the same card, but not to a reply."))
    return about


def _same(known: Remark, seat: Seat, card: Card, body: str) -> Remark:
    """Return the remark that was posted with this uid, if this is the same post again."""
    if known.seat_id != seat.pk:
        raise Remark.DoesNotExist
    first = known.versions.order_by("pk").values_list("body", flat=True).first()
    if known.card_id != card.pk or body not in (known.body, first):
        raise Stale(
            _("This was sent before with other words. Those are kept. Send again to add these as well.")
        )
    return known


def edit_remark(seat: Seat, remark: Remark, body: str, rev: int) -> Remark:
    """Change one's own comment; what it said before is kept as a version. The same words change nothing.

    Args:
        remark: a comment of this seat in the discussion.
        rev: the rev that the new words are based on.

    Raises:
        Invalid: empty or too long. Closed: it was withdrawn, or the workshop is closed.
        Stale: it was changed elsewhere; ``data`` has ``theirs`` and the current ``rev``.
    """
    body = checked_text(body, limit=Remark.LIMIT, name=_("Your comment"), required=True)
    with transaction.atomic():
        require_discussion(locked(seat.workshop_id))
        remark = Remark.objects.select_for_update().get(pk=remark.pk)
        if remark.withdrawn_at:
            raise Closed(_("You withdrew this comment, so it can no longer be changed. Write a new one."))
        if remark.body == body:
            return remark
        if remark.rev != rev:
            text = _("You changed this comment elsewhere a moment ago. Choose what it says.")
            raise Stale(text, theirs=remark.body, rev=remark.rev)
        Version.objects.create(remark=remark, rev=remark.rev, body=remark.body, seat=seat)
        remark.body, remark.rev, remark.saved_at = body, remark.rev + 1, timezone.now()
        remark.proxy = None  # whoever entered it, these words are the author's own
        remark.save(update_fields=["body", "rev", "saved_at", "proxy"])
        done(seat, "remark_edited", announce.remark_changed, remark=remark.uid)
    return remark
