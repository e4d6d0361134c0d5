"""Taking a workshop out: who took what is written down, in a chain that shows if a line was changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from workshop.exports import FORMATS, Format
from workshop.exports.cells import CSV_TYPE
from workshop.exports.comparison import write_comparison
from workshop.exports.document import Data, document_of
from workshop.exports.taking import Prepared, Wanted, prepared
from workshop.models import Seat, Workshop
from workshop.models.comparison import comparison_of, seats_in_series

from .auditing import audit
from .kit import locked

MOST_NAMED = 100  # places that were left are listed in the audit up to here, and counted beyond
NOTE_TYPE = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Taken:
    """An export that was made: its bytes, the name of its file and its type."""

    content: bytes
    filename: str
    content_type: str


def export_workshop(
    workshop: Workshop,
    format: str,
    seat: Seat | None = None,
    *,
    reuse: bool = False,
    left: Mapping[str, str] | None = None,
) -> Taken:
    """Write a workshop in a format, and note in the audit who took it.

    A seat gets it without names unless it holds the right to full data, and with every name, address and
    number that was found in free text replaced, but for the places in ``left``.

    Args:
        format: a key of ``exports.FORMATS``.
        seat: who takes it; ``None`` for whoever runs the server and reads everything: nothing is taken out.
        reuse: whether it is for re-use, without the words of those who did not agree to that.
        left: by the key of each place that stays as it is, why.

    Raises:
        KeyError: there is no such format.
    """
    chosen = FORMATS[format]
    if seat is None:
        with transaction.atomic():
            locked(workshop.pk)
            audit(workshop, seat, "exported", format=format)
        return _file(workshop, chosen, document_of(workshop))
    wanted = Wanted(seat.full_data, reuse, left or {})
    ready = prepared(workshop, chosen, wanted)  # before the lock: it takes seconds, and the room goes on
    with transaction.atomic():
        locked(workshop.pk)
        audit(workshop, seat, "exported", format=format, **_taken(ready, wanted))
    return _file(workshop, chosen, ready.document)


def _file(workshop: Workshop, chosen: Format, document: Data) -> Taken:
    return Taken(chosen.write(document), _filename(workshop, chosen.ending), chosen.content_type)


def note_beside(seat: Seat, format: str, *, reuse: bool, left: Mapping[str, str]) -> Taken:
    """Write the note that lies beside a file: what was left out of it. It has no words of anybody in it."""
    ready = prepared(seat.workshop, FORMATS[format], Wanted(seat.full_data, reuse, left))
    return Taken(ready.note, _filename(seat.workshop, f"{format}.txt"), NOTE_TYPE)


def _filename(workshop: Workshop, ending: str) -> str:
    return f"roundel-{workshop.slug}-{timezone.now():%Y%m%d-%H%M}.{ending}"


def _taken(ready: Prepared, wanted: Wanted) -> dict[str, object]:
    """Return, in ids and numbers, how a file was taken: with names or not, and what was left in its words."""
    places = [f"{place.part}/{place.row}:{wanted.left[place.key]}" for place in ready.left[:MOST_NAMED]]
    facts: dict[str, object] = {"full": wanted.full, "reuse": wanted.reuse}
    facts |= {"replaced": ready.replaced, "kept": len(ready.left)}
    return {**facts, "places": " ".join(places)}


def export_comparison(seat: Seat) -> Taken:
    """Write the comparison as its page shows it to this facilitator, and note it in each workshop's audit."""
    with transaction.atomic():
        seats = seats_in_series(seat)
        for each in sorted(seats, key=lambda one: one.workshop_id):  # locks in one order, whoever asks
            locked(each.workshop_id)
            audit(each.workshop, each, "exported", format="comparison", taken_from=seat.workshop.slug)
        content = write_comparison(comparison_of([each.workshop for each in seats]))
    return Taken(content, _filename(seat.workshop, "comparison.csv"), CSV_TYPE)
