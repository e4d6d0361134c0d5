"""A change of cards written by who leads and put to the group at the same press: both, or neither."""

from uuid import UUID

from django.db import transaction

from workshop.models import Proposal, Seat
from workshop.models.wanted import Wanted

from .proposals import propose_change, put_proposal


def put_change(seat: Seat, wanted: Wanted, *, uid: UUID) -> Proposal:
    """Propose a change and put it to the group, in one transaction. The same uid again changes nothing.

    Raises:
        Invalid, Forbidden, Closed, Stale, Proposal.DoesNotExist: as for ``propose_change`` and
            ``put_proposal``; then nothing is proposed either.
    """
    with transaction.atomic():
        return put_proposal(seat, propose_change(seat, wanted, uid=uid))
