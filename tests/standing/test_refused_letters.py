"""A mailbox that refuses a reminder holds up nobody else's, and no erasure."""

from datetime import datetime, time, timedelta
from smtplib import SMTPRecipientsRefused
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from tests.support import make_house
from workshop.actions.facilitators import add_facilitator
from workshop.actions.jobs import do_next
from workshop.actions.retention import WAYS, set_retention
from workshop.models import Audit, Workshop

pytestmark = pytest.mark.django_db
SEND = EmailMessage.send


def refuse_fay(letter: EmailMessage) -> int:
    """Send a letter, but to Fay."""
    if letter.to == ["fay@example.org"]:
        raise SMTPRecipientsRefused({"fay@example.org": (550, b"gone")})
    return SEND(letter)


def test_a_refused_letter_is_counted_and_all_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    house, day = make_house(leaders=1), timezone.localdate() + timedelta(days=400)
    add_facilitator(house.fay, name="Gil", email="gil@example.org")
    set_retention(house.fay, day)
    mail.outbox.clear()
    monkeypatch.setattr(EmailMessage, "send", refuse_fay)
    for days in range(30, -1, -1):
        morning = datetime.combine(day - timedelta(days=days), time(9), ZoneInfo("Europe/London"))
        monkeypatch.setattr(timezone, "now", lambda morning=morning: morning)
        while do_next(morning, WAYS):
            pass
    assert [letter.to for letter in mail.outbox] == [["gil@example.org"]] * 2
    assert not Workshop.objects.filter(pk=house.workshop.pk).exists()
    reminded = Audit.objects.filter(slug=house.workshop.slug, verb="reminded")
    assert [(line.ids["count"], line.ids["refused"]) for line in reminded] == [("1", "1")] * 2
