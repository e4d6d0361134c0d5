"""The way to the pack on the web, as a copy prints it, and as whoever reads the file again knows it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.exports.packs.content import Way
from workshop.exports.word.elements import Element, field, paragraph, written


def way_elements(way: Way) -> Iterator[Element]:
    """Yield the paragraphs of a way: the link of a person's copy, or the code to join with."""
    if way.code:
        yield written("Normal", typed_way(way.place, way.code))
        return
    yield written("Normal", before_link())
    yield paragraph("Normal", field(f'HYPERLINK "{way.address}"', way.address))


def typed_way(place: str, code: str) -> str:
    """Return the sentence with an address and a code to type."""
    return _("On the web: %(place)s, with the code %(code)s") % {"place": place, "code": code}


def before_link() -> str:
    """Return the sentence before a personal link."""
    return _("Your pack on the web. This link is yours alone, and opens what you wrote:")
