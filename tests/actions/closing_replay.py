"""What goes on after the close: facilitators reflect, and lay a transcript beside the workshop."""

import uuid
from collections.abc import Callable

from tests.support import House
from tests.views.rows_replay import SPEECH
from workshop.actions.reflections import (
    edit_reflection,
    remove_reflection,
    share_reflection,
    write_reflection,
)
from workshop.actions.transcripts import add_transcript, remove_transcript
from workshop.models import Note, Transcript


def note(house: House) -> Note:
    """A note of Fay's."""
    return write_reflection(house.fay, 0, "Late", uid=uuid.uuid4())


def transcript(house: House) -> Transcript:
    """A transcript."""
    begins = house.workshop.created_at
    return add_transcript(house.fay, uid=uuid.uuid4(), name="Late", begins_at=begins, text=SPEECH)


REPLAY: dict[str, Callable[[House], object]] = {
    "write_reflection": note,
    "edit_reflection": lambda house: edit_reflection(house.fay, note(house), 1, "Later"),
    "share_reflection": lambda house: share_reflection(house.fay, note(house), shared=True),
    "remove_reflection": lambda house: remove_reflection(house.fay, note(house)),
    "add_transcript": transcript,
    "remove_transcript": lambda house: remove_transcript(house.fay, transcript(house)),
}
