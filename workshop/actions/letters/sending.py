"""A facilitator presses: copies of a letter wait their turn, and a job for the worker is planned."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.actions.jobs import plan
from workshop.actions.kit import done, locked
from workshop.models import Closed, Forbidden, Invalid, Letter, Post, Seat, Workshop
from workshop.models.letter_words import require_known, require_known_dates
from workshop.models.letters import POST
from workshop.models.recipients import TICKED, meant, recipients_of

from .writing import require_writing, standing


def send_letter(seat: Seat, letter: Letter, *, rev: int, whom: Collection[UUID]) -> int:
    """Have a letter sent to people, once to each: whoever has it already is left out.

    Args:
        seat: the facilitator who presses; answers go to them.
        rev: of the words that they saw.
        whom: the uids of the seats that they saw named.

    Returns:
        how many copies wait their turn now because of this press.

    Raises:
        Stale: its words were changed meanwhile. Closed: nothing goes out of such a workshop, or any more.
        Invalid: nobody is left to write to, or a word cannot be filled in.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        letter = standing(workshop, letter)
        require_sending(workshop)
        require_writing(workshop, letter.kind)
        letter.require(rev)
        require_known(letter.kind, letter.subject, letter.body)
        require_known_dates(letter)
        found = recipients_of(letter, meant(letter, TICKED, whom))
        if not found.seats and not letter.is_sent:
            raise Invalid(_("Nobody is chosen who can be written to. Nothing was sent."))
        if found.seats:
            now = timezone.now()
            Post.objects.bulk_create(
                Post(letter=letter, seat=each, by=seat, asked_at=now, due_at=now, at=now)
                for each in found.seats
            )
            Letter.objects.filter(pk=letter.pk, pressed_at=None).update(pressed_at=now)
            done(seat, "letter_sent", letter=letter.uid, kind=letter.kind, count=len(found.seats))
            plan_handing(workshop, f"{letter.uid}:{found.seats[0].uid.hex}")
    return len(found.seats)


def send_trial(seat: Seat, letter: Letter, trial: UUID) -> Post:
    """Have a trial copy sent to the facilitator who asks; the same form again changes nothing.

    Raises:
        Closed: nothing goes out of such a workshop. Forbidden: no address of theirs is known.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        letter = standing(workshop, letter)
        require_sending(workshop)
        if not address_of(seat):
            raise Forbidden(_("No e-mail address of yours is known, so no copy can be sent to you."))
        post, is_new = Post.objects.get_or_create(
            letter=letter, seat=seat, trial=trial, defaults={"by": seat}
        )
        if is_new:
            plan_handing(workshop, str(post.uid))
    return post


def send_again(seat: Seat, letter: Letter, uid: UUID) -> bool:
    """Have one copy sent again that did not go, or of which nobody knows; twice at once is once.

    Returns:
        whether it waits its turn because of this press.

    Raises:
        Closed: nothing goes out of such a workshop, or any more, or the copy is gone with its person.
    """
    now = timezone.now()
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        letter = standing(workshop, letter)
        require_sending(workshop)
        require_writing(workshop, letter.kind)
        post = letter.posts.filter(uid=uid).first()
        if post is None:
            raise Closed(_("This copy is gone. Nothing was sent."))
        if not post.may_go_again(now):
            return False
        fresh = {"state": Post.State.WAITING, "said": "", "tries": 0, "by": seat}
        Post.objects.filter(pk=post.pk).update(asked_at=now, due_at=now, at=now, **fresh)
        done(seat, "letter_sent_again", letter=letter.uid, kind=letter.kind)
        plan_handing(workshop, f"{post.uid}:{now.timestamp()}")
    return True


def stop_letter(seat: Seat, letter: Letter) -> int:
    """Take back the copies of a letter that wait; return how many went no further."""
    with transaction.atomic():
        letter = standing(locked(seat.workshop_id), letter)
        waiting = letter.posts.real().filter(state=Post.State.WAITING)
        count = waiting.count()
        if count:
            waiting.delete()
            done(seat, "letter_stopped", letter=letter.uid, count=count)
    return count


def require_sending(workshop: Workshop) -> None:
    """Raise Closed for a workshop out of which nothing goes to anybody."""
    if workshop.is_rehearsal:
        raise Closed(_("This is a rehearsal: nothing is sent to anybody."))
    if workshop.purpose == Workshop.Purpose.DEMO:
        raise Closed(_("This is a demonstration: nothing is sent to anybody."))


def address_of(seat: Seat) -> str:
    """Return where a seat can be written to; empty if nobody knows."""
    person = seat.person
    return (person.user.email if person.user else person.email) if person else ""


def plan_handing(workshop: Workshop, press: str) -> None:
    """Plan the job of one press, in its transaction."""
    plan(POST, f"{POST}:{workshop.slug}:{press}"[:120], timezone.now())
