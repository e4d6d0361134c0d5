"""One picture as a format of its own: which there are, and how one of them is written."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from workshop.exports.formats import Format, Use
from workshop.exports.material import Material
from workshop.models import Workshop
from workshop.models.audiences import FACILITATORS, may_see_people_rows
from workshop.models.drawn import drawn_lineage
from workshop.models.results import Outcome, results_of
from workshop.models.slopes import courses_of

from . import Picture, pictures_of, png_of

TYPES = {"svg": "image/svg+xml", "png": "image/png"}
SCALE = 3  # 288 pixels to the inch: sharp in print, at the width that it has


class NoSuchPicture(LookupError):
    """There is no such picture: not of this workshop, not revealed, or not for anybody to see."""


def require_picture(workshop: Workshop, name: str, kind: str) -> None:
    """Raise NoSuchPicture unless a picture of this name may be there, in this kind of file."""
    if kind not in TYPES or name not in _names(workshop):
        raise NoSuchPicture(name)


def found_in(material: Material, name: str) -> Picture:
    """Return the picture of this name; NoSuchPicture if there is none."""
    for picture in pictures_of(material):
        if picture.name == name:
            return picture
    raise NoSuchPicture(name)


def picture_format(name: str, kind: str) -> Format:
    """Return the format that one picture is: its words are those of cards."""

    def write(material: Material) -> bytes:
        picture = found_in(material, name)
        return png_of(picture, SCALE) if kind == "png" else picture.svg.encode()

    label: Promise = format_lazy("{name} ({kind})", name=name, kind=kind.upper())
    return Format(
        "picture",
        label,
        _("One picture of the results."),
        Use.PAPER,
        TYPES[kind],
        write,
        holds=frozenset(["cards"]),
        ending=f"{name}.{kind}",
    )


def _names(workshop: Workshop) -> set[str]:
    results = results_of(workshop, FACILITATORS)
    names = {name for each in results.revealed if each.people for name in _of_round(each)}
    for course in courses_of(results):
        names.add(course.name)
    return names | ({"lineage"} if drawn_lineage(workshop) else set())


def _of_round(outcome: Outcome) -> Iterator[str]:
    n = outcome.round.number
    if outcome.poll:
        yield f"poll-{n}"
    elif outcome.spectrum:
        yield f"spectrum-{n}"
    elif outcome.sort:
        yield f"bullseye-{n}"
        if outcome.people > 1:
            yield f"divergence-{n}"
            if may_see_people_rows(outcome.round.workshop):
                yield f"matrix-{n}"
