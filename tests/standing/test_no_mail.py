"""A server that sends no mail says so wherever a letter is spoken of, and reminds nobody by printing."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db.models import F
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from tests.support import House, client_of, make_house
from workshop.actions.jobs import do_next
from workshop.actions.retention import WAYS, see_retention, set_retention
from workshop.models import Audit, Closed, Stale, User, Workshop

pytestmark = pytest.mark.django_db
PRINTED = override_settings(EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend")


DAY = timezone.localdate() + timedelta(days=400)


def work_from(first: int, last: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what is due on each morning, from so many days before the day to so many after it."""
    for days in range(-first, last + 1):
        be_on(days, monkeypatch)
        while do_next(timezone.now(), WAYS):
            pass


def be_on(days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it the morning so many days after the day of erasure."""
    morning = datetime.combine(DAY + timedelta(days=days), time(9), ZoneInfo("Europe/London"))
    monkeypatch.setattr(timezone, "now", lambda: morning)


def verbs(house: House) -> list[str]:
    """Return what the audit of the workshop says, in order."""
    lines = Audit.objects.filter(slug=house.workshop.slug).exclude(verb="seen").order_by("n")
    return list(lines.values_list("verb", flat=True))


@PRINTED
def test_a_day_that_no_letter_went_about_is_put_off_once_by_a_month_and_comes_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = make_house(leaders=1)
    set_retention(house.fay, DAY)
    work_from(30, 29, monkeypatch)
    assert Workshop.objects.get(pk=house.workshop.pk).retain_until == DAY + timedelta(days=30)
    work_from(-30, 30, monkeypatch)
    assert not Workshop.objects.filter(pk=house.workshop.pk).exists()
    assert verbs(house) == ["retention_set", "retention_put_off", "workshop_erased"]


def test_a_day_comes_though_no_facilitator_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    house = make_house(leaders=1)
    User.objects.update(email=F("id"))
    User.objects.filter(people__seats=house.fay).update(email="")
    set_retention(house.fay, DAY)
    work_from(30, 29, monkeypatch)
    assert Workshop.objects.filter(pk=house.workshop.pk).exists()
    work_from(-30, 30, monkeypatch)
    assert not Workshop.objects.filter(pk=house.workshop.pk).exists()


@PRINTED
def test_a_facilitator_who_says_that_they_saw_it_stands_in_for_the_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = make_house(leaders=1)
    set_retention(house.fay, DAY)
    be_on(-20, monkeypatch)
    fay, page = client_of(house.fay), reverse("retention", kwargs={"slug": house.workshop.slug})
    for name in ("overview", "results", "retention"):
        assert "I have seen it" in fay.get(reverse(name, kwargs={"slug": house.workshop.slug})).text
    told = fay.post(page, {"seen": str(DAY)}, follow=True).text
    assert "Noted." in told
    assert "I have seen it" not in told
    work_from(19, 0, monkeypatch)
    assert not Workshop.objects.filter(pk=house.workshop.pk).exists()
    assert verbs(house) == ["retention_set", "retention_seen", "workshop_erased"]


def test_nobody_says_a_year_before_or_of_another_day_that_they_saw_it() -> None:
    house = make_house(leaders=1)
    set_retention(house.fay, DAY)
    with pytest.raises(Closed, match="more than 30 days off"):
        see_retention(house.fay, str(DAY))
    set_retention(house.fay, timezone.localdate() + timedelta(days=20))
    with pytest.raises(Stale, match="changed meanwhile"):
        see_retention(house.fay, str(DAY))


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
def test_the_pages_of_a_workshop_promise_no_letter_and_the_erasure_that_comes() -> None:
    house = make_house(leaders=1)
    set_retention(house.fay, timezone.localdate() + timedelta(days=20))
    fay = client_of(house.fay)
    page = fay.get(reverse("retention", kwargs={"slug": house.workshop.slug})).text
    assert "You are reminded on pages only" in page
    assert "reminded by e-mail" not in page
    overview = fay.get(reverse("overview", kwargs={"slug": house.workshop.slug})).text
    assert "the day is put off once, by 30 days" in overview
    assert "Everything in it is erased on" in fay.get("/").text
    own = client_of(house.ada).get(reverse("my-data", kwargs={"slug": house.workshop.slug})).text
    assert "If none of them was reminded in time, it is erased 30 days later." in own
    assert "I have seen it" not in own
