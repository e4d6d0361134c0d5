"""The files of a research bundle, in their order."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from workshop.exports.cells import csv_of
from workshop.exports.codebook import FIGURES as FIGURES_FILE
from workshop.exports.codebook import LONG, WIDE, codebook_csv, codebook_text
from workshop.exports.csv_long import long_form_of
from workshop.exports.csv_wide import WIDE as WIDE_FORMAT
from workshop.exports.csv_wide import wide_form_of
from workshop.exports.document import Data
from workshop.exports.json_whole import SCHEMA, json_of
from workshop.exports.material import Material
from workshop.exports.pictures import Picture, pictures_of, png_of
from workshop.exports.tables import Cards, figure_rows

from .consents import asked_csv, consents_csv

SCRIPT = Path(__file__).with_name("read_bundle.py")
FIGURES = "round people figure part card card_title value refused before".split()


def files_of(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file but the readme, which has a list of them."""
    document = material.document
    yield LONG, long_form_of(document)
    if WIDE_FORMAT.is_there(material.workshop):
        yield WIDE, wide_form_of(document)
        yield "consents.csv", consents_csv(document)
    yield "consent-questions.csv", asked_csv(document)
    yield "codebook.csv", codebook_csv(document)
    yield "codebook.md", codebook_text(document).encode()
    yield FIGURES_FILE, csv_of(FIGURES, _figures(document))
    yield "workshop.json", json_of(document)
    yield SCHEMA.name, SCHEMA.read_bytes()
    yield SCRIPT.name, SCRIPT.read_bytes()
    yield from _pictures(material)


def _figures(document: Data) -> Iterator[Data]:
    cards = Cards(document)
    for row in figure_rows(document):
        card = row.get("card")
        yield {**row, "card": cards.number(card), "card_title": cards.title(card)}


def _pictures(material: Material) -> Iterator[tuple[str, bytes]]:
    found = pictures_of(material)
    for each in found:
        yield f"pictures/{each.name}.svg", each.svg.encode()
        yield f"pictures/{each.name}.png", png_of(each)
    if found:
        yield "pictures/captions.txt", "\n".join(map(_caption, found)).encode()


def _caption(each: Picture) -> str:
    return f"{each.name}\n{each.title}\n{each.caption}\n{_('In words: %(alt)s') % {'alt': each.alt}}\n"
