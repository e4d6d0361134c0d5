"""Numbers as an SVG reads them."""


def svg_number(value: float) -> str:
    """Write a number for an SVG: at most one decimal, always with a point, never a minus nought."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
