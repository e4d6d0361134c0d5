"""What a blank card can do, as the choices of its form; in Python, for each blank card lists all others."""

from functools import lru_cache

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()
Target = tuple[str, str, str]


@register.simple_tag
def rephrasings(targets: tuple[Target, ...], chosen: str) -> SafeString:
    """List the cards that a blank card may re-phrase, as options.

    Args:
        targets: the uid, the label and the title of each.
        chosen: the uid of one, or empty.
    """
    return _options(targets, chosen, get_language())


# The blank cards of a pack list the same cards; what is kept follows from the words themselves.
@lru_cache
def _options(targets: tuple[Target, ...], chosen: str, _language: str | None) -> SafeString:
    says = _("It re-phrases card %(label)s: %(title)s")
    shape = '<option value="{}"{}>{}</option>'
    rows = [
        (uid, _mark(uid, chosen), says % {"label": label, "title": title}) for uid, label, title in targets
    ]
    return format_html_join("", shape, rows)


def _mark(uid: str, chosen: str) -> str:
    return " selected" if uid == chosen else ""
