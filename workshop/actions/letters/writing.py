"""A letter is begun, changed and thrown away, until it was sent to somebody."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.actions.kit import done, locked
from workshop.models import LIMITS, Closed, Invalid, Letter, Seat, Workshop, checked_text
from workshop.models.closing import require_going_on
from workshop.models.first_letters import first_words
from workshop.models.letter_words import require_known


def begin_letter(seat: Seat, kind: str, uid: UUID) -> Letter:
    """Begin a letter with the facilitators' last words of this kind, or else with ours.

    The one of this kind that was not sent yet is gone on with.

    Raises:
        Closed: the workshop is closed, and it is not a letter of thanks; or the uid is that of a
            letter of another kind. Invalid: there is no such kind.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if kind not in Letter.Kind.values:
            raise Invalid(_("Choose one of the letters on the page."))
        if same := workshop.letters.filter(uid=uid).first():
            if same.kind != kind:
                raise Closed(_("This page is out of date. Load it again, then choose the letter once more."))
            return same
        require_writing(workshop, kind)
        if draft := workshop.letters.filter(kind=kind, pressed_at=None).first():
            return draft
        subject, body = _own_words(workshop, kind) or first_words(workshop, kind)
        letter = Letter.objects.create(
            workshop=workshop, uid=uid, kind=kind, subject=subject, body=body, seat=seat
        )
        done(seat, "letter_begun", letter=letter.uid)
    return letter


def _own_words(workshop: Workshop, kind: str) -> tuple[str, str] | None:
    """Return subject and body of the last letter of a kind, if a facilitator changed them.

    Ours are made anew, and so is a letter about a date: it tells which one it replaces.
    """
    last = workshop.letters.filter(kind=kind).last()
    is_ours = last is None or last.rev == 1 or kind == Letter.Kind.MOVED
    return None if last is None or is_ours else (last.subject, last.body)


def edit_letter(seat: Seat, letter: Letter, *, rev: int, subject: str, body: str) -> Letter:
    """Change the words of a letter that went to nobody yet.

    Raises:
        Stale: it was changed meanwhile. Closed: it was sent, or thrown away, or the workshop is closed.
        Invalid: a word in braces that nothing is filled in for; words that are empty or too long.
    """
    subject = checked_text(subject, limit=LIMITS["title"], name=_("The subject"), required=True, line=True)
    body = checked_text(body, limit=LIMITS["text"], name=_("The letter"), required=True)
    require_known(letter.kind, subject, body)
    with transaction.atomic():
        letter = standing(locked(seat.workshop_id), letter)
        if (letter.subject, letter.body) == (subject, body):
            return letter
        require_writing(letter.workshop, letter.kind)
        letter.require_draft()
        letter.require(rev)
        letter.subject, letter.body, letter.rev = subject, body, letter.rev + 1
        letter.save(update_fields=["subject", "body", "rev"])
        done(seat, "letter_edited", letter=letter.uid)
    return letter


def remove_letter(seat: Seat, letter: Letter) -> None:
    """Throw a letter away that went to nobody; twice is once.

    Raises:
        Closed: it was sent to somebody.
    """
    with transaction.atomic():
        found = locked(seat.workshop_id).letters.filter(uid=letter.uid).first()
        if found is None:
            return
        found.require_draft()
        found.delete()
        done(seat, "letter_removed", letter=letter.uid)


def standing(workshop: Workshop, letter: Letter) -> Letter:
    """Return a letter as it is now, under the lock.

    Raises:
        Closed: it was thrown away meanwhile.
    """
    found = workshop.letters.filter(uid=letter.uid).first()
    if found is None:
        raise Closed(_("This letter was thrown away in another window. Nothing was sent."))
    found.workshop = workshop
    return found


def require_writing(workshop: Workshop, kind: str) -> None:
    """Raise Closed if letters of a kind are over: after the close only thanks go out."""
    if kind != Letter.Kind.THANKS:
        require_going_on(workshop, "letters")
