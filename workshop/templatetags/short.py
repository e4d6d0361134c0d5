"""Words cut short, in every template (see the settings): never inside what a reader sees as one character."""

from django import template

from workshop.models import text

register = template.Library()


@register.filter
def beginning(words: object, most: int) -> str:
    """Return at most so many characters of a text, with an ellipsis where there are more."""
    return text.beginning(str(words), most)
