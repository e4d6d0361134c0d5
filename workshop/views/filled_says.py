"""Why a filled file that was sent back is not saved yet, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def gone() -> str:
    """Say that a page was about something that is not in the pack any more."""
    return _(
        "Nothing was saved yet. Some of this page was about a card or a question that is not in the pack any "
        "more: those words are quoted below. Copy what belongs elsewhere, then save."
    )


def waits(many: int) -> str:
    """Say how many things on a page wait for a choice."""
    says = ngettext(
        "Nothing was saved yet. %(n)s thing on this page waits for your choice: it is marked.",
        "Nothing was saved yet. %(n)s things on this page wait for your choice: they are marked.",
        many,
    )
    return says % {"n": many}


def choose(*, is_place: bool) -> str:
    """Ask which of two versions to keep; of a place there is no both."""
    if is_place:
        return _("Choose which to keep: what is here, or what is in the file.")
    return _("Choose which to keep: what is here, what is in the file, or both.")
