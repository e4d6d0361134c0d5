"""How wide the columns of a table are, by their words: no word is broken while there is room for it."""

from .blocks import Table

ROOM = 104  # characters of a table's text that stand on one line
PADDING = 5
LONGEST = 60  # characters beyond which a column grows no wider


def widths_of(table: Table) -> list[int]:
    """Return the width of each column in hundredths of a percent of the whole."""
    least, wish = [], []
    for column in zip(table.head, *table.rows, strict=True):
        least.append(max(len(word) for text in column for word in (text.split() or [""])) + PADDING)
        wish.append(min(max(len(text) for text in column), LONGEST) + PADDING)
    wanting = [max(0, more - less) for less, more in zip(least, wish, strict=True)]
    spare = max(0, ROOM - sum(least))
    widths = [
        less + (spare * more / sum(wanting) if sum(wanting) else spare / len(least))
        for less, more in zip(least, wanting, strict=True)
    ]
    return [round(10_000 * each / sum(widths)) for each in widths]
