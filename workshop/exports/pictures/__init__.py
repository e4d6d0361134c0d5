"""The pictures of a workshop's results as files of their own: SVG, PNG, one sentence, a caption, a table."""

from collections.abc import Iterator

from workshop.exports.material import Material

from .bars import bars_of
from .bullseyes import bullseyes_of
from .picture import Picture, Table
from .png import png_of

__all__ = ["Picture", "Table", "pictures_of", "png_of"]


def pictures_of(material: Material) -> list[Picture]:
    """Return the pictures of what is revealed, in the order of the page.

    Each is a pure function of the material: people in them are known as its document knows them. Of a round
    that nobody answered there is none.
    """
    return [*_pictures(material)]


def _pictures(material: Material) -> Iterator[Picture]:
    for outcome in material.results.revealed:
        if not outcome.people:
            continue
        if outcome.sort:
            yield bullseyes_of(material, outcome, outcome.sort)
        elif outcome.poll:
            yield bars_of(material, outcome, outcome.poll)
