"""The form for a filled Word file."""

from django import forms
from django.utils.translation import gettext_lazy as _

DOCX = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class FilledForm(forms.Form):
    """A Word file."""

    file = forms.FileField(
        label=_("The Word file"),
        widget=forms.FileInput(attrs={"accept": DOCX}),
        help_text=_("A Word document (.docx) of at most 10 MB."),
        error_messages={"required": _("Choose the file first."), "empty": _("The file is empty.")},
    )
