"""A blank card that a round asked about and the group took back is in every file, even of who declines."""

import csv
import io
import json

import pytest

from tests.exports.test_declined import decline
from tests.rounds import asked, exported, lay, revealed
from tests.support import House, make_house
from tests.synthesis import blank_of, change, undo
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.exports.csv_wide import wide_form_of
from workshop.exports.document import document_of
from workshop.exports.material import material_of
from workshop.exports.registry import FORMATS
from workshop.exports.report.report import report_of
from workshop.exports.taking import Wanted, prepared
from workshop.imports.pointing import check_pointing
from workshop.models import Remark, Workshop

pytestmark = pytest.mark.django_db
TITLE, PRIVATE = "Motivation vs lack of skills", "A canary of mine alone"
SAID = "It is about skills."


@pytest.fixture
def house() -> House:
    """A blank card of Ada's is taken up, sorted, talked about and taken back, and she writes it anew."""
    house = make_house()
    blank = blank_of(house.ada, TITLE)
    taken_up = change(house.fay, "adopt", [blank])
    again = asked(house)
    lay(house, house.others[0], again, {1: "inner", 7: "inner"})
    revealed(house, again)
    blank.refresh_from_db()
    Remark.objects.create(workshop=house.workshop, seat=house.others[0], card=blank, body=SAID, rev=1)
    undo(house.fay, taken_up)
    blank.refresh_from_db()
    save_blank(house.ada, blank.uid, blank.rev, BlankWords(PRIVATE, ""))
    house.workshop = Workshop.objects.get(pk=house.workshop.pk)
    return house


def test_it_stays_without_author_in_the_words_that_were_asked_about_once_they_decline(house: House) -> None:
    assert PRIVATE in json.dumps(exported(house))
    decline(house.ada)

    document = exported(house)

    check_pointing(document)
    (card,) = [card for card in document["cards"] if card["number"] is None]
    assert [text["title"] for text in card["texts"]] == [TITLE]
    assert (card["proposer"], card["quote"]) == (None, "none")
    assert PRIVATE not in json.dumps(document)


def test_a_file_for_re_use_keeps_it_too(house: House) -> None:
    document = document_of(house.workshop, reuse=True)
    check_pointing(document)
    assert TITLE in json.dumps(document)


def test_every_format_is_written_and_the_wide_one_has_its_column(house: House) -> None:
    decline(house.ada)
    for format in FORMATS.values():
        assert format.write(prepared(house.workshop, format, Wanted(True)).material), format.name
    document = document_of(house.workshop)
    heads, *rows = csv.reader(io.StringIO(wide_form_of(document).decode("utf-8-sig")))
    (column,) = [n for n, head in enumerate(heads) if head.startswith("r3_card_") and head.endswith("_zone")]
    assert [row[column] for row in rows].count("inner") == 1


def test_a_card_that_is_not_in_the_file_has_no_column_and_stops_no_wide_form(house: House) -> None:
    document = document_of(house.workshop)
    document["cards"] = [card for card in document["cards"] if card["number"]]
    assert b"card_" not in wide_form_of(document)


@pytest.mark.parametrize("declines", [False, True])
def test_what_was_said_about_it_is_in_the_report(house: House, declines: bool) -> None:
    if declines:
        decline(house.ada)
    text = str(report_of(material_of(house.workshop)).blocks)
    assert text.count(SAID) == 1
    assert (PRIVATE in text) is not declines
