"""What became of letters is written down, each in a transaction of its own after the server answered."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from config.mail import sends_mail
from workshop.actions.jobs import finish
from workshop.actions.kit import locked
from workshop.models import Job, Link, Post
from workshop.models.jobs import MOST_TRIES, pause_after

from .server import NotTaken

REST = timedelta(seconds=5)  # in which the worker does what else is due


@dataclass(frozen=True)
class Taken:
    """A copy that was marked as being handed over, with the secret of its personal link.

    ``earlier``: the words and the date that it had until then, by the names of their fields.
    """

    post: Post
    secret: str
    earlier: dict[str, Any]


def refuse(copy: Taken, refused: NotTaken) -> None:
    """Let a letter that was not taken wait for another try, or give it to the facilitators."""
    tries = copy.post.tries
    if refused.again and tries < MOST_TRIES:
        settle(copy, Post.State.WAITING, refused.said, due_at=timezone.now() + pause_after(tries))
    else:
        settle(copy, Post.State.REFUSED, refused.said)


def taken(copy: Taken) -> None:
    """Write down that a letter was taken; what is only printed here has reached nobody.

    The link in a printed one works on: whoever runs the server may pass it on by hand. *Send again* ends it.
    """
    if sends_mail():
        settle(copy, Post.State.SENT, "")
    else:
        settle(copy, Post.State.LEFT, _("Only printed on the server’s console."))


def settle(copy: Taken, state: str, said: str, **more: object) -> None:
    """Write down what became of a letter. Of one that certainly did not go, no link and no words stay.

    If it may have gone before, what it told then stays, as somebody may go by it.
    """
    now, post = timezone.now(), copy.post
    with transaction.atomic():
        locked(post.letter.workshop_id)
        mine = Post.objects.filter(pk=post.pk, state=Post.State.HANDING, tries=post.tries)
        stays_here = state in (Post.State.WAITING, Post.State.REFUSED)
        if post.doubtful and state not in (Post.State.SENT, Post.State.UNCERTAIN):
            more |= copy.earlier
        elif stays_here:
            more |= {"subject": "", "body": ""}
        mine.update(state=state, said=said, at=now, **more)
        if stays_here and post.link_id:
            Link.objects.filter(pk=post.link_id, revoked_at=None).update(revoked_at=now)


def put_all_off(slug: str, said: str, tries: int) -> None:
    """Let all that is due wait for the mail server; after so many tries facilitators decide."""
    now = timezone.now()
    with transaction.atomic():
        due = Post.objects.due(now).filter(letter__workshop__slug=slug).order_by()
        if tries >= MOST_TRIES:
            due.update(state=Post.State.REFUSED, said=said, at=now)
        else:
            due.update(said=said, due_at=now + pause_after(tries))


def rest(job: Job, slug: str, tries: int) -> None:
    """Finish the job, or plan its next turn for when the next letter may go.

    Args:
        tries: how often in a row there was no mail server.
    """
    waiting = Post.objects.filter(letter__workshop__slug=slug, state=Post.State.WAITING)
    with transaction.atomic():
        at = waiting.order_by("due_at").values_list("due_at", flat=True).first()
        if at is None:
            finish(job)
            return
        due_at = max(at, timezone.now() + REST)
        Job.objects.filter(pk=job.pk).update(leased_until=None, due_at=due_at, tries=tries)
