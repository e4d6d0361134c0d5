"""What people are asked to agree to, and what they answered."""

from django.db import models
from django.utils import timezone

from .base import uid_field, unique
from .people import Seat
from .text import CleanTextField
from .workshops import Workshop


class ConsentItem(models.Model):
    """One thing that people are asked to agree to; a changed text is a new version."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="consent_items")
    uid = uid_field()
    key = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)
    text = CleanTextField()
    required = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [unique("workshop", "key", "version", name="consent_item_once")]

    def __str__(self) -> str:
        return self.text


class Consent(models.Model):
    """One answer to one consent item. Answers are added, never changed: the newest counts."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="consents")
    item = models.ForeignKey(ConsentItem, models.RESTRICT, related_name="answers")
    answer = models.BooleanField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.answer}"
