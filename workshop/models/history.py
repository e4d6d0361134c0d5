"""What was done, without words: history of a workshop, audit of access, and jobs that wait."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import one_of, unique
from .people import Seat
from .workshops import Workshop


class History(models.Model):
    """One thing that was done. It holds ids, never words; ballots and autosaves are not in it."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="history")
    n = models.PositiveIntegerField()
    verb = models.CharField(max_length=40)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    ids = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["n"]
        constraints = [unique("workshop", "n", name="history_n_once")]

    def __str__(self) -> str:
        return f"{self.n} {self.verb}"


class Audit(models.Model):
    """Access and exports of a workshop, each row chained to the one before by its hash.

    The database refuses to change or remove a row. An erased workshop or seat leaves its rows: ``slug`` and
    ``who``, the hex of the seat's uid (empty for whoever runs the server), stay as they are.
    """

    workshop = models.ForeignKey(Workshop, models.SET_NULL, null=True, blank=True, related_name="audit")
    slug = models.CharField(max_length=20)
    n = models.PositiveIntegerField()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    who = models.CharField(max_length=32, blank=True, default="")
    verb = models.CharField(max_length=40)
    ids = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)
    prev_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["n"]
        constraints = [unique("slug", "n", name="audit_n_once")]

    def __str__(self) -> str:
        return f"{self.n} {self.verb}"


class Job(models.Model):
    """Work that waits its turn: mail, retention, long exports."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=120, unique=True)
    due_at = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [one_of("state", "waiting done failed", "job_state")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
