"""The consensus rule of a round: agreed before its result is seen, stamped, and never changed in silence."""

from django.db import models
from django.utils import timezone

from .base import one_of
from .people import Seat
from .rounds import Round


class Rule(models.Model):
    """At least ``least`` of ``of`` who answered put a card in the zone. Rules are added; the newest holds."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="rules")
    least = models.PositiveSmallIntegerField()
    of = models.PositiveSmallIntegerField()
    zone = models.CharField(max_length=10, default="inner")
    hash = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            one_of("zone", "inner outer nominated", "rule_zone"),
            models.CheckConstraint(
                condition=models.Q(least__gte=1) & models.Q(least__lte=models.F("of")), name="rule_least"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.least}/{self.of} {self.zone}"
