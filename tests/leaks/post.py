"""Letters of a recorded workshop: invitations, a reminder to Ben, and thanks that are not sent yet."""

import uuid
from collections.abc import Iterator
from email.message import Message
from unittest.mock import patch

from django.core import mail

from tests.leaks.cast import Cast
from tests.letters.desk import work
from workshop.actions.letters import begin_letter, edit_letter, handing
from workshop.actions.letters.sending import send_letter
from workshop.models import Letter, Seat


def invited(cast: Cast) -> None:
    """Fay invites everybody, in words of her own."""
    sent(cast, write(cast, "invitation", "letter"), cast.house.leaders)


def reminded(cast: Cast) -> None:
    """Fay reminds Ben of what is left in his pack, and begins to thank."""
    sent(cast, write(cast, "reminder", "reminder", "What is left:\n{left}\n"), [cast.ben])
    write(cast, "thanks", "thanks")


def write(cast: Cast, kind: str, label: str, more: str = "") -> Letter:
    """Write a letter with a canary in its subject and in its words."""
    begun = begin_letter(cast.fay, kind, uuid.uuid4())
    subject, words = cast.word(f"{label}-subject"), cast.word(f"{label}-words")
    body = f"Hello {{name}},\n\n{words}\n\n{more}{{link}}\n\n{{facilitator}}"
    return edit_letter(cast.fay, begun, rev=begun.rev, subject=f"{{name}}: {subject}", body=body)


def sent(cast: Cast, letter: Letter, seats: list[Seat]) -> None:
    """Send a letter, and let the worker hand it over."""
    send_letter(cast.fay, letter, rev=letter.rev, whom=[seat.uid for seat in seats])
    with patch.object(handing, "PACE", 0):
        work()


def delivered(cast: Cast) -> Iterator[tuple[str, str]]:
    """Yield what came by e-mail since the last time, each with whose letter box it came to."""
    for letter in mail.outbox:
        to = " ".join(letter.recipients()).casefold()
        known = (who for who in cast.seats if cast.canaries.planted[f"{who}-address"] in to)
        yield f"letter-{next(known, 'nobody')}", _whole(letter.message())
    mail.outbox.clear()


def _whole(message: Message) -> str:
    """Return a letter with its head and each of its parts, as its reader sees them."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    texts = [bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace") for part in parts]
    return "\n".join([*(f"{name}: {value}" for name, value in message.items()), *texts])
