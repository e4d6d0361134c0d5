"""The form for the file of a workshop that is brought back."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import AgainForm


class FileForm(AgainForm):
    """A file that Roundel wrote."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    file = forms.FileField(
        label=_("The file"),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        help_text=_(
            "Everything (JSON), as a facilitator took it under Results, Take the results away. At most 50 MB."
        ),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty. Take it from Roundel once more."),
        },
    )
