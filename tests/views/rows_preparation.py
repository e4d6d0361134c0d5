"""The rows of the preparation space: facilitators alone, and of their notes each their own."""

import uuid

from tests.setup import card_words
from tests.support import House
from tests.views.permissions import Row, Words, fay
from workshop.actions.preparation import share_notes, write_note
from workshop.actions.rounds import take_back_round

NOTE = uuid.UUID(int=11)


def words(house: House) -> Words:
    """A note as its form sends it."""
    return {"uid": str(uuid.uuid4()), "rev": 1, "title": "Trust", "body": "It comes first"}


def the_note(house: House) -> Words:
    """Fay's note."""
    return {"uid": NOTE}


def noted(house: House) -> None:
    """Let Fay write a note and lay it side by side; take the pack back, so that cards can be made."""
    note = write_note(house.fay, uid=NOTE, title="Trust", body="It comes last")
    share_notes(house.fay, [note], shared=True)
    if not house.pack.is_draft:
        take_back_round(house.fay, house.pack)


def chosen(house: House) -> Words:
    """Fay's note, chosen."""
    return {"note": str(NOTE), "share": "yes"}


def card_of_it(house: House) -> Words:
    """A card that is made of it."""
    return {**card_words(house), "note": str(NOTE)}


PREPARATION_ROWS = [
    Row("preparation", fay(200)),
    Row("preparation-notes", fay(302), "post", data=words),
    Row("preparation-note", fay(302), "post", the_note, words, before=noted),
    Row("preparation-removal", fay(302), "post", the_note, before=noted),
    Row("preparation-restoration", fay(302), "post", the_note, before=noted),
    Row("preparation-sharing", fay(302), "post", data=chosen, before=noted),
    Row("preparation-card", fay(200), data=chosen, before=noted),
    Row("preparation-card", fay(302), "post", data=card_of_it, before=noted),
]
