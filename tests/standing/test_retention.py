"""A workshop is kept until its day: facilitators are reminded, then all is erased, and a record stays."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as given
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.stagecraft import bring, put, say
from tests.support import House, client_of, make_house, make_user
from workshop.actions.jobs import beat, do_next
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.retention import WAYS, set_retention
from workshop.actions.workshops import create_workshop
from workshop.models import Audit, Invalid, Job, Workshop

pytestmark = pytest.mark.django_db
DAY = timezone.localdate() + timedelta(days=400)


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def at(day: date) -> datetime:
    """Return the morning of a day."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Europe/London"))


def work_until(day: date) -> int:
    """Do all that is due by a morning; return how much that was."""
    return sum(iter(lambda: do_next(at(day), WAYS), False))


def still_there(house: House) -> bool:
    """Whether Fay's workshop is."""
    return Workshop.objects.filter(pk=house.workshop.pk).exists()


def test_facilitators_are_reminded_twice_and_once_each(house: House) -> None:
    set_retention(house.fay, DAY)
    sent = []
    for days in (31, 30, 29, 8, 7, 6):
        work_until(DAY - timedelta(days=days))
        sent.append(len(mail.outbox))
    assert sent == [0, 1, 1, 1, 2, 2]
    assert mail.outbox[0].to == ["fay@example.org"]
    assert f"/w/{house.workshop.slug}/retention/" in str(mail.outbox[0].body)


def test_on_its_day_everything_is_erased_and_a_record_without_words_stays(
    house: House, record_property: Callable[[str, object], None]
) -> None:
    put(house, "welcome")
    set_retention(house.fay, DAY)
    work_until(DAY - timedelta(days=1))
    assert still_there(house)
    work_until(DAY)
    assert not still_there(house)
    assert Workshop.objects.filter(pk=house.zoe.workshop_id).exists()
    line = Audit.objects.get(slug=house.workshop.slug, verb="workshop_erased")
    assert {key: line.ids[key] for key in ("until", "people", "cards")} == {
        "until": str(DAY),
        "people": "4",
        "cards": "6",
    }
    assert house.workshop.slug in given.ERASURES_FILE.read_text()
    record_property("retention: erased on their day", 1)


def test_a_postponed_day_erases_nothing_before_the_new_one(house: House) -> None:
    set_retention(house.fay, DAY)
    later = DAY + timedelta(days=90)
    assert set_retention(house.fay, later)
    assert not set_retention(house.fay, later)
    work_until(DAY)
    assert (still_there(house), mail.outbox) == (True, [])
    set_retention(house.fay, None)
    work_until(later)
    assert still_there(house)
    assert Audit.objects.filter(slug=house.workshop.slug, verb="retention_set").count() == 3


def test_a_day_that_is_past_or_today_is_refused(house: House) -> None:
    for day in (timezone.localdate(), date(2001, 1, 1)):
        with pytest.raises(Invalid, match="after today"):
            set_retention(house.fay, day)


def test_what_the_host_set_is_offered_to_new_workshops(settings: Any) -> None:
    settings.RETAIN_DAYS = 365
    seat = create_workshop(make_user("gil@example.org"), SIX_TENSIONS)
    assert seat.workshop.retain_until == timezone.localdate() + timedelta(days=365)
    assert Job.objects.filter(key__contains=seat.workshop.slug).count() == 3


def page(house: House, name: str, **sent: str) -> str:
    """Open a page as Fay, or send it a form; return where that leads."""
    client, url = client_of(house.fay), reverse(name, args=[house.workshop.slug])
    return (client.post(url, sent, follow=True) if sent else client.get(url)).content.decode()


def test_the_page_sets_the_day_and_says_what_would_be_gone(house: House) -> None:
    say(house, house.ada, bring(house), "True")
    shown = page(house, "retention", day=f"{DAY:%Y-%m-%d}")
    assert f"erased on {DAY.day} {DAY:%B %Y}" in shown
    assert "<b>1</b> comment" in shown
    assert "after today" in page(house, "retention", day="2001-01-01")
    assert "Write the date as" in page(house, "retention", day="soon")


def test_within_a_month_the_facilitators_pages_say_so(house: House) -> None:
    for days, told in ((60, False), (20, True)):
        set_retention(house.fay, timezone.localdate() + timedelta(days=days))
        assert ("is erased on" in page(house, "overview")) == told
    assert (
        "is erased on" not in client_of(house.ada).get(f"/w/{house.workshop.slug}/results/").content.decode()
    )


def test_a_worker_that_does_not_run_is_told_where_somebody_relies_on_it(house: House) -> None:
    assert "Nothing is erased by itself" not in page(house, "retention")
    set_retention(house.fay, DAY)
    assert "Nothing is erased by itself" in page(house, "retention")
    beat(timezone.now())
    assert "Nothing is erased by itself" not in page(house, "retention")
    assert not do_next(timezone.now(), WAYS)
