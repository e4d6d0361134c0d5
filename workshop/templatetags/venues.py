"""Where a workshop meets: a room, or the link of a video call that opens beside the page."""

from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from workshop.analysis.web_addresses import pieces

register = template.Library()
LONGEST = 60  # characters of an address that are shown; a longer one says at least whose it is


@register.filter
def venue(text: str) -> SafeString:
    """Write the words with a link for each address of the web; everything else stays words."""
    return format_html_join("", "{}", ((_piece(*piece),) for piece in pieces(text)))


def _piece(words: str, address: str) -> str | SafeString:
    if not address:
        return words
    return format_html(
        '<a href="{}" target="_blank" rel="noopener noreferrer">{}</a> {}',
        address,
        _shown(address),
        _("(opens in a new tab)"),
    )


def _shown(address: str) -> str:
    if len(address) <= LONGEST:
        return address
    try:
        return f"{urlsplit(address).netloc.rpartition('@')[2]}/…"
    except ValueError:
        return f"{address[:LONGEST]}…"
