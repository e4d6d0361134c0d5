"""Which language a browser reads in: English, or Welsh for who chose it where a host offers it.

The choice is kept in the browser; a seat has a copy, so that it goes along to another device. Only the pages
of people who take part or observe, and the way in, are ever in Welsh; what is stored, sent or taken as a file
is not.
"""

from collections.abc import Mapping

from django.conf import settings
from django.utils import translation

COOKIE = "language"
ENGLISH, WELSH = "en-gb", "cy"
DAYS = 365


def offered() -> tuple[str, ...]:
    """Return the languages that people can choose between; one alone is no choice."""
    return (ENGLISH, WELSH) if settings.WELSH else (ENGLISH,)


def language_of(cookies: Mapping[str, str]) -> str:
    """Return the language that a browser with these cookies reads in."""
    chosen = cookies.get(COOKIE, "")
    return chosen if chosen in offered() else ENGLISH


def in_english() -> "translation.override":
    """Return a guard for what is stored, or read by others than the one who asks: its words stay English."""
    return translation.override(ENGLISH)


def speak_english() -> None:
    """Write the rest of an answer in English, for it is a facilitator's, whatever their browser chose."""
    translation.activate(ENGLISH)
