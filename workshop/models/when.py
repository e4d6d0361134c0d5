"""When a workshop is held, as letters and packs say it."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .workshops import Workshop


def held(workshop: Workshop) -> str:
    """Return day and time: "Friday 5 February 2027, 10:00 to 11:30 (London time)"; empty if unknown."""
    return held_from(workshop, workshop.starts_at, workshop.ends_at)


def held_from(workshop: Workshop, starts_at: datetime | None, ends_at: datetime | None = None) -> str:
    """Return the same of any two moments, in the workshop's time zone."""
    start, end = workshop.local(starts_at), workshop.local(ends_at)
    if start is None:
        return ""
    times = f"{start:%H:%M}"
    if end and end.date() == start.date():
        times = _("%(start)s to %(end)s") % {"start": times, "end": f"{end:%H:%M}"}
    zone = _("(%(zone)s time)") % {"zone": workshop.zone_name}
    return f"{date_format(start, 'l j F Y')}, {times} {zone}"
