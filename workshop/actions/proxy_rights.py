"""Who may enter answers for whom."""

from django.utils.translation import gettext as _

from workshop.models import Closed, Forbidden, Seat
from workshop.models.consents import needs_consent

from .auditing import audit_daily


def require_proxy(by: Seat, seat: Seat, *, agreed: bool = True) -> None:
    """Raise unless a facilitator may enter an answer for a seat of the same workshop.

    Args:
        agreed: whether the person must have agreed to take part.

    Raises:
        Forbidden: not a facilitator, not somebody who takes part, or somebody who has not agreed.
        Closed: the seat was removed.
    """
    if not by.is_facilitator or by.workshop_id != seat.workshop_id or not seat.is_participant:
        raise Forbidden(_("Only facilitators enter answers, and only for people who take part."))
    if seat.removed_at:
        raise Closed(_("This seat was removed. Give it back first."))
    if agreed and needs_consent(seat):
        raise Forbidden(_("Record first what this person agrees to: without that, nothing is entered."))


def require_proxy_now(by: Seat, seat: Seat, *, agreed: bool = True) -> None:
    """Raise as ``require_proxy`` does, by what both seats are at this moment.

    Inside a transaction that locked the workshop: whoever removes a seat holds the same lock. That something
    is entered for this person is noted in the audit with it, once a day.
    """
    for each in (by, seat):
        each.refresh_from_db(fields=["role", "removed_at"])
    if by.removed_at:
        raise Forbidden(_("Your seat was removed, so nothing was saved."))
    require_proxy(by, seat, agreed=agreed)
    audit_daily(by, "entered_for", seat=seat.uid)
