"""A facilitator's note on a step of the live hour, saved as it is typed and shared among facilitators.

It is a reflection pinned to the step, and to the time at which it was begun. It has no history.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.models import LIMITS, Closed, Forbidden, Invalid, Note, Seat, Stale, Step, checked_text
from workshop.models.replay import copies_of, step_note_of

from .kit import locked
from .notes import mark_removed
from .versions import KEEP, both_kept, changed_since

REFLECTION = Note.Kind.REFLECTION


def save_step_note(seat: Seat, step: Step, body: str, rev: int) -> Note | None:
    """Save what a facilitator notes on a step. The same words change nothing; none put the note away.

    Args:
        step: a step of the seat's own workshop.
        rev: the rev that the words are based on; 0 while nothing was saved.

    Returns:
        the note; none where there is nothing to keep.

    Raises:
        Forbidden: the seat does not facilitate. Invalid: too long.
        Stale: it was changed elsewhere. The words are kept as a note beside it: ``data`` has ``mine``,
            ``theirs``, the current ``rev`` and ``copy``, the uid of that note.
    """
    if not seat.is_facilitator:
        raise Forbidden(_("Only facilitators keep notes on a step."))
    body = checked_text(body, limit=LIMITS["long"], name=_("The note"))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        note = step_note_of(seat, step)
        if note is None:
            return _begin(seat, step, body) if body else None
        if note.body == body:
            return note
        if note.rev == rev and not body:
            mark_removed(workshop, note, removed=True)
            return None
        if note.rev == rev:
            return _write(note, body)
        copy = _keep(note, body)
    raise _both(note, copy, both_kept())


def decide_step_note(seat: Seat, step: Step, copy: Note, keep: str, rev: int) -> Note:
    """Decide between a note and another version of it; what is not kept is put away, both lie side by side.

    Args:
        copy: a version of the seat's own note on the step.
        keep: ``theirs`` (the note as it is), ``mine`` (the version) or ``both``.
        rev: the rev of the note when the person chose.

    Raises:
        Invalid: no such choice. Closed: it was decided elsewhere.
        Stale: the note was changed since; ``data`` as for ``save_step_note``.
    """
    if keep not in KEEP:
        raise Invalid(_("Choose which version to keep."))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        note = step_note_of(seat, step)
        copy = workshop.notes.get(pk=copy.pk)
        if note is None or copy not in copies_of(note):
            raise Closed(_("This was decided in another window. Load the page again to see how it stands."))
        if note.rev != rev:
            raise _both(note, copy, changed_since())
        if keep == "both":
            workshop.notes.filter(pk=copy.pk).update(copy_of=None)
            return note
        words, copy.body = (copy.body, note.body) if keep == "mine" else (note.body, copy.body)
        copy.save(update_fields=["body"])
        mark_removed(workshop, copy, removed=True)
        return note if note.body == words else _write(note, words)


def _begin(seat: Seat, step: Step, body: str) -> Note:
    now = timezone.now()
    new = {"kind": REFLECTION, "step": step, "body": body, "at": now, "shared_at": now}
    return Note.objects.create(workshop_id=seat.workshop_id, seat=seat, **new)


def _write(note: Note, body: str) -> Note:
    note.body, note.rev = body, note.rev + 1
    note.save(update_fields=["body", "rev"])
    return note


def _keep(note: Note, body: str) -> Note:
    """Keep the loser as a note of its own; one that was kept before and only grew is written over."""
    for copy in copies_of(note):
        if copy.body in body:
            return _write(copy, body)
    kept = {"kind": REFLECTION, "step": note.step, "at": note.at, "shared_at": note.shared_at}
    return Note.objects.create(workshop_id=note.workshop_id, seat=note.seat, body=body, copy_of=note, **kept)


def _both(note: Note, copy: Note, says: str) -> Stale:
    words = {"theirs": note.body, "mine": copy.body, "rev": note.rev}
    return Stale(says, state="conflict", copy=str(copy.uid), **words)
