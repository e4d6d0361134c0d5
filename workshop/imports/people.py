"""People in a table, as the lines that are pasted: there is one way to read those."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from workshop.forms.people import ADDRESSES, NAMES
from workshop.models import clean_line

from .rows import Row, letter, name_of, rows_of

COLUMNS = {
    **dict.fromkeys(map(name_of, NAMES), "name"),
    **dict.fromkeys(map(name_of, ADDRESSES), "email"),
    "role": "role",
}


@dataclass
class Lines:
    """The lines of a table, each as far down as its row; ``left_out`` names columns that no person has."""

    lines: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return them as a box holds them."""
        return "\n".join(self.lines)


def people_of(text: str) -> Lines:
    """Read people from the text of a table: by the names of its columns, or as rows that are pasted."""
    found, rows = Lines(), rows_of(text, COLUMNS)
    columns = _columns(rows[0]) if rows else []
    if columns:
        head, *rows = rows
        found.left_out = _left_out(head, columns, rows)
        found.lines.extend(["name, e-mail"] if rows else [])
    for row in rows:
        found.lines.extend([""] * (row.number - 1 - len(found.lines)))
        found.lines.append(_line(row, columns))
    return found


def _columns(first: Row) -> list[str]:
    """Return what each column holds, empty for nothing of a person's; nothing if the row has no names."""
    columns = [COLUMNS.get(name_of(cell), "") for cell in first.cells]
    is_head = {"name", "email"} & set(columns) and not any("@" in cell for cell in first.cells)
    return columns if is_head else []


def _left_out(head: Row, columns: list[str], rows: list[Row]) -> list[str]:
    """Return the names of columns that no person has; what has none by its letter, if it holds anything."""
    pairs = zip(head.cells, columns, strict=True)
    named = [cell.strip() for cell, column in pairs if cell.strip() and not column]
    known = {n for n, cell in enumerate(head.cells) if cell.strip()}
    more = {n for row in rows for n, cell in enumerate(row.cells) if cell.strip()} - known
    return named + [_("column %(letter)s, which has no name") % {"letter": letter(n)} for n in sorted(more)]


def _line(row: Row, columns: list[str]) -> str:
    cells = [clean_line(cell) for cell in row.cells]
    if not columns:
        return "\t".join(cells)
    person = dict.fromkeys(("name", "email", "role"), "") | {
        column: cell for column, cell in zip(columns, cells, strict=False) if column
    }
    role = "" if person["role"].casefold() == "participant" else person["role"]
    # In brackets it is an address and nothing else: what is none is refused, and becomes nobody's name.
    bare = not person["name"] and not role and "@" in person["email"]
    address = f"<{person['email']}>" if person["email"] and not bare else person["email"]
    who = f"{person['name']} {address}".strip()
    return f"{who}, {role}" if who and role else who
