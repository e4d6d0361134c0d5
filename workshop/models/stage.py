"""The stage: what everyone is looking at now is one step of the agenda."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .cards import Card
from .comments import Prompt
from .people import Seat
from .rounds import Round
from .workshops import Workshop


class Step(models.Model):
    """One line of the agenda. ``Workshop.step`` points at the one on the stage."""

    class Kind(models.TextChoices):
        WELCOME = "welcome", _("Welcome")
        POLL = "poll", _("Opening poll")
        CARD = "card", _("Discussion of a card")
        QUESTION = "question", _("Question")
        SORT = "sort", _("Card sort")
        SPECTRUM = "spectrum", _("Spectrum")
        CHANGE = "change", _("Change of cards")
        BREAK = "break", _("Break")
        RESULTS = "results", _("Results")
        CLOSE = "close", _("Close")

    FIXED = (Kind.WELCOME, Kind.RESULTS, Kind.CLOSE)

    class State(models.TextChoices):
        WAITING = "waiting", _("To come")
        DONE = "done", _("Done")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="steps")
    uid = uid_field()
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=8, choices=Kind)
    card = models.ForeignKey(Card, models.CASCADE, null=True, blank=True, related_name="steps")
    round = models.ForeignKey(Round, models.CASCADE, null=True, blank=True, related_name="steps")
    prompt = models.ForeignKey(Prompt, models.CASCADE, null=True, blank=True, related_name="steps")
    chair = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="chaired_steps")
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            unique("workshop", "uid", name="step_uid_once"),
            one_of(
                "kind", "welcome poll card question sort spectrum change break results close", "step_kind"
            ),
            one_of("state", "waiting done", "step_state"),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.kind}"

    @property
    def is_movable(self) -> bool:
        """Whether it may change places in the agenda: it has not begun, and is no welcome and no end."""
        return self.kind not in self.FIXED and self.started_at is None

    @property
    def is_removable(self) -> bool:
        """Whether it may be taken off the agenda here; a round is removed among the rounds."""
        return self.is_movable and self.round_id is None

    @property
    def over_at(self) -> datetime | None:
        """When a break that has begun is to be over; ``None`` for all else."""
        if self.minutes is None or self.started_at is None:
            return None
        return self.started_at + timedelta(minutes=self.minutes)
