"""The words of a card, cleaned and checked: one door for the pack and for what a change makes."""

from django.utils.translation import gettext as _

from .refusals import Invalid
from .text import LIMITS, checked_text


def checked_words(
    *,
    title: str,
    short_title: str = "",
    summary: str = "",
    pole_a: str = "",
    pole_b: str = "",
    notes: str = "",
) -> dict[str, str]:
    """Return the words of a card, cleaned, by the names of their columns.

    Raises:
        Invalid: the title is empty, one of them is too long, or there is one pole without the other.
    """
    words = {
        "title": checked_text(title, limit=LIMITS["title"], name=_("The title"), required=True, line=True),
        "short_title": checked_text(
            short_title, limit=LIMITS["short_title"], name=_("The short title"), line=True
        ),
        "pole_a": checked_text(pole_a, limit=LIMITS["title"], name=_("The first pole"), line=True),
        "pole_b": checked_text(pole_b, limit=LIMITS["title"], name=_("The second pole"), line=True),
        "summary": checked_text(summary, limit=LIMITS["summary"], name=_("The summary")),
        "notes": checked_text(notes, limit=LIMITS["text"], name=_("The notes")),
    }
    if bool(words["pole_a"]) != bool(words["pole_b"]):
        raise Invalid(_("A spectrum has two ends. Name both, or neither."))
    return words
