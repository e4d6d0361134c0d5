"""The comparison of a series in long form: what its page shows and nothing else.

A line of record "card" gives its number in one workshop; "total" its count in one revealed round, or
that it was not asked about; "became" a card that stands in its place. ``row`` is its row on the page.
"""

from collections.abc import Iterator

from workshop.models.comparison import CardRow, Column, Comparison
from workshop.models.workshops import Workshop

from .cells import csv_of

COLUMNS = (
    "record row card_title workshop workshop_title held_on round round_kind card measure value people".split()
)
Row = dict[str, object]


def write_comparison(comparison: Comparison) -> bytes:
    """Return the comparison as CSV."""
    return csv_of(COLUMNS, _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[Row]:
    for n, row in enumerate(comparison.rows, start=1):
        head: Row = {"row": n, "card_title": row.title}
        for line in [*_cards(row, comparison), *_totals(row, comparison), *_fates(row)]:
            yield {**head, **line}


def _cards(row: CardRow, comparison: Comparison) -> Iterator[Row]:
    for each in comparison.workshops:
        if each.pk in row.numbers:
            yield {"record": "card", **_where(row, each)}


def _totals(row: CardRow, comparison: Comparison) -> Iterator[Row]:
    for count, column in zip(row.counts, comparison.columns, strict=True):
        place = {
            **_where(row, column.round.workshop),
            "round": column.round.number,
            "round_kind": column.round.kind,
        }
        yield {"record": "total", **place, **_count(count, column)}


def _count(count: int | None, column: Column) -> Row:
    if count is None:
        return {"measure": "not asked"}
    measure = "inner" if column.is_sort else "nominated"
    return {"measure": measure, "value": count, "people": column.people}


def _fates(row: CardRow) -> Iterator[Row]:
    for fate in row.fates:
        for card in fate.heirs:
            yield {"record": "became", **_where(row, fate.workshop), "measure": "became", "value": card.title}


def _where(row: CardRow, workshop: Workshop) -> Row:
    held = workshop.local(workshop.held_at)
    return {
        "workshop": workshop.slug,
        "workshop_title": workshop.title,
        "held_on": held.date().isoformat() if held else "",
        "card": row.numbers.get(workshop.pk, ""),
    }
