"""Taking a workshop out: who took what is written down, in a chain that shows if a line was changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from workshop.exports import FORMATS, Format
from workshop.exports.cells import CSV_TYPE
from workshop.exports.comparison import write_comparison
from workshop.exports.deidentifying import no_real_workshop
from workshop.exports.material import Material
from workshop.exports.pictures.offered import picture_format, require_picture
from workshop.exports.taking import Prepared, Wanted, prepared
from workshop.models import Audit, Seat, Workshop
from workshop.models.comparison import comparison_of, seats_in_series
from workshop.models.reuse import require_reuse

from .auditing import audit
from .kit import locked

MOST_NAMED = 100  # places that were left are listed in the audit up to here, and counted beyond
MARKED = len("\ufeff".encode())  # what stands before the first line of a CSV
NOTE_TYPE = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Taken:
    """An export that was made: its bytes, the name of its file, its type, and what was left out of it."""

    content: bytes
    filename: str
    content_type: str
    notes: tuple[str, ...] = ()


def export_workshop(
    workshop: Workshop,
    format: str,
    seat: Seat | None = None,
    *,
    reuse: bool = False,
    left: Mapping[str, str] | None = None,
    names: bool = True,
    unsigned: bool = False,
) -> Taken:
    """Write a workshop in a format, and note in the audit who took it, before anything of it is read.

    A seat gets it without names unless it holds the right to full data, and with every name, address and
    number that was found in free text replaced, but for the places in ``left``.

    Args:
        format: a key of ``exports.FORMATS``.
        seat: who takes it; ``None`` for whoever runs the server and reads everything.
        reuse: whether it is for re-use, without the words of those who did not agree to that.
        left: by the key of each place that stays as it is, why.
        names: whether whoever runs the server takes it with names, and nothing replaced; else as a seat does.
        unsigned: whether names go from quotes as well that their speakers approved for print.

    Raises:
        KeyError: there is no such format.
        Forbidden: it would have a row for each person, and names are hidden.
        Closed: it is for re-use, and by now it is not known well enough whose the words are.
    """
    chosen = FORMATS[format]
    chosen.require_there(workshop)
    with transaction.atomic():  # the line first: whatever is taken away after it is told of this file
        workshop, wanted = locked(workshop.pk), replace(_wanted(seat, reuse, left), unsigned=unsigned)
        wanted = wanted if seat else replace(wanted, full=names, whole=names)
        line = audit(workshop, seat, "exported", format=format, full=wanted.full, reuse=reuse)
    return _taken(workshop, seat, chosen, wanted, line)


def export_picture(seat: Seat, name: str, kind: str) -> Taken:
    """Write one picture as "svg" or "png", and note who took which, before anything of it is read.

    Raises:
        NoSuchPicture: it is not there, or not revealed. Nothing is noted then.
    """
    require_picture(seat.workshop, name, kind)
    chosen = picture_format(name, kind)
    with transaction.atomic():
        workshop, wanted = locked(seat.workshop_id), _wanted(seat)
        line = audit(workshop, seat, "exported", format="picture", picture=name, kind=kind, full=wanted.full)
    return _taken(workshop, seat, chosen, wanted, line)


def _taken(workshop: Workshop, seat: Seat | None, chosen: Format, wanted: Wanted, line: Audit) -> Taken:
    """Write a file, and note which places in it were replaced or left, if there were any to choose of."""
    ready = _read(workshop, chosen, wanted)
    if not wanted.whole and (ready.replaced or ready.left):
        with transaction.atomic():
            audit(locked(workshop.pk), seat, "words_replaced", file=line.n, **_replaced(ready, wanted))
    return _file(workshop, chosen, ready.material)


def _wanted(seat: Seat | None, reuse: bool = False, left: Mapping[str, str] | None = None) -> Wanted:
    """Return how a file is wanted, with names by the right that its seat has now."""
    full = seat is not None and Seat.objects.filter(pk=seat.pk, full_data=True).exists()
    return Wanted(full, reuse, left or {})


def _read(workshop: Workshop, chosen: Format, wanted: Wanted) -> Prepared:
    """Prepare a file outside the lock: it takes seconds, and the room goes on.

    Where the link was destroyed meanwhile it is read again: no file is half of before and half of after.
    """
    ready, now = prepared(workshop, chosen, wanted), Workshop.objects.get(pk=workshop.pk)
    if wanted.reuse:
        require_reuse(now)
    return prepared(now, chosen, wanted) if now.is_unlinked != workshop.is_unlinked else ready


def _file(workshop: Workshop, chosen: Format, material: Material) -> Taken:
    content = chosen.write(material)
    if workshop.is_rehearsal and chosen.content_type == CSV_TYPE:
        content = content[:MARKED] + f"{no_real_workshop()}\r\n".encode() + content[MARKED:]
    notes = tuple(material.document.get("note", ()))
    return Taken(content, _filename(workshop, chosen.ending), chosen.content_type, notes)


def note_beside(
    seat: Seat, format: str, *, reuse: bool, left: Mapping[str, str], unsigned: bool = False
) -> Taken:
    """Write the note that lies beside a file: what was left out of it. It has no words of anybody in it."""
    wanted = Wanted(seat.full_data, reuse, left, unsigned=unsigned)
    ready = prepared(seat.workshop, FORMATS[format], wanted)
    return Taken(ready.note, _filename(seat.workshop, f"{format}.txt"), NOTE_TYPE)


def _filename(workshop: Workshop, ending: str) -> str:
    first = "rehearsal" if workshop.is_rehearsal else "roundel"
    return f"{first}-{workshop.slug}-{timezone.now():%Y%m%d-%H%M}.{ending}"


def _replaced(ready: Prepared, wanted: Wanted) -> dict[str, object]:
    """Return, in ids and numbers, how many places in a file were replaced, and which were left."""
    places = [f"{place.part}/{place.row}:{wanted.left[place.key]}" for place in ready.left[:MOST_NAMED]]
    return {"replaced": ready.replaced, "kept": len(ready.left), "places": " ".join(places)}


def export_comparison(seat: Seat) -> Taken:
    """Write the comparison as its page shows it to this facilitator, and note it in each workshop's audit."""
    with transaction.atomic():
        seats = seats_in_series(seat)
        for each in sorted(seats, key=lambda one: one.workshop_id):  # locks in one order, whoever asks
            locked(each.workshop_id)
            audit(each.workshop, each, "exported", format="comparison", taken_from=seat.workshop.slug)
        content = write_comparison(comparison_of([each.workshop for each in seats]))
    return Taken(content, _filename(seat.workshop, "comparison.csv"), CSV_TYPE)
