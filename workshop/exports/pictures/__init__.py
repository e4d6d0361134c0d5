"""The pictures of a workshop's results as files of their own: SVG, PNG, one sentence, a caption, a table."""

from collections.abc import Iterator

from workshop.exports.material import Material
from workshop.models.results import Outcome
from workshop.models.slopes import courses_of

from .bars import bars_of
from .bullseyes import bullseyes_of
from .divergence import divergence_of
from .lineages import lineage_of
from .matrices import matrix_of
from .picture import Picture, Table
from .png import png_of
from .slopes import slope_of
from .spectra import spectrum_of

__all__ = ["Picture", "Table", "pictures_of", "png_of"]


def pictures_of(material: Material) -> list[Picture]:
    """Return the pictures of what is revealed, in the order of the page.

    Each is a pure function of the material: people in them are known as its document knows them. Of a round
    that nobody answered there is none, and of a sort that one person answered only its bullseyes.
    """
    found: list[Picture | None] = []
    for outcome in material.results.revealed:
        if outcome.people:
            found += _of_round(material, outcome)
    found += [slope_of(material, course) for course in courses_of(material.results)]
    return [each for each in [*found, lineage_of(material)] if each]


def _of_round(material: Material, outcome: Outcome) -> Iterator[Picture | None]:
    if outcome.sort:
        yield bullseyes_of(material, outcome, outcome.sort)
        if outcome.people > 1:
            yield divergence_of(material, outcome, outcome.sort)
            yield matrix_of(material, outcome, outcome.sort)
    elif outcome.poll:
        yield bars_of(material, outcome, outcome.poll)
    elif outcome.spectrum:
        yield spectrum_of(material, outcome, outcome.spectrum)
