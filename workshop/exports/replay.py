"""Notes on moments that facilitators shared, as plain data; never a private one, no words of a transcript."""

from typing import Any

from workshop.models import Note, Workshop

from .moments import moments

Data = dict[str, Any]


def reflections_of(workshop: Workshop) -> list[Data]:
    """Return each note on a moment that its author shared with the other facilitators."""
    rows = workshop.notes.filter(
        kind=Note.Kind.REFLECTION, shared_at__isnull=False, removed_at__isnull=True
    ).select_related("seat", "step__card")
    return [
        {**_head(row), "body": row.body, **_step(row), **moments(row, ["at", "shared_at"])} for row in rows
    ]


def _step(note: Note) -> Data:
    """Return the step of the live hour that a note was written on: its kind and its card."""
    step = note.step
    return {"step": step.kind if step else None, "card": str(step.card.uid) if step and step.card else None}


def transcripts_of(workshop: Workshop) -> list[Data]:
    """Return which transcripts lie beside the workshop; nobody agreed that their words are passed on."""
    rows = workshop.transcripts.defer("body").select_related("seat")
    return [{**_head(row), "name": row.name, **moments(row, ["begins_at", "at"])} for row in rows]


def _head(row: Any) -> Data:
    return {"uid": str(row.uid), "seat": row.seat.pseudonym if row.seat else None}


def reflection_rows(document: Data) -> list[Data]:
    """Return the notes in long form, each with the moment that it is pinned to."""
    return [
        {
            "record": "note on a moment",
            "seat": each["seat"],
            "card": each["card"],
            "measure": each["at"],
            "value": each["step"],
            "text": each["body"],
        }
        for each in document["reflections"]
    ]
