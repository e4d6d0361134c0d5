"""What each says to the text that a group wrote together: I agree, or I dissent, with a word of why."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import one_of, unique
from .comments import Prompt
from .people import Seat
from .text import CleanTextField


class Assent(models.Model):
    """One seat's word on the agreed text of a question; ``rev`` is that of the text it was said to.

    No seat once it is unlinked.

    ``proxy`` is the facilitator who entered it for a person without a device.
    """

    class Answer(models.TextChoices):
        AGREE = "agree", _("I agree")
        DISSENT = "dissent", _("I dissent")

    prompt = models.ForeignKey(Prompt, models.CASCADE, related_name="assents")
    seat = models.ForeignKey(Seat, models.CASCADE, null=True, blank=True, related_name="assents")
    answer = models.CharField(max_length=8, choices=Answer)
    why = CleanTextField(blank=True)
    rev = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            unique("prompt", "seat", name="assent_once"),
            one_of("answer", "agree dissent", "assent_answer"),
        ]

    def __str__(self) -> str:
        return self.answer
