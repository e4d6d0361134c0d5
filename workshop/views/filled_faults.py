"""What stands in the way of saving a filled file, each with what it is of and where on the page it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .filled_rows import BlankRow, BoxRow, CardRow


@dataclass(frozen=True)
class Fault:
    """One of them: the id of its box on the page, what it is called, and what is wrong."""

    id: str
    name: str
    wrong: str


def faults_in(rows: dict[str, Any]) -> list[Fault]:
    """Return what is wrong in the rows of a page, from its head to its foot."""
    lines = [Fault(f"line-{row.line.name}", row.line.text, row.wrong) for row in rows["lines"]]
    cards = [fault for row in rows["cards"] for fault in _of_card(row)]
    blanks = [fault for row in [*rows["blanks"], *rows["places"]] for fault in _of_blank(row)]
    others = [Fault(f"text-{row.key}", _name(row), row.wrong) for row in rows["others"]]
    return [fault for fault in [*lines, *cards, *blanks, *others] if fault.wrong]


def _of_card(row: CardRow) -> Iterator[Fault]:
    label = {"label": row.asked.label}
    yield Fault(f"text-{row.box.key}", _("Comment on card %(label)s") % label, row.box.wrong)
    yield Fault(f"place-{row.place.key}", _("Where card %(label)s belongs") % label, row.place.wrong)


def _of_blank(row: BlankRow) -> Iterator[Fault]:
    label = {"label": row.blank.label}
    yield Fault(f"title-{row.key}", _("Blank card %(label)s") % label, row.wrong)
    yield Fault(f"summary-{row.key}", _("What blank card %(label)s means") % label, row.long)
    yield Fault(f"place-{row.key}", _("Where card %(label)s belongs") % label, row.place.wrong)


def _name(row: BoxRow) -> str:
    return row.box.prompt.name if row.box.prompt.text else _("Any other comments?")
