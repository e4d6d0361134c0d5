"""What is in a letter: one's own words, the date for calendars, and nothing that somebody put into a name."""

import zoneinfo
from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

from tests.letters.desk import letter, press, states, work
from tests.letters.postbox import Postbox, text_of
from tests.odd import ODD
from tests.support import House, client_of, make_house
from workshop.actions.letters import edit_letter
from workshop.actions.remarks import save_remark
from workshop.actions.setup import edit_setup
from workshop.actions.workshops import close_workshop
from workshop.models import Closed, Person, Post, Seat, Workshop
from workshop.models.letters import words_in
from workshop.models.setup import facts_of, print_of

pytestmark = pytest.mark.django_db
STARTS = datetime(2027, 3, 30, 14, tzinfo=zoneinfo.ZoneInfo("Europe/London"))


@pytest.fixture
def house() -> House:
    return make_house(leaders=2, starts_at=STARTS, ends_at=STARTS + timedelta(hours=2))


def dates_in(box: Postbox) -> list[Calendar]:
    """Return the file for calendars of each letter that has one."""
    parts = [part for mail in box.mails for part in mail.walk() if part.get_content_type() == "text/calendar"]
    return [Calendar.from_ical(part.get_content()) for part in parts]


def move_date(fay: Seat, days: int) -> None:
    """Hold the workshop so many days later."""
    now = facts_of(Workshop.objects.get(pk=fay.workshop_id))
    edit_setup(fay, {"date": now["date"] + timedelta(days=days)}, {"date": print_of(now["date"])})
    fay.workshop.refresh_from_db()


def test_the_date_is_one_entry_of_a_calendar_that_moves_when_the_date_does(
    house: House, box: Postbox
) -> None:
    press(house, letter(house), house.ada)
    work()
    move_date(house.fay, 7)
    press(house, letter(house, "moved"), house.ada)
    work()
    first, second = (calendar.events[0] for calendar in dates_in(box))
    assert first["UID"] == second["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    assert (first.start, second.start) == (STARTS, STARTS + timedelta(days=7))
    assert second["DTSTART"].params["TZID"] == "Europe/London"
    assert all(each["METHOD"] == "PUBLISH" and each.timezones for each in dates_in(box))
    assert "/link/" not in str(dates_in(box))
    assert "Tuesday 6 April 2027, 14:00" in text_of(box.mails[1])


def test_who_had_the_old_date_is_told_on_the_page_until_they_have_the_new_one(
    house: House, box: Postbox
) -> None:
    address = f"/w/{house.workshop.slug}/letters/"
    press(house, letter(house))
    work()
    says = "2 people were told another date"
    fay, pages = (
        client_of(house.fay),
        (address, *(address.replace("letters", x) for x in ("setup", "overview"))),
    )
    assert not any(says in fay.get(page).content.decode() for page in pages)
    move_date(house.fay, 1)
    assert all(says in fay.get(page).content.decode() for page in pages)
    assert all(
        f'<a href="{address}">Write the letter' in fay.get(page).content.decode() for page in pages[1:]
    )
    press(house, letter(house, "moved"), house.ada)
    work()
    assert "1 person was told another date" in client_of(house.fay).get(address).content.decode()


def test_who_only_waits_for_a_letter_was_told_no_other_date(house: House, box: Postbox) -> None:
    address = f"/w/{house.workshop.slug}/letters/"
    press(house, letter(house))
    move_date(house.fay, 1)
    assert "told another date" not in client_of(house.fay).get(address).content.decode()
    work()
    assert "told another date" not in client_of(house.fay).get(address).content.decode()


def test_the_first_date_moves_nothing() -> None:
    other = make_house(leaders=1)
    values = {"date": STARTS.date(), "starts": STARTS.time()}
    edit_setup(other.fay, values, {name: print_of(None) for name in values})
    assert Workshop.objects.get(pk=other.workshop.pk).moved == 0


def test_a_reminder_says_what_is_left_in_ones_own_pack_and_nothing_of_others(
    house: House, box: Postbox
) -> None:
    prompts = house.workshop.prompts
    save_remark(house.ada, prompts.get(card__number=1), "A canary of Ada", 0)
    press(house, letter(house, "reminder"))
    work()
    ada, ben = (text_of(box.mails[box.to.index(f"{name}@example.org")]) for name in ("ada", "ben"))
    assert "Comments on 1 of 6 cards so far" in ada
    assert "6 cards to comment on" in ben
    assert "canary" not in ada + ben
    assert "Ada" not in ben


def test_after_the_close_only_thanks_go_out(house: House, box: Postbox) -> None:
    invitation, reminder = letter(house), letter(house, "reminder")
    press(house, reminder)
    close_workshop(house.fay)
    house.fay.workshop.refresh_from_db()
    work()
    assert (box.to, set(states(reminder).values())) == ([], {"left"})
    with pytest.raises(Closed):
        press(house, invitation)
    press(house, letter(house, "thanks"), house.ada)
    work()
    assert box.to == ["ada@example.org"]


def test_the_close_of_an_unlinked_workshop_forgets_who_was_reminded(box: Postbox) -> None:
    house = make_house(leaders=3, promise="unlinked")
    press(house, letter(house, "reminder"), house.ada)
    press(house, letter(house), house.ada)
    work()
    close_workshop(house.fay)
    assert [post.letter.kind for post in Post.objects.all()] == ["invitation"]


def test_odd_words_and_names_arrive_and_add_no_header(box: Postbox) -> None:
    house = make_house(leaders=len(ODD))
    for seat, odd in zip(house.leaders, ODD.values(), strict=True):
        Person.objects.filter(seats=seat).update(name=f"x{odd[:100]}")
    body = "{name}, {link}\n\n" + "\n".join(odd for odd in ODD.values() if not words_in(odd))
    subject = "{name}\r\nBcc: zed@example.org"
    written = edit_letter(house.fay, letter(house), rev=1, subject=subject, body=body[:4000])
    press(house, written)
    for _n in range(len(ODD) // 25 + 1):
        work(timedelta(seconds=30 * (_n + 1)))
    assert len(box.to) == len(ODD)
    assert "zed@example.org" not in box.to
    assert all("Bcc" not in mail and "\n" not in mail["Subject"] for mail in box.mails)
    names = set(Person.objects.filter(seats__in=house.leaders).values_list("name", flat=True))
    assert all(any(name in text_of(mail) for name in names) for mail in box.mails)
