"""What private notes of both kinds share: whose they are, who reads them, and whether they are put away."""

from collections.abc import Sequence

from django.utils import timezone

from workshop.models import Note, Seat, Workshop


def require_own(seat: Seat, note: Note, kind: str) -> None:
    """Raise Note.DoesNotExist unless it is a note of this kind and of this seat."""
    if note.seat_id != seat.pk or note.kind != kind:
        raise Note.DoesNotExist


def mark_shared(workshop: Workshop, notes: Sequence[Note], shared: bool) -> int:
    """Let the other facilitators read notes, or take them back; return how many that changed."""
    rows = workshop.notes.filter(pk__in=[note.pk for note in notes], removed_at__isnull=True)
    return rows.filter(shared_at__isnull=shared).update(shared_at=timezone.now() if shared else None)


def mark_removed(workshop: Workshop, note: Note, removed: bool) -> None:
    """Put a note away, or put it back."""
    at = timezone.now() if removed else None
    workshop.notes.filter(pk=note.pk, removed_at__isnull=removed).update(removed_at=at)
