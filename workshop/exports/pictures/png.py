"""A picture as PNG, drawn by typst on this machine: no request, and the font comes with Roundel."""

from functools import cache
from pathlib import Path

import typst

from .picture import Picture

FONTS = Path(__file__).resolve().parent.parent / "fonts"
POINTS, INCH = 0.75, 96  # of a px; px of an inch
PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width))
"""


def png_of(picture: Picture, scale: float = 2) -> bytes:
    """Return a picture as PNG, ``scale`` times as wide in pixels as it is in px.

    Letters that the font does not have come from the fonts of this machine, as far as it has any.
    """
    return typst.compile(
        PAGE,
        None,
        font_paths=fonts(),
        format="png",
        ppi=INCH * scale,
        sys_inputs={"svg": picture.svg, "width": f"{picture.width * POINTS}pt"},
    )


@cache
def fonts() -> typst.Fonts:
    """Return the fonts to draw with, read once: Roundel's own, then those of this machine."""
    return typst.Fonts(font_paths=[FONTS])
