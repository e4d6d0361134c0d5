"""The words of an open prompt."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS
from workshop.models.prompts import WORDS

from .fields import AgainForm, WordsField


class PromptForm(AgainForm):
    """A heading, what is asked, what one might think of, and who reads the answers."""

    heading = WordsField(
        label=_("Heading"),
        limit=LIMITS["title"],
        required=False,
        help_text=_("A few words, such as: How it began. Without one, lists show how the question begins."),
    )
    text = WordsField(
        label=_("Question"),
        limit=LIMITS["summary"],
        rows=3,
        help_text=_("What people are asked to write about."),
    )
    hints = WordsField(
        label=_("Hints"),
        limit=LIMITS["summary"],
        rows=5,
        required=False,
        help_text=_("What people might think of, one on each line. They stand between question and box."),
    )
    private = forms.BooleanField(
        label=_("Only facilitators read the answers, at the workshop too"),
        required=False,
        help_text=_("Otherwise the group reads them once you meet, with names or without as you promise."),
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def words(self) -> dict[str, str]:
        """The words that were sent, cleaned."""
        return {name: self.cleaned_data[name] for name in WORDS}
