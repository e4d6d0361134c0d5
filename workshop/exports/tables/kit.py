"""What a table of the workshop is: its columns, in plain words and with a kind each, and its rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

from workshop.exports.document import Data, title_of, told_apart

Row = Mapping[str, Any]
Cell = str | int | float | bool | datetime | None


class Kind(StrEnum):
    """What stands in a column. Of a card there is a reference: its number, its title, or both are shown."""

    WORD = "word"
    WORDS = "words"
    NUMBER = "number"
    REFERENCE = "reference"
    MOMENT = "moment"
    YES = "yes"
    TITLE = "title"
    CARD_NUMBER = "card number"
    CARD_TITLE = "card title"
    CARDS = "cards"


@dataclass(frozen=True)
class Column:
    """A column: the key of its value in a row, what stands at its head, and what kind of value it is."""

    key: str
    head: Promise
    kind: Kind = Kind.WORD


@dataclass(frozen=True)
class Table:
    """A table: its name, a sentence about a row of it, its columns, and how its rows come from a document.

    ``order`` has the keys that rows are sorted by; without them they stay in the document's order, which
    follows nobody where names are hidden.
    """

    name: Promise
    says: Promise
    columns: tuple[Column, ...]
    rows: Callable[[Data], Iterable[Row]]
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filled:
    """A table of one workshop: the columns in which anything stands, and rows with a cell for each."""

    table: Table
    columns: list[Column]
    rows: list[list[Cell]]


class Cards:
    """The cards of a document, by uid, as a table says them."""

    def __init__(self, document: Data) -> None:
        self._cards = {card["uid"]: card for card in document["cards"]}
        self._apart = told_apart(document)

    def number(self, uid: str | None) -> int | None:
        """Return the number of a card; ``None`` if it has none or is not in the document."""
        number: int | None = self._cards.get(uid, {}).get("number")
        return number

    def title(self, uid: str | None) -> str:
        """Return the newest title of a card, told apart from others; empty if it is not in the document."""
        card = self._cards.get(uid)
        return self._apart.get(uid or "", title_of(card)) if card else ""

    def label(self, uid: str) -> str:
        """Return a card as others refer to it: its number, if it has one, and its title."""
        number = self.number(uid)
        return f"{number}. {self.title(uid)}" if number else self.title(uid)


def part(name: str) -> Callable[[Data], Iterable[Row]]:
    """Return a reader of one list of the document, as it is."""
    return lambda document: document[name]


def filled(table: Table, document: Data, cards: Cards) -> Filled:
    """Return a table with its cells; a column in which nothing stands is left out."""
    lines = sorted(table.rows(document), key=lambda row: _place(table, row, cards))
    rows = [[_cell(column, row.get(column.key), cards) for column in table.columns] for row in lines]
    known = [n for n in range(len(table.columns)) if any(row[n] not in (None, "") for row in rows)]
    return Filled(table, [table.columns[n] for n in known], [[row[n] for n in known] for row in rows])


def _place(table: Table, row: Row, cards: Cards) -> list[tuple[bool, int, str]]:
    """Return by what a row is sorted: numbers as such, P2 before P10, a card by its number, nothing last."""
    values = [cards.number(row.get(key)) if key == "card" else row.get(key) for key in table.order]
    return [
        (value is None, value if isinstance(value, int) else len(str(value)), str(value)) for value in values
    ]


def _cell(column: Column, value: Any, cards: Cards) -> Cell:
    match column.kind:
        case Kind.CARD_NUMBER:
            return cards.number(value)
        case Kind.CARD_TITLE:
            return cards.title(value)
        case Kind.CARDS:
            uids = value if isinstance(value, list) else [value] if value else []
            return "; ".join(map(cards.label, uids))
        case Kind.MOMENT if value:
            return moment(value)
    return "\n\n".join(map(str, value)) if isinstance(value, list) else value


def moment(stamp: str) -> datetime:
    """Return a moment of the document as one that knows of no zone, in UTC: a spreadsheet has no other."""
    return datetime.fromisoformat(stamp).astimezone(UTC).replace(tzinfo=None)
