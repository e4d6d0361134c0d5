"""Small numbers in words, as pages and sentences say them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

WORDS = (
    *(gettext_lazy("one"), gettext_lazy("two"), gettext_lazy("three")),
    *(gettext_lazy("four"), gettext_lazy("five"), gettext_lazy("six")),
    *(gettext_lazy("seven"), gettext_lazy("eight"), gettext_lazy("nine")),
)

ORDINALS = (
    *(gettext_lazy("first"), gettext_lazy("second"), gettext_lazy("third")),
    *(gettext_lazy("fourth"), gettext_lazy("fifth"), gettext_lazy("sixth")),
    *(gettext_lazy("seventh"), gettext_lazy("eighth"), gettext_lazy("ninth")),
)


def in_words(n: int) -> str:
    """Return a small number as a word: ``three``."""
    return str(WORDS[n - 1]) if 0 < n <= len(WORDS) else in_figures(n)


def in_figures(n: float) -> str:
    """Return a number as people read it: ``1,998,000``."""
    return number_format(n, force_grouping=True)


def in_place(n: int) -> str:
    """Return a small place as a word: ``third``; a larger one as ``number 12``."""
    return str(ORDINALS[n - 1]) if 0 < n <= len(ORDINALS) else _("number %(n)s") % {"n": n}


def up_to(k: int) -> str:
    """Return ``up to three cards``."""
    return ngettext("one card", "up to %(k)s cards", k) % {"k": in_words(k)}
