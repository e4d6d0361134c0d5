"""Taking a workshop out: who took what is written down, in a chain that shows if a line was changed."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from workshop.exports import FORMATS
from workshop.exports.cells import CSV_TYPE
from workshop.exports.comparison import write_comparison
from workshop.models import Seat, Workshop
from workshop.models.comparison import comparison_of, seats_in_series

from .auditing import audit
from .kit import locked


@dataclass(frozen=True)
class Taken:
    """An export that was made: its bytes, the name of its file and its type."""

    content: bytes
    filename: str
    content_type: str


def export_workshop(workshop: Workshop, format: str, seat: Seat | None = None) -> Taken:
    """Write a workshop in a format, and note in the audit who took it.

    Args:
        format: a key of ``exports.FORMATS``.
        seat: who takes it; ``None`` for whoever runs the server.

    Raises:
        KeyError: there is no such format.
    """
    chosen = FORMATS[format]
    with transaction.atomic():
        locked(workshop.pk)
        audit(workshop, seat, "exported", format=format)
    name = f"roundel-{workshop.slug}-{timezone.now():%Y%m%d-%H%M}.{chosen.name}"
    return Taken(chosen.write(workshop), name, chosen.content_type)


def export_comparison(seat: Seat) -> Taken:
    """Write the comparison as its page shows it to this facilitator, and note it in each workshop's audit."""
    with transaction.atomic():
        seats = seats_in_series(seat)
        for each in sorted(seats, key=lambda one: one.workshop_id):  # locks in one order, whoever asks
            locked(each.workshop_id)
            audit(each.workshop, each, "exported", format="comparison", taken_from=seat.workshop.slug)
        content = write_comparison(comparison_of([each.workshop for each in seats]))
    name = f"roundel-{seat.workshop.slug}-comparison-{timezone.now():%Y%m%d-%H%M}.csv"
    return Taken(content, name, CSV_TYPE)
