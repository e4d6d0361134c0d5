"""The date of a workshop for calendars (RFC 5545): the same entry each time, newer once the date moved."""

from datetime import UTC, datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from workshop.models import Workshop

CALENDAR = "text/calendar; method=PUBLISH"


def calendar_of(workshop: Workshop) -> bytes:
    """Return the file, with the time zone's rules in it. The workshop must have a date.

    No personal link is in it: calendars are shared.

    Raises:
        ValueError: there is no date.
    """
    starts = workshop.local(workshop.starts_at)
    if starts is None:
        raise ValueError("a workshop without a date is in no calendar")
    event = Event()
    event.add("uid", f"{workshop.slug}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", workshop.moved)
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("dtstart", starts)
    if ends := workshop.local(workshop.ends_at):
        event.add("dtend", ends)
    event.add("summary", workshop.title)
    if workshop.venue:
        event.add("location", workshop.venue)
    event.add("description", _("Come in by the personal link in your invitation. It is yours alone."))
    event.add("organizer", _organizer())
    event.add("status", "CONFIRMED")
    return _whole(event, starts)


def _organizer() -> vCalAddress:
    organizer = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    organizer.params["CN"] = vText("Roundel")
    return organizer


def _whole(event: Event, starts: datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Roundel//Roundel//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    year = starts.date().replace(month=1, day=1)
    calendar.add_missing_timezones(first_date=year, last_date=year.replace(year=year.year + 2))
    return calendar.to_ical()
