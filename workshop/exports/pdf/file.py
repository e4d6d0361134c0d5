"""The report as the bytes of a PDF/UA-1: tagged, with its title, its language and fonts of its own."""

import json
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.exports.formats import Format, Use
from workshop.exports.material import Material
from workshop.exports.report.blocks import Block, Figure, Report, Table
from workshop.exports.report.report import HOLDS, report_of
from workshop.exports.report.widths import widths_of

from .shortened import shortened
from .typesetting import set_in_type

POINTS = 0.75  # of a px
KINDS = {"ToWrite": "to-write"}


def write_pdf(material: Material) -> bytes:
    """Return the report of a workshop as a PDF."""
    return pdf_of(report_of(material))


def pdf_of(report: Report) -> bytes:
    """Return a report as a PDF: the same bytes for the same report."""
    words = {"table": _("Table"), "figure": _("Figure"), "to_write": _("To write:")}
    words["missing"] = _(
        "□ stands for a character that the fonts of this file do not have. The Word file has it."
    )
    data = {
        "title": report.title,
        "subtitle": report.subtitle,
        "language": report.language,
        "words": words,
        "blocks": [_data(each) for each in shortened(report.blocks)],
    }
    return set_in_type(json.dumps(data, ensure_ascii=False))


def _data(block: Block) -> dict[str, Any]:
    name = type(block).__name__
    data = {"kind": KINDS.get(name, name.lower()), **asdict(block)}
    if isinstance(block, Figure):
        drawn = block.picture
        said = {"svg": drawn.svg, "alt": drawn.alt, "caption": drawn.caption}
        return {"kind": "figure", "width": drawn.width * POINTS, **said}
    if isinstance(block, Table):
        data |= {"open": sorted(block.open), "widths": widths_of(block)}
    return data


PDF = Format(
    "pdf",
    gettext_lazy("Report of the results (PDF)"),
    gettext_lazy(
        "The same as the Word file, to read and to print: tagged, so that a screen reader can read it."
    ),
    Use.PAPER,
    "application/pdf",
    write_pdf,
    HOLDS,
    ending="pdf",
)
