"""What each person answered in a round: one ballot a seat, one mark a card."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .base import one_of, unique
from .cards import Card
from .people import Seat
from .rounds import Round
from .text import CleanTextField


class Ballot(models.Model):
    """One seat's answer to one round: a state, not an event. Sending it twice changes nothing.

    ``proxy`` is the facilitator who entered it for a person without a device: of a poll here, as it is
    answered whole, of a sort at each mark.
    """

    class State(models.TextChoices):
        STARTED = "started", _("Started")
        SENT = "sent", _("Sent")
        ABSTAINED = "abstained", _("Abstained")

    round = models.ForeignKey(Round, models.CASCADE, related_name="ballots")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="ballots")
    rev = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.STARTED)
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="proxy_ballots")

    class Meta:
        constraints = [
            unique("round", "seat", name="ballot_once"),
            one_of("state", "started sent abstained", "ballot_state"),
        ]

    def __str__(self) -> str:
        return self.state


class Mark(models.Model):
    """What one ballot says of one card. No row means not answered, which is never the same as not placed."""

    class Zone(models.TextChoices):
        INNER = "inner", _("Inner")
        OUTER = "outer", _("Outer")
        UNPLACED = "unplaced", _("Not placed")

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="marks")
    card = models.ForeignKey(Card, models.CASCADE, related_name="marks")
    zone = models.CharField(max_length=8, choices=Zone, blank=True)
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = CleanTextField(blank=True)
    nominated = models.BooleanField(default=False)
    now = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(100)])
    want = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(100)])
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            unique("ballot", "card", name="mark_once"),
            models.CheckConstraint(
                condition=models.Q(zone="") | models.Q(zone__in=["inner", "outer", "unplaced"]),
                name="mark_zone",
            ),
            models.CheckConstraint(
                condition=(models.Q(now=None) | models.Q(now__lte=100))
                & (models.Q(want=None) | models.Q(want__lte=100)),
                name="mark_spectrum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.card_id} {self.zone}"


# Where a card lies, in full: the labels of the choices stand beside other words.
ZONES: dict[str, Promise] = {
    Mark.Zone.INNER: _("Inner circle"),
    Mark.Zone.OUTER: _("Outer circle"),
    Mark.Zone.UNPLACED: _("Not placed"),
}
