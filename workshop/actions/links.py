"""Personal links: mint one, take a seat with one, revoke."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.models import Closed, Link, Seat
from workshop.models.links import earlier_links

from .kit import done, locked


def mint_link(by: Seat, seat: Seat, purpose: str = Link.Purpose.COPY) -> str:
    """Make one more personal link for a seat; earlier ones stay valid.

    Args:
        by: the facilitator who asks, or the seat itself (when it joined by code).
        seat: whose link it is.

    Returns:
        the secret, which is shown once and not kept.
    """
    link, secret = Link.fresh(seat, purpose)
    with transaction.atomic():
        link.save()
        done(by, "link_made", seat=seat.uid, link=link.uid)
    return secret


def find_link(secret: str) -> Link | None:
    """Return the link of a secret, with its seat, person and workshop, whether or not it is still valid."""
    related = "seat__workshop", "seat__person"
    return Link.objects.select_related(*related).filter(digest=Link.digest_of(secret)).first()


def take_seat(link: Link) -> Link:
    """Note that a personal link was used now.

    Raises:
        Closed: it was revoked, is spent or out of date, or its seat was removed.
    """
    if not link.is_valid or (link.purpose == Link.Purpose.DEMO and link.used_at):
        raise Closed(_("This link no longer works. Ask whoever invited you for a new one."))
    fresh = Link.objects.filter(pk=link.pk, revoked_at__isnull=True)
    if link.purpose == Link.Purpose.DEMO:
        fresh = fresh.filter(used_at__isnull=True)
    if not fresh.update(used_at=timezone.now()):
        raise Closed(_("This link no longer works. Ask whoever invited you for a new one."))
    return link


def renew_link(by: Seat, seat: Seat) -> str:
    """End all personal links of a seat and make a new one: both happen, or neither.

    Of two renewals at once the later ends the link of the earlier.

    Returns:
        the new link's secret, which is shown once and not kept.
    """
    with transaction.atomic():
        locked(by.workshop_id)
        revoke_links(by, seat)
        return mint_link(by, seat)


def end_earlier_links(by: Seat, kept: Collection[Link]) -> int:
    """End the links of some seats that were made before these, and every browser that came in through them.

    Returns:
        how many links were ended.

    Raises:
        Closed: none of those to be kept works any more, so nobody would be left with one.
    """
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        pks = [link.pk for link in kept]
        standing = list(Link.objects.valid().filter(pk__in=pks, seat__workshop=workshop))
        if not standing:
            raise Closed(_("These links have ended themselves, so none of the earlier ones was ended."))
        ended = earlier_links(standing)
        count = Link.objects.filter(pk__in=[link.pk for link in ended]).update(revoked_at=timezone.now())
        if count:
            seats = {link.seat_id for link in ended}
            uids = Seat.objects.filter(pk__in=seats).values_list("uid", flat=True)
            done(by, "earlier_links_ended", count=count, seats=" ".join(sorted(map(str, uids))))
    return count


def end_unprinted(by: Seat, secrets: Collection[str]) -> None:
    """End links that came to nobody, since what they were to stand in could not be made."""
    with transaction.atomic():
        locked(by.workshop_id)
        links = Link.objects.filter(digest__in=[Link.digest_of(secret) for secret in secrets])
        seats = sorted(str(uid) for uid in links.values_list("seat__uid", flat=True))
        count = links.update(revoked_at=timezone.now())
        done(by, "links_unprinted", count=count, seats=" ".join(seats))


def revoke_links(by: Seat, seat: Seat) -> int:
    """End all personal links of a seat, and every browser that came in through them.

    Returns:
        how many links were ended.
    """
    with transaction.atomic():
        locked(by.workshop_id)
        valid = Link.objects.filter(seat=seat, revoked_at__isnull=True)
        count = valid.update(revoked_at=timezone.now())
        if count:
            done(by, "links_revoked", seat=seat.uid)
    return count
