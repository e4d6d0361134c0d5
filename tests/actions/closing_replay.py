"""What goes on after the close: facilitators reflect, and lay a transcript beside the workshop."""

import uuid

from tests.support import House
from tests.views.rows_replay import SPEECH
from workshop.actions.reflections import (
    write_reflection,
)
from workshop.actions.transcripts import add_transcript
from workshop.models import Note, Transcript


def note(house: House) -> Note:
    """A note of Fay's."""
    return write_reflection(house.fay, 0, "Late", uid=uuid.uuid4())


def transcript(house: House) -> Transcript:
    """A transcript."""
    begins = house.workshop.created_at
    return add_transcript(house.fay, uid=uuid.uuid4(), name="Late", begins_at=begins, text=SPEECH)
