"""Every exporter on odd words: the file reads back as what was stored, and no cell of it is a formula."""

import csv
import io
import json
import unicodedata
from collections.abc import Callable
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from tests.exports.books import cells_of
from tests.odd import ODD
from tests.stagecraft import bring, page, say
from tests.support import House, make_house
from workshop.exports.cells import csv_of
from workshop.exports.material import material_of
from workshop.exports.registry import FORMATS
from workshop.models import CardText, Person, Remark, Workshop, clean_text

WORDS = {name: clean_text(value) for name, value in ODD.items() if clean_text(value)}


@pytest.fixture
def odd() -> House:
    """A workshop in which every word is odd: what people say, what cards and people are called."""
    house = make_house(promise="named")
    card = bring(house)
    for value in WORDS.values():
        say(house, house.ada, card, value)
    for text, value in zip(
        CardText.objects.filter(card__workshop=house.workshop), WORDS.values(), strict=False
    ):
        CardText.objects.filter(pk=text.pk).update(title=value[:200], summary=value, notes=value)
    for person, value in zip(Person.objects.filter(workshop=house.workshop), WORDS.values(), strict=False):
        Person.objects.filter(pk=person.pk).update(name=value[:120])
    Workshop.objects.filter(pk=house.workshop.pk).update(title=WORDS["a link that runs"])
    return house


def visible(cell: str) -> str:
    """Return what a spreadsheet may begin to read at: behind space, controls and what shows nothing."""
    return cell.lstrip("".join({each for each in cell if unicodedata.category(each)[0] in "CZ"} | {"\ufe0f"}))


def runs(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return visible(cell).startswith(tuple("=+-@＝＋－＠")) or cell.startswith(("\t", "\r", "\n"))
    return False


@pytest.mark.django_db
@pytest.mark.parametrize("name", FORMATS)
def test_what_was_said_reads_back_from_every_file(odd: House, name: str) -> None:
    content = FORMATS[name].write(material_of(Workshop.objects.get(pk=odd.workshop.pk)))
    said = set(Remark.objects.filter(workshop=odd.workshop).values_list("body", flat=True))
    assert said == set(WORDS.values())
    if name in READ_BACK:
        read = READ_BACK[name](content)
        assert [value for value in said if not {value, f"'{value}"} & read] == []
        assert not any(each in text for each in "\x00\x08\u202e\u2066" for text in read)
    if FORMATS[name].content_type.startswith("text/csv"):
        assert [cell for cell in of_csv(content) if runs(cell)] == []


def of_csv(content: bytes) -> set[str]:
    """Return the cells of a CSV."""
    text = content.decode("utf-8-sig")
    return {cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row}


def of_json(content: bytes) -> set[str]:
    """Return the bodies of the comments in a JSON."""
    return {remark["body"] for remark in json.loads(content)["remarks"]}


def of_xlsx(content: bytes) -> set[str]:
    """Return the text of a workbook's cells, none of which may be computed."""
    cells = cells_of(load_workbook(io.BytesIO(content)))
    assert {cell.data_type for cell in cells} <= set("snbd")
    return {unescape(str(cell.value)) for cell in cells}  # as Excel reads _x005F_


def of_bundle(content: bytes) -> set[str]:
    """Return the cells of all CSVs in a bundle, none of which may be computed."""
    with ZipFile(io.BytesIO(content)) as packed:
        cells = {
            cell for name in packed.namelist() if name.endswith(".csv") for cell in of_csv(packed.read(name))
        }
        assert of_json(packed.read("workshop.json")) == set(WORDS.values())
    assert [cell for cell in cells if runs(cell)] == []
    return cells


# Formats that hold what was said word for word, and how their words are read back.
READ_BACK: dict[str, Callable[[bytes], set[str]]] = {
    "json": of_json,
    "csv": of_csv,
    "xlsx": of_xlsx,
    "bundle": of_bundle,
}


@pytest.mark.parametrize("value", [*ODD.values(), "\xad=1+1", "\u061c@SUM(1)", "\u180e+1+1", "\ufe0f-2+3"])
def test_no_cell_is_ever_a_formula(value: str) -> None:
    value = clean_text(value) if value in ODD.values() else value
    written = csv_of(["text"], [{"text": value}]).decode("utf-8-sig")
    [[cell]] = list(csv.reader(io.StringIO(written, newline="")))[1:]
    assert not runs(cell)
    assert cell.removeprefix("'") == value.removeprefix("'")


@pytest.mark.django_db
def test_every_page_of_the_hour_shows_odd_words_and_runs_none(odd: House) -> None:
    for seat in (odd.ada, odd.fay):
        for name in (
            "room",
            "results",
            "synthesis",
            "lineage",
            *(("desk", "overview") if seat is odd.fay else ()),
        ):
            shown = page(odd, seat, name)
            assert "<script>alert(1)" not in shown
            assert "\u202e" not in shown
