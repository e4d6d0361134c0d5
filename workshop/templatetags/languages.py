"""The language that a page could be read in instead."""

from dataclasses import dataclass

from django import template
from django.utils.translation import get_language

from workshop.models.languages import ENGLISH, WELSH, offered

register = template.Library()


@dataclass(frozen=True)
class Other:
    """A language by its code, and by its own name for itself, which is never translated."""

    code: str
    lang: str
    name: str


LANGUAGES = (Other(ENGLISH, "en", "English"), Other(WELSH, "cy", "Cymraeg"))


@register.simple_tag
def other_language() -> Other | None:
    """Return the language that this page is not in; ``None`` where the host offers one alone."""
    own = get_language()
    return next((one for one in LANGUAGES if one.code != own and one.code in offered()), None)
