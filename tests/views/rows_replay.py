"""The rows of notes on moments and of transcripts: facilitators alone, and of the notes each their own."""

import uuid

from tests.support import House
from tests.views.permissions import Row, Words, fay
from workshop.actions.reflections import write_reflection
from workshop.actions.transcripts import add_transcript

NAMED = uuid.UUID(int=13)
SPEECH = "WEBVTT\n\n00:00.000 --> 00:05.000\n<v Ada>I would rather keep it.</v>\n"


def words(house: House) -> Words:
    """A note as its form sends it."""
    return {"uid": str(uuid.uuid4()), "rev": 1, "n": 0, "body": "It went quiet here"}


def named(house: House) -> Words:
    """The note or the transcript."""
    return {"uid": NAMED}


def noted(house: House) -> None:
    """Let Fay pin a note to the beginning."""
    write_reflection(house.fay, 0, "Everybody was tired", uid=NAMED)


def heard(house: House) -> None:
    """Let Fay add a transcript."""
    begins = house.workshop.created_at
    add_transcript(house.fay, uid=NAMED, name="Recording", begins_at=begins, text=SPEECH)


def speech(house: House) -> Words:
    """A transcript as its form sends it."""
    when = {"date": "2027-02-09", "time": "14:00"}
    return {"uid": str(uuid.uuid4()), "name": "Recording", **when, "text": SPEECH}


REPLAY_ROWS = [
    Row("reflections", fay(200)),
    Row("reflections", fay(302), "post", data=words),
    Row("reflection", fay(302), "post", named, words, before=noted),
    Row("reflection-sharing", fay(302), "post", named, before=noted),
    Row("reflection-removal", fay(302), "post", named, before=noted),
    Row("reflection-restoration", fay(302), "post", named, before=noted),
    Row("transcripts", fay(200)),
    Row("transcripts", fay(302), "post", data=speech),
    Row("transcript-removal", fay(200), "post", named, before=heard),
]
