"""What the page says of two sorts is in the files: who moved a card in or out, and the order by tau-b."""

import csv
import io

import pytest

from tests.exports.books import book_of, rows_of
from tests.exports.played import LAST, played
from tests.exports.test_codebook import taken, unknown
from tests.imports.test_whole import brought
from tests.imports.test_whole import taken as whole
from tests.rounds import asked, lay, revealed
from tests.stagecraft import page
from tests.support import House, make_house
from workshop.actions.consents import answer_consents
from workshop.actions.rounds import reveal_round
from workshop.exports.csv_long import long_form_of
from workshop.exports.csv_moves import MOVED
from workshop.exports.document import document_of
from workshop.models import Workshop
from workshop.models.consents import asked_of

pytestmark = pytest.mark.django_db


def said(house: House, number: int) -> dict[str, object]:
    """Return what a file says moved of one card."""
    document = document_of(Workshop.objects.get(pk=house.workshop.pk))
    uid = next(card["uid"] for card in document["cards"] if card["number"] == number)
    (shift,) = document["shifts"]
    return next(card for card in shift["cards"] if card["card"] == uid)


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_file_has_the_moves_and_the_order_that_the_page_has(promise: str) -> None:
    house = played(promise)
    one, three = said(house, 1), said(house, 3)
    assert (one["moved_in"], one["moved_out"], one["stayed"], one["other"]) == (0, 1, 4, 0)
    assert (three["moved_in"], three["moved_out"], three["stayed"]) == (2, 0, 3)
    shown = page(house, house.fay, "results")
    assert "2 moved in, 0 out, 3 stayed" in shown
    (shift,) = document_of(house.workshop)["shifts"]
    assert (shift["before"], shift["after"], shift["people"], shift["tau_b"]["cards"]) == (1, 3, 5, 3)
    assert f"Kendall’s tau-b {shift['tau_b']['value']:.2f}" in shown


def test_sheets_and_the_long_form_have_them_and_the_codebook_explains_them() -> None:
    house = played()
    moves = {row["Card"]: row for row in rows_of(book_of(house.workshop)["Moves between sorts"])}
    assert (moves[3]["Moved in"], moves[3]["Moved out"], moves[3]["Stayed"]) == (2, 0, 3)
    figures = rows_of(book_of(house.workshop)["Figures"])
    (tau,) = [row for row in figures if row["Figure"] == "tau_b" and row["Part"] == "value"]
    assert (tau["Round"], tau["Compared with round"], tau["People"]) == (3, 1, None)
    lines = [row for row in taken(house.workshop, "csv") if row["record"] == "moves between sorts"]
    assert ("3", "moved_in since round 1", "2") in {
        (row["card"], row["measure"], row["value"]) for row in lines
    }
    book, rows = taken(house.workshop, "codebook"), taken(house.workshop, "csv")
    assert {found for row in rows if "sorts" in row["record"] for found in unknown(book, row)} == set()


def test_what_is_withheld_is_null_and_no_number_and_comes_back_so() -> None:
    house = make_house(promise="hidden")
    for seat in house.leaders:
        lay(house, seat, house.pack, dict.fromkeys(range(1, 7), "inner"))
    reveal_round(house.fay, house.pack)
    again = asked(house)
    for seat in house.leaders[:2]:
        lay(house, seat, again, dict.fromkeys(range(1, 7), "outer"))
    revealed(house, again)
    one = said(house, 1)
    assert one["withheld"]
    assert {one[way] for way in MOVED} == {None}
    document = whole(house.workshop)
    assert whole(brought(document).workshop)["shifts"] == document["shifts"]


def test_where_a_single_answer_is_left_out_of_the_file_its_moves_are_too() -> None:
    house = played()
    answer_consents(house.ada, {str(item.uid): False for item, _given in asked_of(house.ada)})
    document = document_of(Workshop.objects.get(pk=house.workshop.pk))
    assert document["shifts"][0]["people"] == 4
    assert said(house, 3)["moved_in"] == 1  # Ada’s is not in it
    assert LAST[0][3] == "inner"
    text = csv.DictReader(io.StringIO(long_form_of(document).decode("utf-8-sig")))
    assert any(row["measure"] == "moved_in since round 1" and row["value"] == "1" for row in text)
