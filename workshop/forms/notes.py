"""What the forms of private notes share: which note it is, and the rev that its words rest on."""

import uuid

from django import forms
from django.http import QueryDict

from workshop.models import Note

from .fields import AgainForm


class PrivateNoteForm(AgainForm):
    """A note that is there or a new one; the words are the fields of its kind."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    rev = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)

    def __init__(self, data: QueryDict | None = None, note: Note | None = None) -> None:
        """Take what was sent, for a note that is there or for a new one."""
        known = {name: getattr(note, name) for name in self.base_fields} if note else {}
        super().__init__(data, initial=known, auto_id=f"note-{note.uid if note else 'new'}-%s")
        self.note = note
