"""The rows of letters: facilitators write and send them; whoever got one asks for no more."""

import uuid

from tests.support import House
from tests.views.permissions import Row, Words, anybody, fay
from workshop.actions.letters import begin_letter
from workshop.actions.letters.sending import send_letter
from workshop.models import Letter, Post
from workshop.models.no_letters import token_of


def written(house: House) -> Letter:
    """An invitation that nobody got."""
    return begin_letter(house.fay, "invitation", uuid.uuid4())


def sent(house: House) -> None:
    """One that waits for Ben, and that the mail server refused for Ada."""
    letter = written(house)
    send_letter(house.fay, letter, rev=1, whom=[house.ada.uid, house.others[0].uid])
    Post.objects.filter(seat=house.ada).update(state="refused", said="550 gone")


def it(house: House) -> Words:
    return {"uid": house.workshop.letters.get().uid}


def new(house: House) -> Words:
    return {"kind": "thanks", "uid": str(uuid.uuid4())}


def words(house: House) -> Words:
    return {"subject": "Come to {workshop}", "body": "Here: {link}", "rev": "1"}


def words_to_try(house: House) -> Words:
    return words(house) | trial(house) | {"then": "trial"}


def words_to_send(house: House) -> Words:
    return words(house) | {"then": "people", "whom": "everybody"}


def trial(house: House) -> Words:
    return {"trial": str(uuid.uuid4())}


def everybody(house: House) -> Words:
    return {"whom": "everybody"}


def to_ben(house: House) -> Words:
    return {"rev": "1", "people": house.others[0].uid.hex}


def ada_copy(house: House) -> Words:
    return {"post": str(Post.objects.get(seat=house.ada).uid)}


def ada_word(house: House) -> Words:
    return {"token": token_of(house.ada)}


LETTER_ROWS = [
    Row("letters", fay(200), before=sent),
    Row("letter-new", fay(302), "post", data=new),
    Row("letter", fay(200), parts=it, before=written),
    Row("letter", fay(302), "post", it, words, before=written),
    Row("letter", fay(302), "post", it, words_to_try, before=written),
    Row("letter", fay(302), "post", it, words_to_send, before=written),
    Row("letter-log", fay(200), parts=it, before=sent),
    Row("letter-removal", fay(302), "post", it, before=written),
    Row("letter-trial", fay(302), "post", it, trial, before=written),
    Row("letter-choice", fay(200), parts=it, before=written),
    Row("letter-sending", fay(200), parts=it, data=everybody, before=written),
    Row("letter-sending", fay(302), "post", it, to_ben, before=written),
    Row("letter-again", fay(302), "post", it, ada_copy, before=sent),
    Row("letter-stopping", fay(302), "post", it, before=sent),
    Row("no-letters", anybody(200), parts=ada_word, in_workshop=False),
    Row("no-letters", anybody(200), "post", ada_word, in_workshop=False),
]
