"""A quote, and until when its speaker is asked to check it."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS

from .fields import AgainForm, DayField, WordsField


class QuoteForm(AgainForm):
    """The words as they will appear, and how they are attributed."""

    text = WordsField(
        label=_("The quote"),
        limit=LIMITS["text"],
        rows=5,
        help_text=_("Shorten it by putting […] where words are left out. What they wrote stays as it is."),
    )
    attribution = WordsField(
        label=_("Attribution"),
        limit=LIMITS["title"],
        help_text=_("How the paper says whose words they are, such as: a senior leader of a council."),
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    rev = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6, initial=0)


class SendForm(AgainForm):
    """Until when an answer is hoped for."""

    until = DayField(label=_("Answer until"), help_text=_("Without a day, whenever they like."))
    rev = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)
