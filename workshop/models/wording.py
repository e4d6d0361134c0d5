"""Small numbers in words, as pages and sentences say them."""

from django.utils.translation import gettext_lazy, ngettext

WORDS = (
    *(gettext_lazy("one"), gettext_lazy("two"), gettext_lazy("three")),
    *(gettext_lazy("four"), gettext_lazy("five"), gettext_lazy("six")),
    *(gettext_lazy("seven"), gettext_lazy("eight"), gettext_lazy("nine")),
)


def in_words(n: int) -> str:
    """Return a small number as a word: ``three``."""
    return str(WORDS[n - 1]) if 0 < n <= len(WORDS) else str(n)


def up_to(k: int) -> str:
    """Return ``up to three cards``."""
    return ngettext("one card", "up to %(k)s cards", k) % {"k": in_words(k)}
