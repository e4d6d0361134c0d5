"""Parts that are the same on every page, whoever reads it: written once for each language."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.defaultfilters import urlize
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def same(name: str) -> SafeString:
    """Return a template that takes nothing from the page; a server that is worked on reads it each time."""
    written = _written.__wrapped__ if settings.DEBUG else _written
    return written(name, get_language())


@register.filter
def linked(text: str) -> SafeString:
    """Write a text with a link for each address in it, as `urlize` does, which takes long to find them."""
    return _linked(text)


@lru_cache
def _linked(text: str) -> SafeString:
    return urlize(text)


@lru_cache
def _written(name: str, _language: str | None) -> SafeString:
    return render_to_string(name)
