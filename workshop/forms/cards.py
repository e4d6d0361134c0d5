"""The words of a card."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS

from .fields import AgainForm, WordsField

WORDS = ("title", "short_title", "summary", "notes")


class CardForm(AgainForm):
    """A card's title, the short title for its slip, its summary, and notes that only facilitators see."""

    title = WordsField(label=_("Title"), limit=LIMITS["title"])
    short_title = WordsField(
        label=_("Short title for the slip on the table"),
        limit=LIMITS["short_title"],
        required=False,
        help_text=_("Two lines of 12 characters. Without one, the slip shows the card's number alone."),
    )
    summary = WordsField(
        label=_("Summary"),
        limit=LIMITS["summary"],
        rows=4,
        required=False,
        help_text=_("Two or three sentences that everybody reads before they comment."),
    )
    notes = WordsField(
        label=_("Notes for facilitators"),
        limit=LIMITS["text"],
        rows=3,
        required=False,
        help_text=_("Nobody else sees them."),
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    rev = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)

    @property
    def words(self) -> dict[str, str]:
        """The words that were sent, cleaned."""
        return {name: self.cleaned_data[name] for name in WORDS}
