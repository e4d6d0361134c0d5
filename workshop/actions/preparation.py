"""Private notes of facilitators before the first cards: written, laid beside the others', made into cards.

Nothing of a private note goes into the history: it would tell the others that there is one.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import LIMITS, Card, Invalid, Note, NoteCard, Seat, Stale, checked_text
from workshop.models.closing import require_going_on

from .cards import write_card
from .kit import done, locked
from .notes import mark_removed, mark_shared, require_own

READING = Note.Kind.READING


def write_note(seat: Seat, *, uid: UUID, title: str, body: str) -> Note:
    """Keep a new private note. The same form twice makes one.

    Raises:
        Invalid: both are empty, or one is too long. Closed: the workshop is closed.
        Stale: this form made a note already, with other words. Note.DoesNotExist: the uid is not this seat's.
    """
    words = _checked(title, body)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if same := workshop.notes.filter(uid=uid).first():
            require_own(seat, same, READING)
            if _reads(same, words):
                return same
            raise Stale(_("This note was saved a moment ago with other words. Change it in the list."))
        require_going_on(workshop, "preparation")
        return Note.objects.create(workshop=workshop, uid=uid, seat=seat, kind=READING, **words)


def edit_note(seat: Seat, note: Note, rev: int, *, title: str, body: str) -> Note:
    """Change a note of one's own; if it was changed elsewhere since, these words become a note of their own.

    Args:
        rev: the rev that the new words are based on.

    Returns:
        the note that holds the words: another than ``note`` where both versions were kept.

    Raises:
        Invalid: both are empty, or one is too long. Closed: the workshop is closed.
        Note.DoesNotExist: it is not this seat's.
    """
    words = _checked(title, body)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_going_on(workshop, "preparation")
        note = workshop.notes.get(pk=note.pk)
        require_own(seat, note, READING)
        if _reads(note, words):
            return note
        if note.rev != rev or note.removed_at:
            again = workshop.notes.filter(seat=seat, kind=READING, removed_at=None, **words).first()
            return again or Note.objects.create(
                workshop=workshop, uid=uuid4(), seat=seat, kind=READING, **words
            )
        note.title, note.body, note.rev = words["title"], words["body"], note.rev + 1
        note.save(update_fields=["title", "body", "rev"])
    return note


def share_notes(seat: Seat, notes: Sequence[Note], shared: bool) -> None:
    """Lay notes of one's own beside the others', or take them back. Twice changes nothing.

    Raises:
        Closed: the workshop is closed. Note.DoesNotExist: one is not this seat's.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_going_on(workshop, "preparation")
        for note in notes:
            require_own(seat, note, READING)
        if moved := mark_shared(workshop, notes, shared):
            done(seat, "notes_shared" if shared else "notes_taken_back", count=moved)


def remove_note(seat: Seat, note: Note, removed: bool = True) -> None:
    """Put a note of one's own away, also from beside the others', or put it back. Twice changes nothing.

    Raises:
        Closed: the workshop is closed. Note.DoesNotExist: it is not this seat's.
    """
    require_own(seat, note, READING)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_going_on(workshop, "preparation")
        mark_removed(workshop, note, removed)


def make_card(seat: Seat, of: Sequence[Note], *, uid: UUID, **words: str) -> Card:
    """Make a first card of notes that lie side by side, and remember of which. The same form twice makes one.

    Args:
        of: the notes.
        words: as for ``write_card``.

    Raises:
        Invalid: no note, or as ``write_card``. Closed: the pack has been opened, or the workshop is closed.
        Stale: a note was taken back meanwhile, or the form made another card.
    """
    if not of:
        raise Invalid(_("Choose the notes first: tick the box of each, then make a card of them."))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        card = write_card(seat, uid=uid, **words)
        if card.notes_from.exists():
            return card
        shared = workshop.notes.filter(kind=READING, shared_at__isnull=False, removed_at__isnull=True)
        found = list(shared.filter(pk__in=[note.pk for note in of]))
        if len(found) != len({note.pk for note in of}):
            raise Stale(_("A note was taken back a moment ago, so no card was made. Choose the notes again."))
        NoteCard.objects.bulk_create(NoteCard(note=note, card=card) for note in found)
        done(seat, "card_made_of_notes", card=card.uid, notes=len(found))
    return card


def _checked(title: str, body: str) -> dict[str, str]:
    words = {
        "title": checked_text(title, limit=LIMITS["title"], name=_("The title"), line=True),
        "body": checked_text(body, limit=LIMITS["long"], name=_("The note")),
    }
    if not any(words.values()):
        raise Invalid(_("The note is empty. Write something, then save again."))
    return words


def _reads(note: Note, words: dict[str, str]) -> bool:
    return (note.title, note.body) == (words["title"], words["body"])
