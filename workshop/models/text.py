"""The one door for words: everything people type is cleaned here before it is stored."""

import re
import unicodedata
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.lines import wholes

from .refusals import Invalid

LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Controls other than tab and line feed, lone surrogates, bidi embeddings, overrides and isolates, formats
# that Unicode gave up, interlinear annotation, and code points that are no characters.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\ufeff"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
STACK = 8  # marks on one letter, joiners in one emoji; no living script needs more
JOINER, FLAG = "\u200d", "\U0001f3f4"
TAGS = frozenset(map(chr, range(0xE0000, 0xE0080)))  # they spell a flag of a part of a country, or hide words
# Letters that show nothing, and what goes with a letter and shows nothing without it.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
LIMITS = {
    "title": 200,
    "short_title": 40,
    "summary": 2000,
    "text": 4000,
    "long": 20000,
    "name": 120,
    "reason": 500,
    "venue": 300,
    "transcript": 1_000_000,
}


def clean_text(value: str) -> str:
    """Return the words in one normal form: NFC, LF line ends, nothing invisible that could harm.

    Args:
        value: any string, also one with lone surrogates or NULs.

    Removes control characters (tab and line feed stay), lone surrogates, bidi overrides and isolates,
    non-characters, and tags that spell no flag; cuts stacks of more than eight marks, and joins no more than
    nine emoji; strips space at both ends. What would show nothing at all is nothing.
    The result is the same when it is cleaned again, and no longer than its composed form.
    """
    text = UNWANTED.sub("", LINE_ENDS.sub("\n", str(value)))
    if text.isascii():  # most words: nothing to compose, no marks to unstack
        return text.strip()
    composed = ""
    while text != composed:  # what is cut may let its neighbours compose
        composed = unicodedata.normalize("NFC", text)
        text = _unstack(composed)
    text = text.strip()
    return "" if all(map(_shows_nothing, text)) else text


def _unstack(text: str) -> str:
    kept: list[str] = []
    stack = joined = 0
    base = ""
    for letter in text:
        if goes := letter in TAGS or unicodedata.category(letter)[0] == "M":
            stack += 1
        elif letter == JOINER:
            joined += 1
        else:
            stack, base = 0, letter
            joined = joined if kept and kept[-1] == JOINER else 0
        hides = letter in TAGS and base != FLAG
        if not hides and not (goes and stack > STACK) and not (letter == JOINER and joined > STACK):
            kept.append(letter)
    return "".join(kept)


def _shows_nothing(letter: str) -> bool:
    return letter in BLANK or unicodedata.category(letter) in ("Cf", "Zs", "Zl", "Zp", "Cc")


def clean_data(value: Any) -> Any:
    """Return plain data with each text in it cleaned."""
    if isinstance(value, dict):
        return {key: clean_data(each) for key, each in value.items()}
    if isinstance(value, list):
        return [clean_data(each) for each in value]
    return clean_text(value) if isinstance(value, str) else value


def clean_line(value: str) -> str:
    """Return the words as one line: cleaned, with each run of white space made one space."""
    return " ".join(clean_text(value).split())


def checked_text(value: str, *, limit: int, name: str, required: bool = False, line: bool = False) -> str:
    """Return the cleaned words, or refuse them.

    Args:
        value: what was sent.
        limit: the most characters (Unicode code points) allowed.
        name: what the words are called on the page, for the refusal.
        required: whether empty words are refused.
        line: whether line breaks become spaces.

    Raises:
        Invalid: the words are too long, or empty though required.
    """
    text = clean_line(value) if line else clean_text(value)
    if required and not text:
        raise Invalid(_("%(name)s is empty. Write something, then save again.") % {"name": name}, field=name)
    if len(text) > limit:
        raise Invalid(over_limit(len(text) - limit, limit), field=name)
    return text


def beginning(text: str, most: int) -> str:
    """Return at most so many characters of a text, cut where a reader sees one end, with an ellipsis."""
    if len(text) <= most:
        return text
    if text.isascii():
        return f"{text[: most - 1]}…"
    whole = list(islice(wholes(text), most + 1))
    return text if len(whole) <= most else "".join((*whole[: most - 1], "…"))


def over_limit(over: int, limit: int) -> str:
    """Return the sentence for a text that is ``over`` characters too long for ``limit``."""
    return ngettext(
        "This is %(over)s character over the limit of %(limit)s. Shorten it and save again.",
        "This is %(over)s characters over the limit of %(limit)s. Shorten it and save again.",
        over,
    ) % {"over": f"{over:,}", "limit": f"{limit:,}"}


class _Cleaned:
    """Cleans on every way into the database, ``update()`` and ``bulk_create()`` included."""

    def get_prep_value(self, value: object) -> object:
        prepared = super().get_prep_value(value)  # type: ignore[misc]  # a mixin for Field
        return clean_text(prepared) if isinstance(prepared, str) else prepared

    def pre_save(self, instance: models.Model, add: bool) -> object:
        value = super().pre_save(instance, add)  # type: ignore[misc]  # a mixin for Field
        if isinstance(value, str):
            value = clean_text(value)
            setattr(instance, self.attname, value)  # type: ignore[attr-defined]  # a mixin for Field
        return value


class CleanTextField(_Cleaned, models.TextField):
    """Words of any length, cleaned."""


class CleanCharField(_Cleaned, models.CharField):
    """A line of words, cleaned."""


def validate_zone(value: str) -> None:
    """Refuse a time zone that this machine does not know.

    Raises:
        ValidationError: the name is not one of the IANA time zones.
    """
    from zoneinfo import available_timezones

    if value not in available_timezones():
        raise ValidationError(_("Choose a time zone from the list, such as Europe/London."))
