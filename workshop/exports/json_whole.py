"""The whole workshop as JSON. Its schema is ``schema/workshop-1.schema.json`` beside this file."""

import json
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workshop.models import Workshop

from .document import FORMAT, VERSION, Data, document_of
from .formats import Format, Use, from_document
from .moments import stamp

SCHEMA = Path(__file__).parent / "schema" / f"workshop-{VERSION}.schema.json"


def write_json(workshop: Workshop) -> bytes:
    """Return the workshop as UTF-8 JSON, with all that its promise allows."""
    return json_of(document_of(workshop))


def json_of(document: Data) -> bytes:
    """Return a document as UTF-8 JSON, in an envelope with its version and time."""
    envelope = {"format": FORMAT, "version": VERSION, "exported_at": stamp(timezone.now())}
    return json.dumps({**envelope, **document}, ensure_ascii=False, indent=2).encode() + b"\n"


JSON = Format(
    "json",
    _("Everything (JSON)"),
    _("The whole workshop in one file, with a published schema. Keep it as your archive."),
    Use.KEEPING,
    "application/json",
    from_document(json_of),
    may_be_kept=True,
    ending="json",
)
