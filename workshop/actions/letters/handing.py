"""The worker hands letters to the mail server, each once.

Each is marked as being handed over in a transaction of its own, before the server hears of it, and as sent
after. What a worker died over in between stays as it is: a facilitator decides, and nothing else.
"""

import logging
import time
from collections.abc import Callable

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.actions.jobs import Do
from workshop.actions.kit import locked
from workshop.exports.letters import as_mail, copy_of, example_copy
from workshop.models import Job, Letter, Link, Post, Workshop
from workshop.models.audit_lines import last_restore
from workshop.models.letter_words import kept_words
from workshop.models.letters import POST
from workshop.models.recipients import WHY_NOT, why_not

from . import settling
from .sending import address_of, date_of
from .server import MayHaveGone, NoServer, NotTaken, Ready, Server, mail_server, ready
from .settling import Taken

log = logging.getLogger(__name__)
LOT, LONGEST = 25, 120.0  # letters, and seconds: then other jobs have their turn
PACE = 0.2  # seconds between two letters: mail servers take many at once for a flood
TOLD = ("moved", "with_date", "date", "subject", "body")  # what a copy tells, written down before it goes


def hand_letters(job: Job, pause: Callable[[float], None] = time.sleep) -> None:
    """Hand over what waits in the workshop of a job; what is left waits for the next turn.

    Args:
        pause: waits so many seconds.
    """
    slug, tries = job.key.split(":")[1], job.tries - 1  # a turn in which nothing is due is no try
    server: Server | None = None
    try:
        if Post.objects.due(timezone.now()).filter(letter__workshop__slug=slug).exists():
            with mail_server() as server:
                _hand_lot(slug, server, pause)
            tries = 0
    except NoServer as gone:
        log.warning("Letters wait: the mail server is away or refuses us, see EMAIL_URL and FROM_EMAIL.")
        tries = 0 if server and server.listens else job.tries
        settling.put_all_off(slug, str(gone), max(tries, 1))
    settling.rest(job, slug, tries)


def _hand_lot(slug: str, server: Server, pause: Callable[[float], None]) -> None:
    ends = time.monotonic() + LONGEST
    for n in range(LOT):
        if n:
            pause(PACE)
        if time.monotonic() > ends or not _hand_next(slug, server):
            return


def _hand_next(slug: str, server: Server) -> bool:
    """Hand over one letter, and write down what became of it; return whether there was one.

    Raises:
        NoServer: the line is gone; the letter waits again.
    """
    taken = _take(slug)
    if taken is None:
        return False
    if taken.post.state == Post.State.HANDING and (mail := _mail(taken)):
        _hand(taken, mail, server)
    return True


def _hand(taken: Taken, mail: Ready, server: Server) -> None:
    try:
        server.hand(mail)
    except NotTaken as refused:
        settling.refuse(taken, refused)
    except MayHaveGone as gone:
        settling.settle(taken, Post.State.UNCERTAIN, str(gone))
    except NoServer as gone:
        settling.settle(taken, Post.State.WAITING, str(gone), tries=taken.post.tries - 1)
        raise
    else:
        settling.taken(taken)


def _take(slug: str) -> Taken | None:
    """Mark the next letter as being handed over, with a new personal link; committed before it goes."""
    with transaction.atomic():
        pk = Workshop.objects.filter(slug=slug).values_list("pk", flat=True).first()
        workshop = locked(pk) if pk else None
        now = timezone.now()
        related = "letter", "seat__person", "by__person__user"
        due = Post.objects.due(now).filter(letter__workshop=workshop).select_related(*related)
        post = due.first() if workshop else None
        if post is None or workshop is None:
            return None
        post.letter.workshop = post.seat.workshop = workshop
        post.at, post.tries, earlier = now, post.tries + 1, {each: getattr(post, each) for each in TOLD}
        post.state, post.said = _decided(post)
        secret = _go(post) if post.state == Post.State.HANDING else ""
        post.save(update_fields=["at", "tries", "state", "said", "link", *TOLD])
    return Taken(post, secret, earlier)


def _decided(post: Post) -> tuple[str, str]:
    """Return whether a letter goes now, or what became of it since it was asked for, and why."""
    restored, workshop = last_restore(), post.letter.workshop
    if restored and post.asked_at <= restored.at:
        return Post.State.UNCERTAIN, _("A backup was put back since, so it may have gone before.")
    if workshop.is_closed and post.letter.kind != Letter.Kind.THANKS and not post.trial:
        return Post.State.LEFT, _("The workshop was closed first.")
    if post.seat.removed_at:
        return Post.State.LEFT, _("They were removed first.")
    if not post.trial and (why := why_not(post.seat)):
        return Post.State.LEFT, str(WHY_NOT[why])
    return Post.State.HANDING, ""


def _go(post: Post) -> str:
    """Set what a copy tells as it goes, and its link; return the secret of that."""
    for name, value in date_of(post.letter.workshop).items():
        setattr(post, name, value)
    post.subject, post.body = _words(post)
    return _mint(post)


def _words(post: Post) -> tuple[str, str]:
    """Return what a copy says, to be kept: a date or a title may change after it. Of a trial nothing is."""
    try:
        return ("", "") if post.trial else kept_words(post.letter, post.seat, post.by)
    except DatabaseError:
        raise  # nothing is marked yet: the whole turn is taken again
    except Exception:
        log.exception("What a letter says could not be kept.")
        return "", ""  # nor can it be put together, it seems: it is refused for that, and holds up no other


def _mint(post: Post) -> str:
    """Make the link of a copy. That of one which reached nobody, but was printed, ends as this one goes.

    That of a copy which may have gone stays: somebody may have it, and this one may not arrive.
    """
    if post.trial or not post.letter.has_link:
        return ""
    if post.link_id and not post.doubtful:
        Link.objects.filter(pk=post.link_id, revoked_at=None).update(revoked_at=timezone.now())
    post.link, secret = Link.fresh(post.seat, Link.Purpose.MAIL)
    post.link.save()
    return secret


def _mail(taken: Taken) -> Ready | None:
    """Return the letter as mail; one that cannot be put together holds up no other."""
    post = taken.post
    letter, by = post.letter, post.by
    try:
        if post.trial:
            copy = example_copy(letter, post.seat, by or post.seat, trial=True)
        else:
            copy = copy_of(letter, post.seat, by, taken.secret)
        to, answers_to = address_of(post.seat), address_of(by) if by else ""
        names = {"to": to, "sender": by.name if by else "", "answers_to": answers_to}
        return ready(as_mail(copy, letter, uid=post.uid, stoppable=not post.trial, **names))
    except Exception as fault:
        log.exception("A letter could not be put together.")
        says = _("It could not be put together. Tell whoever runs the server.")
        settling.refuse(taken, NotTaken(says, again=isinstance(fault, DatabaseError)))
        return None


WAYS: dict[str, Do] = {POST: hand_letters}
