"""The pictures of a workshop's results as files of their own: SVG, PNG, one sentence, a caption, a table."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from workshop.exports.material import Material
from workshop.models.outcomes import Outcome
from workshop.models.slopes import courses_of

from .bars import bars_of
from .bullseyes import bullseyes_of
from .divergence import divergence_of
from .lineages import LINEAGE, lineage_of
from .matrices import matrix_of
from .picture import Picture, Table
from .png import png_of
from .slopes import slope_of
from .spectra import spectrum_of

__all__ = ["LINEAGE", "Picture", "Table", "picture_of", "pictures_of", "png_of"]

Draw = Callable[[Material], Picture | None]


def pictures_of(material: Material) -> list[Picture]:
    """Return the pictures of what is revealed, in the order of the page.

    Each is a pure function of the material: people in them are known as its document knows them. Of a round
    that nobody answered there is none, and of a sort that one person answered only its bullseyes.
    """
    drawn = (draw(material) for draw in _drawings(material.outcomes).values())
    return [each for each in drawn if each]


def picture_of(material: Material, name: str) -> Picture | None:
    """Return the picture of this name, and draw no other; None if there is none."""
    draw = _drawings(material.outcomes).get(name)
    return draw(material) if draw else None


def _drawings(outcomes: Iterable[Outcome]) -> dict[str, Draw]:
    """Return, by the name of each picture that may be there, what draws it."""
    found: dict[str, Draw] = {}
    for outcome in outcomes:
        if outcome.people:
            found |= {f"{kind}-{outcome.round.number}": draw for kind, draw in _of_round(outcome)}
    found |= {course.name: partial(slope_of, course=course) for course in courses_of(outcomes)}
    return found | {LINEAGE: lineage_of}


def _of_round(outcome: Outcome) -> Iterator[tuple[str, Draw]]:
    if outcome.sort:
        yield "bullseye", partial(bullseyes_of, outcome=outcome, sort=outcome.sort)
        if outcome.people > 1:
            yield "divergence", partial(divergence_of, outcome=outcome, sort=outcome.sort)
            yield "matrix", partial(matrix_of, outcome=outcome, sort=outcome.sort)
    elif outcome.poll:
        yield "poll", partial(bars_of, outcome=outcome, poll=outcome.poll)
    elif outcome.spectrum:
        yield "spectrum", partial(spectrum_of, outcome=outcome, found=outcome.spectrum)
