"""Days and times of a place, as moments: what clocks there say, and what they never say."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


class NoSuchTimeError(ValueError):
    """The clocks of the place skip this time on this day."""


def moment(day: date, at: time, zone: str) -> datetime:
    """Return the moment, in UTC, when clocks in a time zone show a time; the first if they show it twice.

    Args:
        day: the date there.
        at: the time there.
        zone: the name of an IANA time zone.

    Raises:
        NoSuchTimeError: the clocks go forward over this time on this day.
    """
    there = ZoneInfo(zone)
    shown = datetime.combine(day, at, tzinfo=there)
    found = shown.astimezone(UTC)
    if found.astimezone(there).replace(tzinfo=None) != shown.replace(tzinfo=None):
        raise NoSuchTimeError(f"{day} {at} in {zone}")
    return found
