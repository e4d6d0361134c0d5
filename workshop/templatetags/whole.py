"""Titles whose hyphenated words stay whole: "co-production" is not left as "co-" at the end of a line."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()
COMPOUND = re.compile(r"(\w+(?:-\w+)+)")
# A longer word must be free to break, or it would not fit the narrowest screen.
LONGEST = 14


@register.filter
def whole(title: str) -> SafeString:
    """Mark each hyphenated word, so that it moves to the next line as one; the words stay the same."""
    parts = COMPOUND.split(title)
    return format_html_join("", "{}", ((_part(part, n),) for n, part in enumerate(parts)))


def _part(part: str, n: int) -> str:
    is_compound = n % 2 == 1 and len(part) <= LONGEST
    return format_html('<span class="whole">{}</span>', part) if is_compound else part
