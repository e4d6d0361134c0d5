"""A facilitator presses: copies of a letter wait their turn, and a job for the worker is planned."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
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
            _put_in_line(seat, letter, found.seats, now)
            Letter.objects.filter(pk=letter.pk, pressed_at=None).update(pressed_at=now)
            done(seat, "letter_sent", letter=letter.uid, kind=letter.kind, count=len(found.seats))
            plan_handing(workshop, f"{letter.uid}:{now.timestamp()}")
    return len(found.seats)


def _put_in_line(by: Seat, letter: Letter, seats: list[Seat], now: datetime) -> None:
    """Let a copy for each of these seats wait; one that was refused or not sent waits once more."""
    known = letter.posts.real().filter(seat__in=seats)
    seen = set(known.values_list("seat", flat=True))
    date = date_of(letter.workshop)  # a backup may be put back before it goes: then this is what it told
    known.update(**_afresh(by, now), **date)
    Post.objects.bulk_create(
        Post(letter=letter, seat=each, by=by, asked_at=now, due_at=now, at=now, **date)
        for each in seats
        if each.pk not in seen
    )


def _afresh(by: Seat, now: datetime) -> dict[str, Any]:
    """Return what a copy is when it waits once more."""
    asked = {"asked_at": now, "due_at": now, "at": now}
    return {"state": Post.State.WAITING, "said": "", "tries": 0, "by": by} | asked


def date_of(workshop: Workshop) -> dict[str, Any]:
    """Return what a copy that goes now tells of the date, by the names of its fields."""
    date = workshop.starts_at
    return {"moved": workshop.moved, "with_date": date is not None, "date": date}


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

    Of a copy that may have gone this is remembered, as somebody may have it.

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
        doubtful = post.doubtful or post.state_at(now) == Post.State.UNCERTAIN
        date = {} if doubtful else date_of(workshop)
        Post.objects.filter(pk=post.pk).update(doubtful=doubtful, **_afresh(seat, now), **date)
        done(seat, "letter_sent_again", letter=letter.uid, kind=letter.kind)
        plan_handing(workshop, f"{post.uid}:{now.timestamp()}")
    return True


def stop_letter(seat: Seat, letter: Letter) -> int:
    """Take back the copies of a letter that wait; return how many went no further.

    Only of a copy that was never handed over nothing stays; one that may have gone before says so again.
    """
    now = timezone.now()
    with transaction.atomic():
        letter = standing(locked(seat.workshop_id), letter)
        waiting = letter.posts.real().filter(state=Post.State.WAITING)
        count = waiting.count()
        if count:
            waiting.filter(tries=0, link=None, doubtful=False).delete()
            doubt = _("It may have gone before it was stopped.")
            waiting.filter(doubtful=True).update(state=Post.State.UNCERTAIN, said=doubt, at=now)
            waiting.update(state=Post.State.LEFT, said=_("It was stopped before it went."), at=now)
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
