"""Where the cards came from, as a file: the table at the beginning and after each change that stands."""

from functools import partial

from django.utils.translation import gettext as _

from workshop.analysis.lineage_picture import SLIP_WIDTH, LineagePicture
from workshop.exports.material import Material
from workshop.models import Card
from workshop.models.drawn import Drawn, drawn_lineage
from workshop.templatetags.lineage import told_lineage

from .picture import Picture, Table, Told
from .sheet import Sheet, wrapped
from .words import caption

LINEAGE = "lineage"  # its name; there is one of a workshop
INSIDE = SLIP_WIDTH - 14


def lineage_of(material: Material) -> Picture | None:
    """Draw the lineage; None where nothing changed, or so much that no picture could be read."""
    drawn = drawn_lineage(material.workshop)
    if drawn is None or drawn.picture is None:
        return None
    laid = drawn.picture
    told = Told(LINEAGE, _("Where the cards came from"), told_lineage(drawn, partial(_said, material)))
    sheet = Sheet(laid.width)
    for thread in laid.threads:
        sheet.draw("path", f"thread thread-{thread.kind}", d=thread.path)
    _marks(sheet, laid)
    for slip in laid.slips:
        _slip(sheet, slip.x, slip.y, drawn.every[slip.card], material)
    for x, count in laid.counts:
        sheet.write(x, laid.foot, str(count), "count")
    for x in laid.arrows:
        sheet.write(x, laid.foot, "→", "count soft")
    return sheet.picture(
        told, caption(material, told.title, told.says, _reading()), laid.height, _table(drawn, material)
    )


def _marks(sheet: Sheet, laid: LineagePicture) -> None:
    for mark in laid.marks:
        if mark.kind == "aside":
            sheet.draw("rect", "mark-aside", x=mark.x - 5, y=mark.y - 5, width=10, height=10)
        else:
            sheet.draw("path", "mark-new", d=f"M{mark.x:.1f} {mark.y - 8:.1f}l8 8l-8 8l-8 -8Z")


def _slip(sheet: Sheet, x: float, y: float, card: Card, material: Material) -> None:
    sheet.draw("rect", "slip", x=x, y=y, width=SLIP_WIDTH, height=60, rx=4)
    sheet.write(x + 7, y + 19, card.label, "num")
    name = wrapped(_said(material, card.short_title or card.title), INSIDE, 2, 13)
    sheet.write_lines(x + 7, y + 36, name, "small", 15)


def _said(material: Material, text: str) -> str:
    return material.said.get(text, text)


def _reading() -> str:
    return _(
        "Each column is the table after one change. Thick lines: a card became another. Dashed: it became a "
        "sub-theme. A diamond: it was added; a square: it was set aside."
    )


def _table(drawn: Drawn, material: Material) -> Table:
    def cards(keys: tuple[int, ...]) -> str:
        return "; ".join(
            f"{drawn.every[key].label}. {_said(material, drawn.every[key].title)}" for key in keys
        )

    head = (_("Step"), _("Number of cards"), _("Cards on the table"))
    rows = ((str(n), str(len(each.cards)), cards(each.cards)) for n, each in enumerate(drawn.columns))
    return Table(head, tuple(rows))
