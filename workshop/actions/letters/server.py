"""The mail server, and what it says to one letter: it certainly took it, it certainly did not, or neither.

Django's own `send_messages` cannot tell the last two apart: a line that breaks before the letter was handed
over, and one that breaks while the server has it.
"""

import re
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.message import sanitize_address

from workshop.models import clean_line
from workshop.models.letters import SAID

ADDRESS = re.compile(r"<?[^\s<>@,;:]+@[^\s<>,;:]+>?")
FOR_GOOD = 500  # answers from here on are not worth another try


class NotTaken(Exception):
    """The server certainly has not taken a letter. ``again``: whether a later try may go better."""

    def __init__(self, said: str, *, again: bool) -> None:
        super().__init__(said)
        self.said, self.again = said, again


class MayHaveGone(Exception):
    """The line broke while the server had the letter: nobody knows whether it took it."""


class NoServer(Exception):
    """No mail server could be reached, or it takes nothing from us at all: nothing was handed over."""


@dataclass(frozen=True)
class Ready:
    """A letter with all that is said of it to a mail server; nothing is left that could fail to be built."""

    mail: EmailMessage
    sender: str
    to: list[str]
    content: bytes


def ready(mail: EmailMessage) -> Ready:
    """Put a letter into the form in which it is handed over.

    Raises:
        Exception: it cannot be; addresses and headers raise what they like.
    """
    encoding = mail.encoding or "utf-8"
    known = [sanitize_address(each, encoding) for each in (mail.from_email, *mail.recipients())]
    sender, *to = (parseaddr(each)[1].encode("ascii").decode() for each in known)
    content: Any = mail.message()  # Django's own, which knows how lines end in mail
    return Ready(mail, sender, to, content.as_bytes(linesep="\r\n"))


class Server:
    """A connection to the mail server, for many letters one after another.

    ``listens``: whether it took our sender for any of them, so that it is of use.
    """

    def __init__(self, backend: Any) -> None:
        self.backend, self.listens = backend, False

    def hand(self, letter: Ready) -> None:
        """Hand over a letter to its one recipient.

        Raises:
            NotTaken: the server refuses it, or puts it off. MayHaveGone: nobody knows.
            NoServer: the line was gone before it heard of the letter, or it takes no letters of our sender.
        """
        line: smtplib.SMTP | None = getattr(self.backend, "connection", None)
        if line is None or not isinstance(line, smtplib.SMTP):
            self.backend.send_messages([letter.mail])  # printed, or kept in memory: there is no server to ask
            return
        try:
            _begin(line, letter.sender)
            self.listens = True
            _address(line, letter.to)
        except OSError as gone:
            raise NoServer(said_by(gone)) from gone
        _data(line, letter.content)


@contextmanager
def mail_server() -> Iterator[Server]:
    """Open one connection for a batch.

    Raises:
        NoServer: there is none.
    """
    backend: Any = get_connection()
    try:
        backend.open()
    except OSError as gone:
        raise NoServer(said_by(gone)) from gone
    try:
        yield Server(backend)
    finally:
        with suppress(OSError):
            backend.close()


def _begin(line: smtplib.SMTP, sender: str) -> None:
    """Say who writes. A sender who is refused is refused for all letters: that is no fault of this one."""
    line.ehlo_or_helo_if_needed()
    code, words = line.mail(sender)
    if not 200 <= code < 300:
        _forget(line)
        raise NoServer(words_of(code, words))


def _address(line: smtplib.SMTP, to: list[str]) -> None:
    """Say to whom."""
    for each in to:
        code, words = line.rcpt(each)
        if not 200 <= code < 300:
            _forget(line)
            raise NotTaken(words_of(code, words), again=code < FOR_GOOD)


def _data(line: smtplib.SMTP, content: bytes) -> None:
    try:
        code, words = line.data(content)
    except smtplib.SMTPDataError as refused:  # before a byte of the letter was sent
        _forget(line)
        answer = words_of(refused.smtp_code, refused.smtp_error)
        raise NotTaken(answer, again=refused.smtp_code < FOR_GOOD) from refused
    except OSError as gone:
        raise MayHaveGone(said_by(gone)) from gone
    if not 200 <= code < 300:
        _forget(line)
        raise NotTaken(words_of(code, words), again=code < FOR_GOOD)


def _forget(line: smtplib.SMTP) -> None:
    with suppress(OSError):
        line.rset()


def words_of(code: int, words: bytes | str) -> str:
    """Return a server's answer as it may be kept: its number and words, short, without any address."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    return clean_line(ADDRESS.sub("…", f"{code} {text}"))[:SAID]


def said_by(fault: Exception) -> str:
    """Return what is to be kept of a fault of the line."""
    if isinstance(fault, smtplib.SMTPResponseException):
        return words_of(fault.smtp_code, fault.smtp_error)
    return clean_line(ADDRESS.sub("…", str(fault) or type(fault).__name__))[:SAID]
