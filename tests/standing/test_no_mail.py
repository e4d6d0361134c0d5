"""A server that sends no mail says so wherever a letter is spoken of, and reminds nobody by printing."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from tests.support import client_of, make_house
from workshop.actions.jobs import do_next
from workshop.actions.retention import WAYS, set_retention
from workshop.actions.workshops import close_workshop
from workshop.models import Audit, User, Workshop

pytestmark = pytest.mark.django_db
PRINTED = override_settings(EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend")


@PRINTED
def test_a_reminder_that_was_only_printed_erases_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    house, day = make_house(leaders=1), timezone.localdate() + timedelta(days=400)
    set_retention(house.fay, day)
    for days in range(30, -40, -1):
        morning = datetime.combine(day - timedelta(days=days), time(9), ZoneInfo("Europe/London"))
        monkeypatch.setattr(timezone, "now", lambda morning=morning: morning)
        while do_next(morning, WAYS):
            pass
    assert Workshop.objects.filter(pk=house.workshop.pk).exists()
    verbs = Audit.objects.filter(slug=house.workshop.slug).values_list("verb", flat=True)
    assert set(verbs) == {"retention_set", "retention_put_off"}


@pytest.mark.parametrize("kind", ["console", "dummy"])
def test_who_adds_a_facilitator_is_told_that_no_letter_went(kind: str) -> None:
    house = make_house(leaders=1)
    with override_settings(EMAIL_BACKEND=f"django.core.mail.backends.{kind}.EmailBackend"):
        page = client_of(house.fay).post(
            reverse("facilitators", kwargs={"slug": house.workshop.slug}),
            {"email": "hal@example.org", "name": "Hal"},
        )
    assert User.objects.filter(email="hal@example.org").exists()
    assert "No letter was sent: this server sends no mail." in page.text
    assert "We wrote to" not in page.text
    assert "/accounts/password/" in page.text


@PRINTED
def test_the_pages_of_a_forgotten_password_name_another_way() -> None:
    for name in ("password_reset", "password_reset_done"):
        page = Client().get(reverse(name)).text
        assert "This server sends no mail." in page
        assert "manage.py facilitator" in page
        assert "on its way" not in page
        assert "We send a link" not in page


@PRINTED
def test_the_pages_of_a_workshop_promise_no_reminder_by_mail_and_no_erasure() -> None:
    house = make_house(leaders=1)
    set_retention(house.fay, timezone.localdate() + timedelta(days=20))
    fay = client_of(house.fay)
    page = fay.get(reverse("retention", kwargs={"slug": house.workshop.slug})).text
    assert "Nothing is erased by itself here" in page
    assert "reminded by e-mail" not in page
    overview = fay.get(reverse("overview", kwargs={"slug": house.workshop.slug})).text
    assert "This server sends no mail, so the day is put off" in overview
    setup = fay.get(reverse("setup", kwargs={"slug": house.workshop.slug})).text
    assert "by hand: this server sends no mail" in setup
    close_workshop(house.fay)
    home = fay.get("/").text
    assert "delete it then" in home
    assert "unless you keep it longer" not in home
