"""How a short title reads on its slip."""

from django import template

from workshop.analysis.lines import two_lines

register = template.Library()


@register.filter
def slip_lines(short_title: str) -> tuple[str, ...]:
    """Break a short title into at most two lines of at most 12 characters."""
    return two_lines(short_title)
