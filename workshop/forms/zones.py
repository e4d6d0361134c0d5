"""Time zones as a list to choose from: one name for each, by its city, with what its clocks show now."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone
from django.utils.translation import gettext as _

COMMON = (
    "Europe/London Europe/Dublin Europe/Lisbon Europe/Amsterdam Europe/Berlin Europe/Paris Europe/Stockholm "
    "Europe/Athens Africa/Nairobi Africa/Johannesburg Asia/Kolkata Asia/Singapore Australia/Sydney "
    "Pacific/Auckland America/New_York America/Chicago America/Los_Angeles America/Sao_Paulo UTC"
).split()
Group = tuple[str, list[tuple[str, str]]]


def zones(keep: str = "") -> list[Group]:
    """Return the choices in two groups: those used often, then every other by the name of its city.

    A list that opens finds a city as its first letters are typed, so the city comes first.

    Args:
        keep: a zone that is stored already, and is offered even if it is only another name for one here.
    """
    now, known = timezone.now(), _canonical()
    others = known - set(COMMON) | ({keep} - set(COMMON) if keep in available_timezones() else set())
    rest = sorted(_named(others, now), key=lambda choice: choice[1].casefold())
    return [
        (_("Often used"), _named([zone for zone in COMMON if zone in known], now)),
        (_("All others"), rest),
    ]


@cache
def _canonical() -> set[str]:
    """Return one name for each zone of each country, as the IANA's zone.tab has them, and UTC."""
    rows = files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines()
    listed = {row.split("\t")[2] for row in rows if row and not row.startswith("#")}
    return (listed | {"UTC"}) & available_timezones()


def _named(names: Iterable[str], now: datetime) -> list[tuple[str, str]]:
    return [(name, f"{_city(name)}, {_offset(name, now)}" if name != "UTC" else name) for name in names]


def _city(name: str) -> str:
    """Return ``London (Europe)`` for ``Europe/London``."""
    region, _slash, city = name.replace("_", " ").rpartition("/")
    return f"{city} ({region})" if region else city


def _offset(name: str, now: datetime) -> str:
    """Return how far the clocks there are from UTC now: ``UTC+05:30``."""
    words = now.astimezone(_zone(name)).strftime("%z")
    return f"UTC{words[:3]}:{words[3:5]}".replace("-", "\N{MINUS SIGN}")


@cache
def _zone(name: str) -> ZoneInfo:
    """Return a zone; Python's own cache holds eight of them, and reads the file of every other again."""
    return ZoneInfo(name)
