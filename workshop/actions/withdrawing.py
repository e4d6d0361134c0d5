"""A person withdraws from a workshop: by themselves, or recorded by a facilitator whom they asked."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Forbidden, Seat, Stale, Workshop
from workshop.models.audiences import AUDIENCES
from workshop.models.erasing import erase
from workshop.models.what_goes import goes_print

from .auditing import audit
from .chair import vacate_chair
from .erasure_ledger import SEAT, erasing
from .kit import locked, note, take_numbers
from .leftovers import wipe_leftovers

WITHDREW = "seat_withdrawn"


def withdraw(seat: Seat, by: Seat | None = None, *, agreed: str | None = None) -> bool:
    """Erase what a person wrote and who they are, for good, after the close too. Twice changes nothing.

    Args:
        by: the facilitator who records it for somebody who asked, if anybody does.
        agreed: the print of what was asked before the press (`goes_print`); ``None`` if nobody was asked.

    Returns:
        whether it was done now; not if it was done before.

    Raises:
        Forbidden: a facilitator's seat, or one without a person; or ``by`` is no facilitator here.
        Closed: the ledger of erasures cannot be written.
        Stale: a withdrawal does something else by now than was asked about.
    """
    require_withdrawable(seat, by)
    with erasing() as write:
        seat.workshop = workshop = locked(seat.workshop_id)  # whoever is asked again is asked what holds now
        found = workshop.seats.filter(pk=seat.pk, withdrawn_at=None).first()  # a shell has another key
        if found is None:
            return False
        if agreed is not None and agreed != goes_print(workshop):
            raise Stale(_("What a withdrawal does has changed. Nothing was erased yet."))
        erase_seat(found, by)
        write(SEAT, slug=workshop.slug, seat=seat.uid)
    return True


def erase_seat(seat: Seat, by: Seat | None = None, **ids: str) -> None:
    """Erase a seat, write that down without words, and tell the pages; the workshop is locked."""
    workshop = seat.workshop
    _free_chair(seat, by, workshop)
    shell = erase(seat)
    note(workshop.pk, by or shell, WITHDREW, seat=shell.uid)
    audit(workshop, by or shell, WITHDREW, whose=shell.uid, **ids)
    announce.person_withdrew(workshop.pk, take_numbers(workshop.pk, AUDIENCES))
    transaction.on_commit(wipe_leftovers, robust=True)


def require_withdrawable(seat: Seat, by: Seat | None = None) -> None:
    """Raise Forbidden unless a seat's person can withdraw."""
    if by and not (by.is_facilitator and by.workshop_id == seat.workshop_id):
        raise Forbidden(_("Only facilitators record that somebody withdraws."))
    if seat.is_facilitator:
        raise Forbidden(
            _(
                "A facilitator prepares the workshop for others, so their part in it cannot be taken out. "
                "Another facilitator can remove your seat; deleting the workshop erases everything."
            )
        )
    if seat.person_id is None and seat.withdrawn_at is None:
        raise Forbidden(_("This seat is a wall screen's, so there is nobody who could withdraw."))


def _free_chair(seat: Seat, by: Seat | None, workshop: Workshop) -> None:
    """Take somebody who withdraws out of the chair; where it was their own, a facilitator has it."""
    present = workshop.seats.present().filter(role=Seat.Role.FACILITATOR)
    heir = by or present.select_related("workshop").order_by("pk").first()
    if heir:
        heir.workshop = workshop
        vacate_chair(heir, seat, workshop)
