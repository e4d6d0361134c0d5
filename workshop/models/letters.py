"""Letters to the people of a workshop, and what became of each: nothing goes that nobody pressed."""

import re
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .links import Link
from .people import Seat
from .refusals import Closed, Stale
from .text import LIMITS, CleanCharField, CleanTextField
from .workshops import Workshop

IN_BRACES = re.compile(r"\{[ \t]*([^\W\d][\w-]{0,39})[ \t]*\}")
POST = "post"  # the kind of job that hands letters over
HANDING = timedelta(minutes=5)  # after it, the worker that had a letter in its hand is taken to be dead
SAID = 200  # the most characters that are kept of what a mail server says


def words_in(text: str) -> list[str]:
    """Return the words that stand in braces in a text."""
    return IN_BRACES.findall(text)


class Letter(models.Model):
    """The words of a letter. They may change until it is sent to somebody: ``pressed_at``."""

    class Kind(models.TextChoices):
        INVITATION = "invitation", _("Invitation")
        REMINDER = "reminder", _("Reminder")
        MOVED = "moved", _("The date has moved")
        THANKS = "thanks", _("Thanks")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="letters")
    uid = uid_field()
    kind = models.CharField(max_length=10, choices=Kind)
    subject = CleanCharField(max_length=LIMITS["title"])
    body = CleanTextField()
    rev = models.PositiveIntegerField(default=1)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    pressed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            unique("workshop", "uid", name="letter_uid_once"),
            unique("workshop", "kind", name="letter_one_draft", condition=models.Q(pressed_at=None)),
            one_of("kind", "invitation reminder moved thanks", "letter_kind"),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_sent(self) -> bool:
        """Whether it was sent to somebody, so that its words stay."""
        return self.pressed_at is not None

    @property
    def has_link(self) -> bool:
        """Whether each copy carries a personal link, which is made as it goes."""
        return "link" in words_in(self.body)

    def require(self, rev: int) -> None:
        """Raise Stale unless its words are those of a rev."""
        if self.rev != rev:
            raise Stale(
                _t("The letter was changed in another window. Look at what it says now, then go on."),
                rev=self.rev,
            )

    def require_draft(self) -> None:
        """Raise Closed if it was sent to somebody."""
        if self.is_sent:
            raise Closed(_t("This letter was sent to somebody, so its words stay. Write another one."))


class PostQuerySet(models.QuerySet["Post"]):
    """Copies of letters by what became of them."""

    def real(self) -> "PostQuerySet":
        """Return those that are for people, not the trial copies of facilitators."""
        return self.filter(trial=None)

    def due(self, now: datetime) -> "PostQuerySet":
        """Return those that wait and may go now, in the order in which they were asked for."""
        return self.filter(state=Post.State.WAITING, due_at__lte=now).order_by("due_at", "pk")

    def uncertain(self, now: datetime) -> "PostQuerySet":
        """Return those of which nobody knows whether they went."""
        left = models.Q(state=Post.State.HANDING, at__lte=now - HANDING)
        return self.filter(left | models.Q(state=Post.State.UNCERTAIN))

    def had(self) -> "PostQuerySet":
        """Return those that somebody has or may have, and those that are on their way."""
        return self.filter(
            models.Q(doubtful=True) | ~models.Q(state__in=(Post.State.REFUSED, Post.State.LEFT))
        )


class Post(models.Model):
    """A letter for one seat: once for each, and each trial copy once.

    ``handing`` is written before the mail server hears of it, so that a letter which may have gone is never
    sent again by itself. ``said``: what the server answered, without addresses, or why it was left out.
    ``link``: the personal link in the copy that went last. ``moved``: how often the date had moved when
    it went, or until then as it was asked for; ``with_date``: whether there was one to tell; ``date``: which,
    unknown of early ones. ``doubtful``: it may have gone before it was sent again; that stays, whatever
    becomes of it, and so does what it told then, unless it goes or may have gone once more.
    ``subject`` and ``body``: as they went, or may have, but for what is its reader's alone (`kept_words`);
    empty for a copy that certainly reached nobody.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits its turn")
        HANDING = "handing", _("Being sent")
        SENT = "sent", _("Sent")
        REFUSED = "refused", _("Refused by the mail server")
        UNCERTAIN = "uncertain", _("May have gone")
        LEFT = "left", _("Not sent")

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="posts")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="posts")
    by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    uid = uid_field()
    trial = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    said = CleanCharField(max_length=SAID, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    at = models.DateTimeField(default=timezone.now)
    link = models.ForeignKey(Link, models.SET_NULL, null=True, blank=True, related_name="+")
    moved = models.PositiveSmallIntegerField(default=0)
    with_date = models.BooleanField(default=True)
    date = models.DateTimeField(null=True, blank=True)
    doubtful = models.BooleanField(default=False)
    subject = CleanTextField(blank=True)
    body = CleanTextField(blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            unique("letter", "seat", name="post_once", condition=models.Q(trial=None)),
            unique("letter", "seat", "trial", name="post_trial_once"),
            unique("uid", name="post_uid_once"),
            one_of("state", "waiting handing sent refused uncertain left", "post_state"),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="post_due")]

    def __str__(self) -> str:
        return f"{self.letter_id} {self.state}"

    def state_at(self, now: datetime) -> str:
        """Return what became of it: one that a worker died over may have gone."""
        is_left = self.state == self.State.HANDING and self.at <= now - HANDING
        return self.State.UNCERTAIN.value if is_left else self.state

    def may_go_again(self, now: datetime) -> bool:
        """Whether a facilitator can have it sent again: it did not go, or nobody knows."""
        return self.state_at(now) in (self.State.REFUSED, self.State.UNCERTAIN, self.State.LEFT)
