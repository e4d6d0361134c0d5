"""What the close does to what people write and choose, for the pages where they do."""

from django import template

from workshop.models import Workshop
from workshop.models.audiences import close_sentence

register = template.Library()


@register.simple_tag
def at_close(workshop: Workshop) -> str:
    """Return the sentence; empty where the close changes nothing of it."""
    return close_sentence(workshop)
