"""A note on a moment, and a transcript, as forms."""

import uuid
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from workshop.actions.transcripts import checked_transcript
from workshop.models import LIMITS, Invalid, Workshop

from .fields import AgainForm, ClockField, DayField, WordsField
from .notes import PrivateNoteForm

BYTES = 4 * LIMITS["transcript"]  # no file of that many characters is larger


class ReflectionForm(PrivateNoteForm):
    """What a facilitator thinks of a moment; ``theirs`` is what it says, if that was changed elsewhere."""

    theirs = ""
    body = WordsField(label=_("Note"), limit=LIMITS["long"], rows=5)


class TranscriptForm(AgainForm):
    """A WebVTT file, or its text, with the time at which it begins."""

    name = WordsField(
        label=_("Name"), limit=LIMITS["title"], help_text=_("For example: recording of the workshop.")
    )
    date = DayField(label=_("The recording begins on"))
    time = ClockField(label=_("The recording begins at"))
    file = forms.FileField(
        label=_("WebVTT file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".vtt,text/vtt"}),
        help_text=_("Programs for meetings save it as .vtt. At most 1,000,000 characters."),
    )
    text = forms.CharField(
        label=_("Or paste its text"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, workshop: Workshop, data: Any = None, files: Any = None) -> None:
        """Offer the time at which the workshop was to start."""
        self.zone = ZoneInfo(workshop.zone)
        starts = workshop.local(workshop.starts_at)
        known = {"date": starts.date(), "time": starts.time()} if starts else {}
        super().__init__(data, files, initial=known)
        for name in ("date", "time"):
            self.fields[name].required = True
        self.fields["time"].widget.attrs["step"] = 1
        self.fields["time"].help_text = _("In the time zone of the workshop, %(zone)s.") % {
            "zone": workshop.zone
        }

    def clean(self) -> dict[str, Any]:
        """Take the file if there is one, else the text; refuse what is no WebVTT."""
        sent: dict[str, Any] = super().clean() or {}
        file, pasted = sent.get("file"), sent.get("text", "")
        field = "file" if file or not pasted else "text"
        try:
            sent["text"] = checked_transcript(pasted if field == "text" else _read(file))
        except (Invalid, ValidationError) as refused:
            self.add_error(field, refused.message)
        return sent

    @property
    def begins_at(self) -> datetime:
        """When the recording begins."""
        sent = self.cleaned_data
        return datetime.combine(sent["date"], sent["time"], self.zone)


def _read(file: Any) -> str:
    if not file:
        raise ValidationError(_("Choose a file, or paste its text below."))
    if file.size > BYTES:
        raise ValidationError(_("This file is too large. Split it in two and add them one by one."))
    try:
        return str(file.read(), "utf-8")
    except UnicodeDecodeError as wrong:
        raise ValidationError(_("This file is no text in UTF-8. Export the transcript as WebVTT.")) from wrong
