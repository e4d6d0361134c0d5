"""The right to take files with names: given by the first facilitator, one by one, and to nobody at first."""

from django.utils.translation import gettext as _

from .audiences import may_see_people_rows
from .people import Seat
from .refusals import Forbidden
from .workshops import Workshop


def gives_full_data(seat: Seat) -> bool:
    """Whether a seat says who may take files with names: the earliest of the facilitators who are there."""
    facilitators = Seat.objects.present().filter(workshop=seat.workshop_id, role=Seat.Role.FACILITATOR)
    first = facilitators.order_by("pk").first()
    return first is not None and first.pk == seat.pk


def what_it_adds(workshop: Workshop) -> str:
    """Return, in a sentence, what a file has for who holds the right that it has for nobody else."""
    if may_see_people_rows(workshop):
        return _(
            "With this right, the files of answers and comments have people’s names, and those of credit and "
            "quotes the names that people agreed to."
        )
    return _(
        "Names are hidden in this workshop, so this right adds only the names by which people asked to be "
        "credited. No file says who wrote or chose what."
    )


def puts_words_by_names(seat: Seat) -> bool:
    """Whether the packs that a seat takes by name have people's words: by the right, if names are open."""
    return seat.full_data and may_see_people_rows(seat.workshop)


def require_giving(by: Seat, seat: Seat) -> None:
    """Raise Forbidden unless ``by`` may give the right to full data to a seat, or take it away."""
    if not gives_full_data(by):
        raise Forbidden(_("Only the first facilitator says who may take files with names."))
    if not seat.is_facilitator or seat.removed_at:
        raise Forbidden(_("Only facilitators can take files."))
