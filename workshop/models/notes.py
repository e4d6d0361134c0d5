"""Private notes of facilitators, before the first cards and on moments of the workshop; and transcripts."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .cards import Card
from .people import Seat
from .text import LIMITS, CleanCharField, CleanTextField
from .workshops import Workshop


class Note(models.Model):
    """What one facilitator wrote for themselves. ``shared_at`` lays it beside the others' for comparison.

    ``step`` is the step of the live hour that it was written on. ``copy_of`` is another version of the same
    words, about which its author has not decided.
    """

    class Kind(models.TextChoices):
        READING = "reading", _("Reading, before the first cards")
        REFLECTION = "reflection", _("Reflection on a moment")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="notes")
    uid = uid_field()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="notes")
    kind = models.CharField(max_length=10, choices=Kind)
    rev = models.PositiveIntegerField(default=1)
    step = models.ForeignKey("Step", models.SET_NULL, null=True, blank=True, related_name="notes")
    copy_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    title = CleanCharField(max_length=LIMITS["title"], blank=True)
    body = CleanTextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    shared_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            unique("workshop", "uid", name="note_uid_once"),
            one_of("kind", "reading reflection", "note_kind"),
        ]

    def __str__(self) -> str:
        return self.title or self.body[:40]


class NoteCard(models.Model):
    """A card that was made of a note, before the pack."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="cards")
    card = models.ForeignKey(Card, models.CASCADE, related_name="notes_from")

    class Meta:
        constraints = [unique("note", "card", name="note_card_once")]

    def __str__(self) -> str:
        return f"{self.note_id} {self.card_id}"


class Transcript(models.Model):
    """A timed transcript in WebVTT, laid beside the workshop by its clock."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="transcripts")
    uid = uid_field()
    name = CleanCharField(max_length=LIMITS["title"])
    begins_at = models.DateTimeField()
    body = CleanTextField()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["begins_at", "pk"]
        constraints = [unique("workshop", "uid", name="transcript_uid_once")]

    def __str__(self) -> str:
        return self.name
