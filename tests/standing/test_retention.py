"""A workshop is kept until its day: facilitators are reminded, then all is erased, and a record stays."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as given
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.stagecraft import bring, put, say
from tests.support import House, client_of, make_house, make_user
from workshop.actions.auditing import audit_host
from workshop.actions.jobs import beat, do_next
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.retention import WAYS, set_retention
from workshop.actions.workshops import create_workshop
from workshop.models import Audit, Invalid, Job, Workshop
from workshop.models.retention import EARLIEST, GRACE, days_left, days_too_near

pytestmark = pytest.mark.django_db
DAY = timezone.localdate() + timedelta(days=400)


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def at(day: date) -> datetime:
    """Return the morning of a day."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Europe/London"))


def work_until(day: date) -> int:
    """Do all that is due by a morning, on that morning; return how much that was."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: at(day))
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
    work_until(DAY - timedelta(days=7))
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


def test_a_worker_that_was_away_puts_the_day_off_and_reminds_first(house: House) -> None:
    set_retention(house.fay, DAY)
    back = DAY + timedelta(days=5)
    work_until(back)
    house.workshop.refresh_from_db()
    assert house.workshop.retain_until == back + GRACE
    [letter] = mail.outbox  # no letter speaks of a day that is past
    assert f"{back + GRACE:%B %Y}" in str(letter.body)
    work_until(back + GRACE - timedelta(days=1))
    assert still_there(house)
    work_until(back + GRACE)
    assert not still_there(house)
    verbs = Audit.objects.filter(slug=house.workshop.slug).order_by("n").values_list("verb", flat=True)
    assert " ".join(verbs) == "retention_set retention_put_off reminded workshop_erased"


@pytest.mark.parametrize("verb", ["restored", "reapplied"])
def test_after_a_restore_nothing_is_erased_before_people_were_reminded_anew(house: House, verb: str) -> None:
    """A backup may be of before somebody chose to keep the workshop longer."""
    set_retention(house.fay, DAY)
    work_until(DAY - timedelta(days=7))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: at(DAY - timedelta(days=1)))
        audit_host(verb)
    written = len(mail.outbox)
    work_until(DAY)
    assert still_there(house)
    assert len(mail.outbox) == written + 1
    work_until(DAY + GRACE - timedelta(days=1))
    assert still_there(house)
    work_until(DAY + GRACE)
    assert not still_there(house)


def test_a_restore_says_which_days_are_put_off(house: House) -> None:
    set_retention(house.fay, DAY)
    assert days_too_near(at(DAY - EARLIEST)) == []
    assert days_too_near(at(DAY - timedelta(days=7))) == [house.workshop.slug]
    assert days_too_near(at(DAY + timedelta(days=70))) == [house.workshop.slug]


def test_a_letter_that_cannot_be_sent_puts_the_day_off(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    set_retention(house.fay, DAY)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda _letter: 1 / 0)
    for days in range(31):
        work_until(DAY - timedelta(days=30 - days))
    assert still_there(house)


def test_a_day_that_leaves_no_week_for_a_reminder_is_refused(house: House) -> None:
    today = timezone.localdate()
    for day in (today + timedelta(days=7), today, date(2001, 1, 1)):
        with pytest.raises(Invalid, match="at least 8 days"):
            set_retention(house.fay, day)


def test_today_is_what_it_is_where_the_workshop_is(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    evening = datetime(2031, 5, 20, 20, tzinfo=UTC)  # the 21st in Auckland
    monkeypatch.setattr(timezone, "now", lambda: evening)
    Workshop.objects.update(zone="Pacific/Auckland")
    with pytest.raises(Invalid):
        set_retention(house.fay, date(2031, 5, 28))
    assert set_retention(house.fay, date(2031, 5, 29))
    house.workshop.refresh_from_db()
    assert days_left(house.workshop, evening) == 8


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
    assert "at least 8 days" in page(house, "retention", day="2001-01-01")
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
