"""A change of cards that is put to the group before it is made, and what each person answers."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .cards import Card
from .people import Seat
from .text import LIMITS, CleanCharField, CleanTextField
from .workshops import Workshop


class Proposal(models.Model):
    """A change of cards that somebody proposes. At most one at a time is before the group."""

    class State(models.TextChoices):
        OPEN = "open", _("Proposed")
        PUT = "put", _("Before the group")
        MADE = "made", _("Made")
        DROPPED = "dropped", _("Dropped")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="proposals")
    uid = uid_field()
    verb = models.CharField(max_length=12)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="proposals")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    reason = CleanTextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    put_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            unique("workshop", "uid", name="proposal_uid_once"),
            unique("workshop", name="proposal_put_once", condition=models.Q(state="put")),
            one_of("state", "open put made dropped", "proposal_state"),
            one_of("verb", "adopt rephrase merge split nest lift retire restore", "proposal_verb"),
        ]

    def __str__(self) -> str:
        return self.verb

    @property
    def is_settled(self) -> bool:
        """Whether the chair has decided."""
        return self.state in (self.State.MADE, self.State.DROPPED)


class ProposalCard(models.Model):
    """A card that a proposal would change, as the proposer saw it."""

    class Side(models.TextChoices):
        SOURCE = "source", _("Source")
        TARGET = "target", _("Target")

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="cards")
    card = models.ForeignKey(Card, models.CASCADE, related_name="proposed_changes")
    side = models.CharField(max_length=6, choices=Side)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            unique("proposal", "card", name="proposal_card_once"),
            one_of("side", "source target", "proposal_card_side"),
        ]

    def __str__(self) -> str:
        return self.side


class ProposalText(models.Model):
    """The words of a card that a proposal would make."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="texts")
    position = models.PositiveSmallIntegerField(default=0)
    title = CleanCharField(max_length=LIMITS["title"])
    short_title = CleanCharField(max_length=LIMITS["short_title"], blank=True)
    summary = CleanTextField(blank=True)
    pole_a = CleanCharField(max_length=LIMITS["title"], blank=True)
    pole_b = CleanCharField(max_length=LIMITS["title"], blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [unique("proposal", "position", name="proposal_text_once")]

    def __str__(self) -> str:
        return self.title


class Stance(models.Model):
    """What one seat answers to a proposal, with a word of why; ``at`` is when it said so last.

    No seat once it is unlinked. ``proxy`` is the facilitator who entered it for a person without a device.
    """

    class Answer(models.TextChoices):
        FINE = "fine", _("Fine")
        LIVE_WITH = "live_with", _("Can live with it")
        SUBTHEME = "subtheme", _("Keep mine as a sub-theme")
        NO = "no", _("No")

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="stances")
    seat = models.ForeignKey(Seat, models.CASCADE, null=True, blank=True, related_name="stances")
    answer = models.CharField(max_length=10, choices=Answer)
    why = CleanTextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            unique("proposal", "seat", name="stance_once"),
            one_of("answer", "fine live_with subtheme no", "stance_answer"),
        ]

    def __str__(self) -> str:
        return self.answer
