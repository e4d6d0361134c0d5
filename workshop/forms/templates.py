"""The file of a template, and a workshop's words kept as one."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.actions.packs.taken import FIRST, NOW
from workshop.models import LIMITS

from .fields import AgainForm, WordsField


class TemplateFileForm(AgainForm):
    """A file that somebody was given."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    file = forms.FileField(
        label=_("The file"),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        help_text=_("A template that somebody took from Roundel (JSON). At most 1 MB."),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty. Ask for it once more."),
        },
    )


class KeepTemplateForm(AgainForm):
    """What the template is called, what it is for, and which words go along."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    name = WordsField(label=_("Name of the template"), limit=LIMITS["title"])
    says = WordsField(
        label=_("What it is for, in a line"),
        limit=LIMITS["reason"],
        required=False,
        help_text=_("For example: Six cards for a first meeting of a partnership."),
    )
    source = WordsField(
        label=_("Source"),
        limit=LIMITS["summary"],
        rows=2,
        required=False,
        help_text=_("Whose words these are, and which method they follow."),
    )
    edition = WordsField(label=_("Version"), limit=40, required=False, help_text=_("Such as 1, or May 2027."))
    words = forms.ChoiceField(
        label=_("The cards"),
        choices=[
            (NOW, _("As they are on the table now")),
            (FIRST, _("As the pack asked about them, before anything was merged or re-phrased")),
        ],
        widget=forms.RadioSelect,
        initial=NOW,
    )
    notes = forms.BooleanField(
        label=_("Take the facilitators’ notes on the cards along"),
        required=False,
        help_text=_("Whoever gets the file reads them. Leave them out if they speak of people."),
    )

    def __init__(self, differs: bool, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if not differs:  # there is only one way to take them
            del self.fields["words"]
