"""The spectrum as a plain form: each mark has a box that says whether it counts, and a slider."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from workshop.models import Invalid
from workshop.models.spectrum import Pair

SIDES = ("now", "want")


def mark_number(text: str) -> int | None:
    """Return a mark as it was sent; ``None`` for an empty one.

    Raises:
        Invalid: it is no whole number of at most three digits.
    """
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise Invalid(_("A mark is a whole number from 0 to 100."))
    return int(text)


def mark_sent(sent: QueryDict, side: str, key: str) -> int | None:
    """Return a mark of the form: only what its box says is answered counts.

    Raises:
        Invalid: as for ``mark_number``.
    """
    return mark_number(sent.get(f"{side}-{key}", "")) if f"{side}-on-{key}" in sent else None


def marks_sent(sent: QueryDict, key: str) -> Pair:
    """Return both marks of a line of the form.

    Raises:
        Invalid: as for ``mark_number``.
    """
    return mark_sent(sent, "now", key), mark_sent(sent, "want", key)


def print_of_marks(now: int | None, want: int | None) -> str:
    """Return both marks as a hidden field of the form holds what its page showed."""
    return ":".join("" if value is None else str(value) for value in (now, want))


def marks_seen(sent: QueryDict, key: str) -> Pair:
    """Return what the form's page showed, as ``print_of_marks`` wrote it.

    Raises:
        Invalid: as for ``mark_number``.
    """
    now, _colon, want = sent.get(f"seen-{key}", "").partition(":")
    return mark_number(now), mark_number(want)


def is_changed(sent: QueryDict, key: str) -> bool:
    """Whether the form says something else than its page showed: what was left alone stays as it is."""
    if f"seen-{key}" not in sent:
        return False
    try:
        return print_of_marks(*marks_sent(sent, key)) != sent[f"seen-{key}"]
    except Invalid:
        return True


def mark_kept(sent: QueryDict, side: str, key: str) -> int | None:
    """Return a mark that a refused form had, as far as a slider can show it."""
    try:
        value = mark_sent(sent, side, key)
    except Invalid:
        return None
    return value if value is None or value <= 100 else None
