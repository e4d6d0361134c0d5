"""Saying how somebody is credited: by themselves, or entered by a facilitator, marked as such."""

from django.db import transaction

from workshop.models import Contribution, Credit, Seat
from workshop.models.credits import WantedCredit, credit_of

from .kit import done, locked


def save_credit(seat: Seat, wanted: WantedCredit, rev: int, *, by: Seat | None = None) -> Credit:
    """Set how a seat is credited. It is taken after the close too, until the paper is out.

    Args:
        rev: of the credit that the page showed; 0 for none.
        by: the facilitator who enters it for the person, if anybody does.

    Raises:
        Forbidden, Stale, Invalid: as for ``Credit.change``.
    """
    with transaction.atomic():
        locked(seat.workshop_id)
        credit = credit_of(seat)
        if not credit.change(wanted, rev, by or seat):
            return credit
        credit.save()
        credit.contributions.exclude(role__in=wanted.roles).delete()
        had = set(credit.contributions.values_list("role", flat=True))
        Contribution.objects.bulk_create(
            Contribution(credit=credit, role=role) for role in dict.fromkeys(wanted.roles) if role not in had
        )
        done(by or seat, "credit_said", of=seat.uid)
    return credit
