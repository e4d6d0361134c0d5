"""Rounds: one time when everybody is asked the same thing."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .base import one_of, unique
from .cards import Card
from .closing import require_going_on
from .refusals import Closed
from .workshops import Workshop


class Round(models.Model):
    """draft, open, closed, revealed; each step is one verb, and the deadline counts by the server's clock."""

    class Kind(models.TextChoices):
        SORT = "sort", _("Card sort")
        POLL = "poll", _("Nomination poll")
        SPECTRUM = "spectrum", _("Spectrum")

    class When(models.TextChoices):
        BEFORE = "before", _("Sent out before")
        LIVE = "live", _("Live")
        BOTH = "both", _("Before and live")

    class State(models.TextChoices):
        DRAFT = "draft", _("Not open yet")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        REVEALED = "revealed", _("Revealed")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    series = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=8, choices=Kind)
    when = models.CharField(max_length=6, choices=When, default=When.LIVE)
    k = models.PositiveSmallIntegerField(default=3)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    opened_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    revealed_at = models.DateTimeField(null=True, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True, editable=False)
    answered = models.PositiveIntegerField(null=True, blank=True, editable=False)
    entered = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            unique("workshop", "number", name="round_number_once"),
            one_of("kind", "sort poll spectrum", "round_kind"),
            one_of("when", "before live both", "round_when"),
            one_of("state", "draft open closed revealed", "round_state"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"

    @property
    def is_open(self) -> bool:
        """Whether an answer counts now: open, the deadline not passed, the workshop not closed."""
        in_time = self.closes_at is None or timezone.now() < self.closes_at
        return self.state == self.State.OPEN and in_time and not self.workshop.is_closed

    @property
    def is_over(self) -> bool:
        """Whether it was open and takes no more answers."""
        return self.state in (self.State.CLOSED, self.State.REVEALED) or (
            self.state == self.State.OPEN and not self.is_open
        )

    @property
    def is_pack(self) -> bool:
        """Whether it is the sort that the pack asks; a later round may be sent out before too."""
        return self.number == 1 and self.kind == self.Kind.SORT and self.when != self.When.LIVE

    @property
    def is_draft(self) -> bool:
        """Whether nobody has been asked yet."""
        return self.state == self.State.DRAFT

    @property
    def is_revealed(self) -> bool:
        """Whether its result may be seen by those the promise shows it to."""
        return self.state == self.State.REVEALED

    @property
    def was_answered(self) -> bool:
        """Whether anybody placed a card, wrote a word, filled in a blank card or worked on the cards."""
        workshop = self.workshop
        wrote = (
            workshop.remarks.exclude(body="").exists()
            or workshop.cards.filter(proposer__isnull=False).exists()
        )
        worked = workshop.changes.exists() or workshop.proposals.exists() or workshop.ties.exists()
        return self.ballots.exists() or wrote or worked

    @property
    def may_go_back(self) -> bool:
        """Whether it can return to draft: asked, not answered, not revealed, in a workshop that goes on."""
        fixed = self.is_draft or self.is_revealed or self.workshop.is_closed
        return not fixed and not self.was_answered

    def require_open(self) -> None:
        """Raise Closed, with what to do, unless an answer counts now."""
        if self.is_open:
            return
        if self.is_draft:
            raise Closed(
                _t("This round is not open yet. Nothing was changed; try again when the chair opens it.")
            )
        says = _t("This round closed at %(time)s, so this was not counted. Tell the chair if it should be.")
        if self.is_revealed:
            says = _t("This round closed at %(time)s and its result is revealed, so this was not counted.")
        time = self.workshop.clock(self.ended_at) if self.ended_at else _t("an earlier time")
        raise Closed(says % {"time": time})

    @property
    def ended_at(self) -> datetime | None:
        """When it stopped taking answers, in the workshop's time zone; ``None`` while it takes them."""
        moments = [moment for moment in (self.closed_at, self.closes_at, self.workshop.closed_at) if moment]
        return self.workshop.local(min(moments)) if moments else None

    def open(self) -> None:
        """Take answers. From draft, or again from closed before the reveal.

        Raises:
            Closed: it was revealed (ask again in a new round), or the workshop is closed.
        """
        require_going_on(self.workshop, "rounds")
        if self.is_revealed:
            raise Closed(
                _t("This round was revealed, so it cannot be opened again. Start a new round instead.")
            )
        now = timezone.now()
        if self.closes_at and self.closes_at <= now:
            self.closes_at = None
        self.state, self.closed_at, self.opened_at = self.State.OPEN, None, self.opened_at or now
        self.save(update_fields=["state", "closed_at", "opened_at", "closes_at"])

    def close(self) -> None:
        """Take no more answers; closing twice changes nothing.

        Raises:
            Closed: it has not been opened.
        """
        if self.is_draft:
            raise Closed(_t("This round is not open yet, so there is nothing to close."))
        if self.state == self.State.OPEN:
            self.state, self.closed_at = self.State.CLOSED, timezone.now()
            self.save(update_fields=["state", "closed_at"])

    def reveal(self) -> None:
        """Let the result be seen: closes the round first; it never goes back.

        Raises:
            Closed: it has not been opened.
        """
        self.close()
        if not self.is_revealed:
            self.state, self.revealed_at = self.State.REVEALED, timezone.now()
            self.save(update_fields=["state", "revealed_at"])

    def take_back(self) -> None:
        """Return to draft, so that the cards can be changed.

        Raises:
            Closed: somebody has answered already, it was revealed, or the workshop is closed.
        """
        require_going_on(self.workshop, "rounds")
        if self.is_revealed:
            raise Closed(_t("This round is over for good, so its cards stay as they are."))
        if self.was_answered:
            raise Closed(_t("Somebody has answered already, so the cards keep their words from here on."))
        self.round_cards.all().delete()
        self.state, self.opened_at, self.closed_at = self.State.DRAFT, None, None
        self.save(update_fields=["state", "opened_at", "closed_at"])


class RoundCard(models.Model):
    """A card that a round asks about, with the rev of the words that people saw."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="round_cards")
    card = models.ForeignKey(Card, models.CASCADE, related_name="round_cards")
    text_rev = models.PositiveIntegerField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [unique("round", "card", name="round_card_once")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.card_id}"
