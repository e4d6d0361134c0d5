"""Words that the captions and tables of several pictures share."""

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from workshop.exports.material import Material


def whose(material: Material) -> str:
    """Name the workshop of a picture: “Six tensions”, 9 February 2027."""
    title = material.document["workshop"]["title"]
    held = material.workshop.local(material.workshop.held_at)
    named = _("“%(title)s”") % {"title": title}
    return f"{named}, {date_format(held, 'j F Y')}" if held else named


def caption(material: Material, *sentences: str) -> str:
    """Join what a caption says, and end it with whose picture it is."""
    said = [sentence if sentence.endswith(".") else f"{sentence}." for sentence in sentences if sentence]
    return " ".join([*map(capfirst, said), f"{whose(material)}."])
