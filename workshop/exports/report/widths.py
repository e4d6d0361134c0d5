"""How wide the columns of a table are, by their words: no word is broken while there is room for it.

Reckoned for wide letters: who opens a Word file without its fonts gets others, as wide as a fifth more.
"""

from collections.abc import Sequence

from .blocks import Table

ROOM = 84  # characters of a table's text that stand on one line
PADDING = 2
BOLD = 1.2  # how much wider a head is than the same word below it
LONGEST = 60  # characters beyond which a column grows no wider
WORD = 24  # characters of a word beyond which it may break: an address
NUMBER = 14  # characters that a count or an interval may have to stay on one line


def widths_of(table: Table) -> list[int]:
    """Return the width of each column in hundredths of a percent of the whole."""
    columns = [*zip(table.head, *table.rows, strict=True)]
    least = [_least(column, align == "r") for column, align in zip(columns, table.align, strict=True)]
    wish = [min(max(map(len, column)), LONGEST) + PADDING for column in columns]
    wanting = [max(0, more - less) for less, more in zip(least, wish, strict=True)]
    part = min(1.0, max(0, ROOM - sum(least)) / (sum(wanting) or 1))
    widths = [less + part * more for less, more in zip(least, wanting, strict=True)]
    return [round(10_000 * each / sum(widths)) for each in widths]


def _least(column: Sequence[str], is_number: bool) -> float:
    """Return how wide a column must be for its longest word, or a short cell of numbers."""
    head, *cells = column
    words = [word for text in cells for word in text.split()]
    whole = [text for text in cells if is_number and len(text) <= NUMBER]
    longest = max(map(len, [*words, *whole]), default=0)
    return max(min(longest, WORD), BOLD * max(map(len, head.split()), default=0)) + PADDING
