"""The right to take files with names: given by the first facilitator, one by one, and to nobody at first."""

from django.utils.translation import gettext as _

from .people import Seat
from .refusals import Forbidden


def gives_full_data(seat: Seat) -> bool:
    """Whether a seat says who may take files with names: the earliest of the facilitators who are there."""
    facilitators = Seat.objects.present().filter(workshop=seat.workshop_id, role=Seat.Role.FACILITATOR)
    first = facilitators.order_by("pk").first()
    return first is not None and first.pk == seat.pk


def require_giving(by: Seat, seat: Seat) -> None:
    """Raise Forbidden unless ``by`` may give the right to full data to a seat, or take it away."""
    if not gives_full_data(by):
        raise Forbidden(_("Only the first facilitator says who may take files with names."))
    if not seat.is_facilitator or seat.removed_at:
        raise Forbidden(_("Only facilitators can take files."))
