"""What the actions of the preparation space do after the close: they are all refused."""

import uuid
from collections.abc import Callable

from tests.support import House
from workshop.actions.preparation import edit_note, make_card, remove_note, share_notes, write_note
from workshop.models import Note


def note_before_the_close(house: House) -> None:
    """Let Fay write a note and lay it down."""
    note = write_note(house.fay, uid=uuid.uuid4(), title="Before", body="")
    share_notes(house.fay, [note], shared=True)


def note() -> Note:
    """Fay's note."""
    return Note.objects.get(title="Before")


PREPARATION: dict[str, Callable[[House], object]] = {
    "write_note": lambda house: write_note(house.fay, uid=uuid.uuid4(), title="Late", body=""),
    "edit_note": lambda house: edit_note(house.fay, note(), 1, title="Late", body=""),
    "share_notes": lambda house: share_notes(house.fay, [note()], shared=False),
    "remove_note": lambda house: remove_note(house.fay, note()),
    "make_card": lambda house: make_card(house.fay, [note()], uid=uuid.uuid4(), title="Late"),
}
