"""A facilitator's private notes on moments of the workshop: written, changed, shared, put away.

Nothing of a private note goes into the history: it would tell the others that there is one. Reflection goes
on after the close.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import LIMITS, Invalid, Note, Seat, Stale, checked_text
from workshop.models.replay import pin_of, times_of

from .kit import done, locked
from .notes import mark_removed, mark_shared, require_own

REFLECTION = Note.Kind.REFLECTION


def write_reflection(seat: Seat, n: int, body: str, *, uid: UUID) -> Note:
    """Pin a new private note to moment ``n``. The same form twice makes one.

    Raises:
        Invalid: it is empty or too long, or there is no such moment.
        Stale: this form made a note already, with other words. Note.DoesNotExist: the uid is not this seat's.
    """
    body = _checked(body)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if same := workshop.notes.filter(uid=uid).first():
            require_own(seat, same, REFLECTION)
            if same.body == body:
                return same
            raise Stale(_("This note was saved a moment ago with other words. Change it in its own box."))
        try:
            at = pin_of(times_of(workshop), n)
        except KeyError as wrong:
            raise Invalid(_("There is no such moment in this workshop.")) from wrong
        return Note.objects.create(workshop=workshop, uid=uid, seat=seat, kind=REFLECTION, body=body, at=at)


def edit_reflection(seat: Seat, note: Note, rev: int, body: str) -> Note:
    """Change a note of one's own. The same words change nothing.

    Args:
        rev: the rev that the new words are based on.

    Raises:
        Invalid: it is empty or too long. Note.DoesNotExist: it is not this seat's.
        Stale: it was changed or put away elsewhere; ``data`` has what it says now, ``theirs``, and
            the ``rev`` to save words on.
    """
    body = _checked(body)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        note = workshop.notes.get(pk=note.pk)
        require_own(seat, note, REFLECTION)
        if note.body == body:
            return note
        if note.removed_at:
            raise Stale(_("You put this note away elsewhere. Put it back first; your words are in the box."))
        if note.rev != rev:
            said = _("You changed this note in another window a moment ago. Choose what it says.")
            raise Stale(said, theirs=note.body, rev=note.rev)
        note.body, note.rev = body, note.rev + 1
        note.save(update_fields=["body", "rev"])
    return note


def share_reflection(seat: Seat, note: Note, shared: bool) -> None:
    """Let the other facilitators read a note of one's own, or take it back. Twice changes nothing.

    Raises:
        Note.DoesNotExist: it is not this seat's.
    """
    require_own(seat, note, REFLECTION)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if mark_shared(workshop, [note], shared):
            done(seat, "reflection_shared" if shared else "reflection_taken_back", note=note.uid)


def remove_reflection(seat: Seat, note: Note, removed: bool = True) -> None:
    """Put a note of one's own away, or put it back. Twice changes nothing.

    Raises:
        Note.DoesNotExist: it is not this seat's.
    """
    require_own(seat, note, REFLECTION)
    with transaction.atomic():
        mark_removed(locked(seat.workshop_id), note, removed)


def _checked(body: str) -> str:
    return checked_text(body, limit=LIMITS["long"], name=_("The note"), required=True)
