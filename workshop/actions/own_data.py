"""A person takes along what a workshop holds about them; that they did is noted, without what it was."""

from django.db import transaction
from django.utils import timezone

from workshop.exports.own_data import write_own
from workshop.models import Seat
from workshop.models.languages import in_english

from .auditing import audit
from .exports import Taken
from .kit import locked


def take_own_data(seat: Seat) -> Taken:
    """Return all that a workshop holds about whoever has this seat, as a ZIP file, after the close too."""
    with transaction.atomic():
        audit(locked(seat.workshop_id), seat, "own_data_taken")
    name = f"my-data-{seat.workshop.slug}-{timezone.now():%Y%m%d-%H%M}.zip"
    with in_english():
        return Taken(write_own(seat), name, "application/zip")
