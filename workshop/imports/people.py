"""People in a table, as the lines that are pasted: there is one way to read those."""

from dataclasses import dataclass, field

from workshop.forms.people import ADDRESSES, NAMES
from workshop.models import clean_line

from .rows import Row, name_of, rows_of

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
        pairs = zip(rows[0].cells, columns, strict=True)
        found.left_out = [cell.strip() for cell, column in pairs if cell.strip() and not column]
        rows = rows[1:]
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


def _line(row: Row, columns: list[str]) -> str:
    cells = [clean_line(cell) for cell in row.cells]
    if not columns:
        return "\t".join(cells)
    person = dict.fromkeys(("name", "email", "role"), "") | {
        column: cell for column, cell in zip(columns, cells, strict=False) if column
    }
    role = "" if person["role"].casefold() == "participant" else person["role"]
    address = f"<{person['email']}>" if person["email"] and (person["name"] or role) else person["email"]
    who = f"{person['name']} {address}".strip()
    return f"{who}, {role}" if who and role else who
