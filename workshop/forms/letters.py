"""The words of a letter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS

from .fields import AgainForm, WordsField


class LetterForm(AgainForm):
    """Subject and body, with words in braces that are filled in for each person."""

    subject = WordsField(label=_("Subject"), limit=LIMITS["title"])
    body = WordsField(label=_("Letter"), limit=LIMITS["text"], rows=16)
    rev = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)
