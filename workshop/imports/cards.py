"""Cards in a table: each as it would be, and what keeps any of them out, by row and column."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from workshop.forms.cards import WORDS, CardForm

from .rows import Row, letter, name_of, rows_of

COLUMNS = ("title", "short title", "summary", "pole a", "pole b", "notes")
PLACES = dict(zip(COLUMNS, WORDS, strict=True))
WITHOUT_NAMES = ("title", "summary")
Words = dict[str, str]


@dataclass
class Found:
    """The cards of a table, and why it cannot be brought in; ``left_out`` names columns that no card has."""

    cards: list[Words] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def cards_of(text: str) -> Found:
    """Read cards from a table: by the names of its columns, or first the title, then the summary."""
    rows, found = rows_of(text, COLUMNS), Found()
    if not rows:
        return found
    columns = _columns(rows[0], found)
    heads = [cell.strip() for cell in rows.pop(0).cells] if columns else []
    for row in rows:
        _add(row, columns or list(WITHOUT_NAMES), heads, found)
    return found


def _columns(first: Row, found: Found) -> list[str]:
    """Return which word of a card each column holds, empty for none; nothing if the row has no names."""
    names = [name_of(cell) for cell in first.cells]
    if not any(names) or ("title" not in names and not {name for name in names if name} <= PLACES.keys()):
        return []
    if "title" not in names:
        found.wrong.append(_at(first.number, _("No column is called “title”.")))
    twice = {name for name in names if name in PLACES and names.count(name) > 1}
    for name in sorted(twice):
        found.wrong.append(_at(first.number, _("Two columns are called “%(name)s”.") % {"name": name}))
    pairs = zip(first.cells, names, strict=True)
    found.left_out.extend(cell.strip() for cell, name in pairs if name and name not in PLACES)
    return [PLACES.get(name, "") for name in names]


def _add(row: Row, columns: list[str], heads: list[str], found: Found) -> None:
    """Add the card of a row, or what is wrong with it: one sentence for each of its columns.

    Where its cells lie in wrong columns, that alone: what else seems wrong with it comes of that.
    """
    cells = dict(zip(columns, row.cells, strict=False))
    beyond = [n for n, cell in enumerate(row.cells) if n >= len(columns) and cell.strip()]
    form = CardForm({"uid": "00000000-0000-4000-8000-000000000000", "rev": 0, **cells})
    if form.is_valid() and not beyond:
        found.cards.append(form.words)
    elif formulas := [n for n, cell in enumerate(row.cells) if cell.lstrip().startswith("=")]:
        says = _("This is a formula, which may have split its row. Put the words there that it comes to.")
        at = formulas[0]
        found.wrong.append(_at(row.number, says, heads[at] if at < len(heads) and heads[at] else letter(at)))
    elif beyond:
        says = _("Nothing says what this column is. Name the columns in the first row.")
        found.wrong.append(_at(row.number, says, letter(beyond[0])))
    else:
        found.wrong.extend(_wrong(row.number, form, columns, heads))


def _wrong(number: int, form: CardForm, columns: list[str], heads: list[str]) -> Iterator[str]:
    for name, errors in form.errors.items():
        says = " ".join(map(str, errors))
        if name == "title" and not str(form.data.get("title", "")).strip():
            says = _("A card needs a title.")
        yield _at(number, says, _head(columns, heads, name))


def _head(columns: list[str], heads: list[str], name: str) -> str:
    """Return what a person sees at the head of the column that holds a word of a card."""
    if name == "pole_b" and name not in columns:
        name = "pole_a"  # the end that the table has
    if name not in columns:
        return COLUMNS[WORDS.index(name)]
    n = columns.index(name)
    return heads[n] if heads else letter(n)


def _at(number: int, says: str, column: str = "") -> str:
    where = _("Row %(n)s, column “%(column)s”:") if column else _("Row %(n)s:")
    return f"{where % {'n': number, 'column': column}} {says}"
