"""Addresses of pages, each found once: a page has dozens, most of them those of every other page.

`{% url %}` is Django's in every template (see the settings), and asks here.
"""

from functools import lru_cache
from typing import Any

from django import template
from django.template import Context, defaulttags
from django.template.base import Parser, Token
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

register = template.Library()
MOST = 8192  # kept, the oldest forgotten: about 2 MB
SECRET = {"secret", "token"}  # what opens a door is kept nowhere


def address(name: str, **kwargs: Any) -> SafeString:
    """Return what Django's `reverse` does, ready for a page.

    Raises:
        NoReverseMatch: there is no such address.
    """
    if kwargs.keys() & SECRET:
        return conditional_escape(reverse(name, kwargs=kwargs))
    return _found(name, get_urlconf(), get_script_prefix(), *kwargs.items())


@lru_cache(MOST)
def _found(name: str, urlconf: str | None, _prefix: str, *kwargs: tuple[str, Any]) -> SafeString:
    return conditional_escape(reverse(name, urlconf, kwargs=dict(kwargs)))


class Address(defaulttags.URLNode):
    """The tag ``url`` with words for its values, which is how all of ours are written."""

    def render(self, context: Context) -> str:
        """Write the address, or put it into the context, where it may be missing."""
        values = {name: value.resolve(context) for name, value in self.kwargs.items()}
        try:
            found = address(self.view_name.resolve(context), **values)
        except NoReverseMatch:
            return super().render(context)
        if self.asvar is None:
            return found
        context[self.asvar] = found
        return ""


@register.tag
def url(parser: Parser, token: Token) -> defaulttags.URLNode:
    """Read the tag as Django does."""
    node = defaulttags.url(parser, token)
    if node.args:
        return node
    return Address(node.view_name, node.args, node.kwargs, node.asvar)
