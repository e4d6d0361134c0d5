"""The form for a table: a box to paste into, or a file."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models.setup import print_of

from .fields import AgainForm


class TableForm(AgainForm):
    """A table, pasted or as a file; ``looked`` is the print of the text whose preview the page shows."""

    text = forms.CharField(
        label=_("Paste rows here"),
        strip=False,
        required=False,
        widget=forms.Textarea({"rows": 10, "autocomplete": "off", "spellcheck": "false", "wrap": "off"}),
        help_text=_("From a spreadsheet, or with commas, semicolons or tabs between the columns."),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        required=False,
        widget=forms.FileInput(
            attrs={"accept": ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain"}
        ),
        help_text=_("CSV or XLSX, at most 5 MB. Of a workbook the first sheet is read."),
        error_messages={"empty": _("The file is empty.")},
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    looked = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a form with nothing in it, and one with two tables: neither is thrown away for the other."""
        sent: dict[str, Any] = super().clean() or {}
        text, file = sent.get("text", ""), sent.get("file")
        if "file" in self.errors:
            return sent
        if not file and not text.strip():
            self.add_error("text", _("Paste a table, or choose a file."))
        if file and text.strip() and not self.is_seen:
            says = _("There are rows in the box that nobody looked at yet. Empty it, or leave the file out.")
            self.add_error("file", says)
        return sent

    @property
    def is_seen(self) -> bool:
        """Whether the page that sent this showed what becomes of the text in the box."""
        text = str(self.data.get("text", "")).replace("\r\n", "\n")
        return bool(text) and self.data.get("looked") == print_of(text)
