"""LibreOffice opens what is for spreadsheets, computes no cell of it, and shows what was said."""

from itertools import chain
from pathlib import Path

import pytest

from tests.exports.office import OFFICE, computed, read_by_office, sheets_of, text_of
from tests.exports.test_odd import WORDS, odd
from tests.support import House
from tests.views.results_world import sort_cards
from workshop.actions.rounds import reveal_round
from workshop.exports import FORMATS
from workshop.exports.material import material_of
from workshop.models import Workshop

__all__ = ["odd"]
pytestmark = pytest.mark.django_db
FOR_SPREADSHEETS = ("xlsx", "csv", "wide", "codebook", "quotes", "credits")


def test_no_cell_is_computed_and_what_was_said_is_shown(odd: House, tmp_path: Path) -> None:
    sort_cards(odd, number=2)
    reveal_round(odd.fay, odd.pack)
    material = material_of(Workshop.objects.get(pk=odd.workshop.pk))
    endings = {name: "xlsx" if name == "xlsx" else "csv" for name in FOR_SPREADSHEETS}
    files = {f"{name}.{ending}": FORMATS[name].write(material) for name, ending in endings.items()}
    files["twin.csv"] = b"text\r\n=1+1\r\n"
    read = {name: sheets_of(book) for name, book in read_by_office(tmp_path, files).items()}
    found = {name: computed(chain.from_iterable(sheets.values())) for name, sheets in read.items()}
    assert {name: formulas for name, formulas in found.items() if formulas} == {"twin.csv": {"of:=1+1"}}
    said = {text_of(cell) for cell in read["xlsx.xlsx"]["Comments"]}
    assert [value for value in WORDS.values() if value not in said] == []
    lines = {text_of(cell) for cell in read["csv.csv"]["csv"]}
    assert [value for value in WORDS.values() if not {value, f"'{value}"} & lines] == []
    kinds = {cell.get(f"{OFFICE}value-type") for cells in read["xlsx.xlsx"].values() for cell in cells}
    assert kinds == {"string", "float", "date"}  # a truth value is a number there
