"""A mail server for tests: it keeps what it takes, and refuses, puts off or breaks off as it is told."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import override_settings

Answer = Callable[[str], str]


class Postbox:
    """What the server was told, and what it says: ``rcpt`` and ``data`` answer for an address."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.to: list[str] = []
        self.lines = 0
        self.rcpt: dict[str, str] = {}
        self.data: dict[str, str | Callable[[], str]] = {}

    async def handle_EHLO(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Count the lines that were opened."""
        self.lines += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take an address or refuse it."""
        if address in self.rcpt:
            return self.rcpt[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Take a letter, or say something else."""
        (address,) = envelope.rcpt_tos
        answer = self.data.get(address, "")
        says = answer() if callable(answer) else answer
        if says and not says.startswith("2"):
            return says
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.mails.append(message_from_bytes(content, policy=default))
        self.to.append(address)
        return says or "250 OK"


@contextmanager
def postbox() -> Iterator[Postbox]:
    """Serve mail on this machine for a while, with Roundel set to use it."""
    box = Postbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(cast(Any, box), hostname="127.0.0.1", port=port)
    controller.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    try:
        with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
            yield box
    finally:
        controller.stop()


def no_server() -> override_settings:
    """Set Roundel to a port at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    backend = "django.core.mail.backends.smtp.EmailBackend"
    return override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port)


def text_of(mail: EmailMessage, form: str = "plain") -> str:
    """Return what a letter says in one of its forms."""
    part = mail.get_body((form,))
    assert part is not None
    return str(part.get_content())
