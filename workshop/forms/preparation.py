"""A private note, as a form."""

import uuid
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS, Note

from .fields import AgainForm, WordsField


class NoteForm(AgainForm):
    """What a facilitator read and made of it."""

    title = WordsField(label=_("Title"), limit=LIMITS["title"], required=False)
    body = WordsField(label=_("Note"), limit=LIMITS["long"], rows=5, required=False)
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    rev = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)

    def __init__(self, data: QueryDict | None = None, note: Note | None = None) -> None:
        """Take what was sent, for a note that is there or for a new one."""
        known = {name: getattr(note, name) for name in self.base_fields} if note else {}
        super().__init__(data, initial=known, auto_id=f"note-{note.uid if note else 'new'}-%s")
        self.note = note

    @property
    def words(self) -> dict[str, Any]:
        """The words that were sent, cleaned."""
        return {name: self.cleaned_data[name] for name in ("title", "body")}
