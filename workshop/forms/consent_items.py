"""One thing that people are asked to agree to."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS

from .fields import AgainForm, WordsField


class ConsentItemForm(AgainForm):
    """Its words, and whether nobody can take part without agreeing."""

    text = WordsField(
        label=_("What people are asked to agree to"),
        limit=LIMITS["summary"],
        rows=3,
        help_text=_("One thing in one sentence, such as: I agree to take part."),
    )
    required = forms.BooleanField(label=_("Nobody can take part without agreeing to this"), required=False)
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
