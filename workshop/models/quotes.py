"""Quotes for what is written up: chosen by a facilitator, checked by whoever said it.

A quote knows the words it was taken from, and never whose they are: where the link between words and people
is destroyed, nothing here keeps it. It goes with its words.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .ballots import Mark
from .base import one_of, uid_field, unique
from .cards import Card
from .comments import Remark
from .people import Seat
from .refusals import Closed, Invalid, Stale
from .text import LIMITS, CleanCharField, CleanTextField
from .workshops import Workshop

CUT = "[…]"


class Quote(models.Model):
    """Words as they will appear, from exactly one of a remark, a blank card and a reason.

    ``is_named``: whether the attribution names the person. ``unchecked``: whether it may go out though nobody
    answered. ``amended``: the words that the speaker put in the place of ``text``.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Not sent yet")
        ASKED = "asked", _("Asked")
        ACCEPTED = "accepted", _("Accepted")
        AMENDED = "amended", _("Amended by the speaker")
        REFUSED = "refused", _("Refused")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="quotes")
    uid = uid_field()
    remark = models.ForeignKey(Remark, models.CASCADE, null=True, blank=True, related_name="quotes")
    card = models.ForeignKey(Card, models.CASCADE, null=True, blank=True, related_name="quotes")
    mark = models.ForeignKey(Mark, models.CASCADE, null=True, blank=True, related_name="quotes")
    text = CleanTextField()
    amended = CleanTextField(blank=True)
    attribution = CleanCharField(max_length=LIMITS["title"])
    is_named = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    unchecked = models.BooleanField(default=False)
    until = models.DateField(null=True, blank=True)
    rev = models.PositiveIntegerField(default=1)
    marked_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            unique("workshop", "uid", name="quote_uid_once"),
            one_of("state", "draft asked accepted amended refused", "quote_state"),
            models.CheckConstraint(
                condition=models.Q(remark__isnull=False, card=None, mark=None)
                | models.Q(remark=None, card__isnull=False, mark=None)
                | models.Q(remark=None, card=None, mark__isnull=False),
                name="quote_one_source",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The words as they will appear: the speaker's own if they amended them."""
        return self.amended if self.state == self.State.AMENDED else self.text

    @property
    def is_checked(self) -> bool:
        """Whether the speaker agreed to these words."""
        return self.state in (self.State.ACCEPTED, self.State.AMENDED)

    @property
    def is_sent(self) -> bool:
        """Whether the speaker was asked."""
        return self.state != self.State.DRAFT

    def require(self, rev: int) -> None:
        """Raise Stale unless the quote stands as the page showed it, and Closed if it was taken back."""
        if self.removed_at:
            raise Closed(_t("This quote was taken back meanwhile. Nothing was changed."))
        if self.rev != rev:
            raise Stale(
                _t("This quote was changed in another window. Look at what it says now, then go on."),
                rev=self.rev,
            )

    def answer(self, state: str, words: str, rev: int) -> bool:
        """Take the speaker's answer, and return whether it is new; it may change while the quote stands.

        Raises:
            Stale, Closed: as for ``require``. Invalid: it was not sent, or amended to nothing.
        """
        if not self.is_sent or state not in (self.State.ACCEPTED, self.State.AMENDED, self.State.REFUSED):
            raise Invalid(_t("Accept the quote, change its words, or refuse it."))
        if state == self.State.AMENDED and not words:
            raise Invalid(_t("Write the words as they should appear, or refuse the quote."), field="words")
        if state == self.State.AMENDED and words == self.text:
            state = self.State.ACCEPTED
        said = (state, words if state == self.State.AMENDED else "")
        is_new = said != (self.state, self.amended)
        self.require(rev if is_new else self.rev)
        self.state, self.amended = said
        self.rev += is_new
        return is_new
