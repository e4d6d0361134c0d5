"""How a card reads on its slip."""

from django import template

from workshop.analysis.lines import slip_words

register = template.Library()


@register.filter
def slip_lines(short_title: str, title: str) -> tuple[str, ...]:
    """Break a short title, or without one the beginning of the title, into two lines of 12 characters."""
    return slip_words(short_title, title)
