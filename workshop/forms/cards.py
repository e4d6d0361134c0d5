"""The words of a card."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS

from .fields import AgainForm, WordsField

WORDS = ("title", "short_title", "summary", "pole_a", "pole_b", "notes")


class CardForm(AgainForm):
    """A card's title, the short title for its slip, its summary, and notes that only facilitators see."""

    title = WordsField(label=_("Title"), limit=LIMITS["title"])
    short_title = WordsField(
        label=_("Short title for the slip on the table"),
        limit=LIMITS["short_title"],
        required=False,
        help_text=_("Two lines of 12 characters. Left empty, the slip carries the beginning of the title."),
    )
    summary = WordsField(
        label=_("Summary"),
        limit=LIMITS["summary"],
        rows=4,
        required=False,
        help_text=_("Two or three sentences that everybody reads before they comment."),
    )
    pole_a = WordsField(
        label=_("One end of its spectrum"),
        limit=LIMITS["title"],
        required=False,
        help_text=_("If it is a line that you can move along: what stands at its two ends."),
    )
    pole_b = WordsField(label=_("The other end"), limit=LIMITS["title"], required=False)
    notes = WordsField(
        label=_("Notes for facilitators"),
        limit=LIMITS["text"],
        rows=3,
        required=False,
        help_text=_("Nobody else sees them."),
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    rev = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)

    def clean(self) -> dict[str, Any]:
        """Refuse one end of a spectrum without the other."""
        sent: dict[str, Any] = super().clean() or {}
        if bool(sent.get("pole_a")) != bool(sent.get("pole_b")):
            self.add_error("pole_b", _("A spectrum has two ends. Name both, or neither."))
        return sent

    @property
    def words(self) -> dict[str, str]:
        """The words that were sent, cleaned."""
        return {name: self.cleaned_data[name] for name in WORDS}
