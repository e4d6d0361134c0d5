"""The key at the foot of a picture of placements: the three signs, each with its word."""

from django.utils.translation import gettext as _

from .sheet import Sheet

WORD = 26  # px from the sign to its word


def key(sheet: Sheet, y: float, step: float, *, is_bar: bool = False) -> None:
    """Write the key on the line y, a sign every ``step`` px; of bars, or of dots on a table."""
    words = (("inner", _("inner")), ("outer", _("outer")), ("none", _("not placed")))
    for n, (look, word) in enumerate(words):
        (_bar if is_bar else _seed)(sheet, n * step, y - 4.5, look)
        sheet.write(n * step + WORD, y, word, "small")


def _seed(sheet: Sheet, x: float, y: float, look: str) -> None:
    if look != "none":
        sheet.draw("circle", f"ring-{look}", cx=x + 9, cy=y, r=9)
    sheet.draw("circle", f"seed-{look}", cx=x + 9, cy=y, r=4.5)


def _bar(sheet: Sheet, x: float, y: float, look: str) -> None:
    if look == "none":
        sheet.draw("path", "seed-none", d=f"M{x:.1f} {y:.1f}h18")
    else:
        sheet.draw("rect", "is" if look == "inner" else "half", x=x, y=y - 5, width=18, height=10)
