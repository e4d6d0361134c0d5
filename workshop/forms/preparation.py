"""A private note, as a form."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS

from .fields import WordsField
from .notes import PrivateNoteForm


class NoteForm(PrivateNoteForm):
    """What a facilitator read and made of it."""

    title = WordsField(label=_("Title"), limit=LIMITS["title"], required=False)
    body = WordsField(label=_("Note"), limit=LIMITS["long"], rows=5, required=False)

    @property
    def words(self) -> dict[str, Any]:
        """The words that were sent, cleaned."""
        return {name: self.cleaned_data[name] for name in ("title", "body")}
