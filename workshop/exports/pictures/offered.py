"""One picture as a format of its own: what it is drawn from, and how it is written."""

from functools import partial

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from workshop.exports.answers import rounds_of
from workshop.exports.document import Data, facts_of, seats_of
from workshop.exports.formats import Format, Use
from workshop.exports.material import Material
from workshop.exports.words import cards_of
from workshop.models import Workshop
from workshop.models.audiences import may_see_people_rows
from workshop.models.reuse import agreed_for

from . import Picture, picture_of, png_of

TYPES = {"svg": "image/svg+xml", "png": "image/png"}
SCALE = 3  # 288 pixels to the inch: sharp in print, at the width that it has


class NoSuchPicture(LookupError):
    """There is no such picture: not of this workshop, not revealed, or not for anybody to see."""


def require_picture(workshop: Workshop, name: str, kind: str) -> None:
    """Raise NoSuchPicture unless there is a picture of this name, in this kind of file."""
    if kind not in TYPES:
        raise NoSuchPicture(name)
    found_in(Material(workshop, _drawn_from(workshop, name=name)), name)


def found_in(material: Material, name: str) -> Picture:
    """Return the picture of this name; NoSuchPicture if there is none."""
    picture = picture_of(material, name)
    if picture is None:
        raise NoSuchPicture(name)
    return picture


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
        document=partial(_drawn_from, name=name),
        holds=frozenset(["cards"]),
        ending=f"{name}.{kind}",
    )


def _drawn_from(workshop: Workshop, *, name: str, reuse: bool = False) -> Data:
    """Return of the document what this picture is drawn from: single answers are in a matrix alone."""
    names, agreed = may_see_people_rows(workshop), agreed_for(workshop, reuse)
    of_people = name.startswith("matrix")
    return {
        "workshop": facts_of(workshop),
        "seats": seats_of(workshop, names) if of_people else [],
        "cards": cards_of(workshop, names, agreed),
        "rounds": rounds_of(workshop, names, agreed) if of_people else [],
        "quotes": [],
        "credits": [],
    }
