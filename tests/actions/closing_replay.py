"""What goes on after the close: facilitators reflect, and lay a transcript beside the workshop."""

import uuid
from contextlib import suppress

from tests.support import House
from tests.views.rows_replay import SPEECH
from workshop.actions.reflections import (
    write_reflection,
)
from workshop.actions.step_notes import decide_step_note, save_step_note
from workshop.actions.transcripts import add_transcript
from workshop.models import Note, Stale, Step, Transcript


def note(house: House) -> Note:
    """A note of Fay's."""
    return write_reflection(house.fay, 0, "Late", uid=uuid.uuid4())


def transcript(house: House) -> Transcript:
    """A transcript."""
    begins = house.workshop.created_at
    return add_transcript(house.fay, uid=uuid.uuid4(), name="Late", begins_at=begins, text=SPEECH)


def step(house: House) -> Step:
    """The first step."""
    return house.workshop.steps.earliest("position")


def step_note(house: House) -> Note | None:
    """A note of Fay's on a step."""
    return save_step_note(house.fay, step(house), "Late", 0)


def step_notes(house: House) -> None:
    """The note, and another version of it."""
    step_note(house)
    with suppress(Stale):
        save_step_note(house.fay, step(house), "Later", 0)


def decided(house: House) -> Note:
    """The choice between both."""
    copy = house.workshop.notes.exclude(copy_of=None).get()
    return decide_step_note(house.fay, step(house), copy, "mine", 1)
