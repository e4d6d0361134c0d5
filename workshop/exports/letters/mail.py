"""A copy of a letter as mail: plain text and HTML side by side, with nothing in it that calls home."""

from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from workshop.models import Letter, Workshop, clean_line

from .calendar import CALENDAR, calendar_of
from .copies import Copy

WITH_DATE = (Letter.Kind.INVITATION, Letter.Kind.MOVED)


def as_mail(
    copy: Copy, letter: Letter, *, to: str, uid: UUID, sender: str, answers_to: str, stoppable: bool = True
) -> EmailMultiAlternatives:
    """Return what the mail server is handed.

    Args:
        uid: of this copy; the same copy has the same Message-ID whenever it is sent.
        sender: the name of whoever sends it; the workshop's stands in for an empty one.
        answers_to: the address of the facilitator who sends it; empty for none.
        stoppable: whether one press in the mail program ends letters: not for a trial copy.
    """
    mail = EmailMultiAlternatives(
        copy.subject,
        copy.text,
        from_email=_from(sender or letter.workshop.title),
        to=[to],
        reply_to=[answers_to] if answers_to else None,
        headers={"Message-ID": f"<{uid}@{urlsplit(settings.SITE_URL).hostname}>"},
    )
    if stoppable:  # RFC 8058
        mail.extra_headers["List-Unsubscribe"] = f"<{copy.stop}>"
        mail.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.attach_alternative(render_to_string("workshop/letters/mail.html", {"copy": copy}), "text/html")
    if has_calendar(letter.kind, letter.workshop):
        mail.attach("workshop.ics", calendar_of(letter.workshop), CALENDAR)
    return mail


def _from(name: str) -> str:
    """Return a name before the host's own address: mail servers would refuse a letter from another's."""
    return formataddr((clean_line(name), parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))


def has_calendar(kind: str, workshop: Workshop) -> bool:
    """Whether a letter brings the date along as a file for calendars."""
    return kind in WITH_DATE and workshop.starts_at is not None
