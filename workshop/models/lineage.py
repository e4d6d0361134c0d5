"""How one card came out of others: proposals, stances, and the changes that were made."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .cards import Card
from .people import Seat
from .text import CleanTextField
from .workshops import Workshop


class Proposal(models.Model):
    """A change of cards that is put to the group before it is made."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        MADE = "made", _("Made")
        DROPPED = "dropped", _("Dropped")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="proposals")
    uid = uid_field()
    verb = models.CharField(max_length=12)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="proposals")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)

    class Meta:
        constraints = [
            unique("workshop", "uid", name="proposal_uid_once"),
            one_of("state", "open made dropped", "proposal_state"),
        ]

    def __str__(self) -> str:
        return self.verb


class Stance(models.Model):
    """What one seat answers to a proposal, with a word of why."""

    class Answer(models.TextChoices):
        FINE = "fine", _("Fine")
        LIVE_WITH = "live_with", _("Can live with it")
        SUBTHEME = "subtheme", _("Keep mine as a sub-theme")
        NO = "no", _("No")

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="stances")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="stances")
    answer = models.CharField(max_length=10, choices=Answer)
    why = CleanTextField(blank=True)

    class Meta:
        constraints = [
            unique("proposal", "seat", name="stance_once"),
            one_of("answer", "fine live_with subtheme no", "stance_answer"),
        ]

    def __str__(self) -> str:
        return self.answer


class Change(models.Model):
    """One change of the set of cards that was made: the lineage."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="changes")
    n = models.PositiveIntegerField()
    uid = uid_field()
    verb = models.CharField(max_length=12)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="changes")
    proposal = models.ForeignKey(Proposal, models.SET_NULL, null=True, blank=True, related_name="changes")
    reason = CleanTextField(blank=True)
    undoes = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="undone_by")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            unique("workshop", "n", name="change_n_once"),
            unique("workshop", "uid", name="change_uid_once"),
        ]

    def __str__(self) -> str:
        return f"{self.n} {self.verb}"


class ChangeCard(models.Model):
    """A card's part in a change, with what it was before."""

    class Side(models.TextChoices):
        SOURCE = "source", _("Source")
        RESULT = "result", _("Result")

    change = models.ForeignKey(Change, models.CASCADE, related_name="cards")
    card = models.ForeignKey(Card, models.CASCADE, related_name="changes")
    side = models.CharField(max_length=6, choices=Side)
    before_status = models.CharField(max_length=10, blank=True)
    before_position = models.PositiveSmallIntegerField(null=True, blank=True)
    before_parent = models.ForeignKey(Card, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            unique("change", "card", "side", name="change_card_once"),
            one_of("side", "source result", "change_card_side"),
        ]

    def __str__(self) -> str:
        return self.side
