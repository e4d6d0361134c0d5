"""The file of a comparison: what its page shows, no more, safe to open, and noted in each workshop."""

import csv
import io

import pytest

from tests.support import House, client_of
from tests.synthesis import change, numbered
from tests.views.test_comparison import again, house, page, reveal
from tests.views.test_synthesis import at
from workshop.actions.exports import export_comparison
from workshop.models import Audit, CardText, Seat

__all__ = ["house"]  # the fixture: Fay's workshop, revealed
pytestmark = pytest.mark.django_db


def lines(house: House) -> list[dict[str, str]]:
    """Return the lines of the file, as it is downloaded."""
    answer = client_of(house.fay).post(at(house, "comparison-export"))
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def totals(house: House, row: int) -> list[tuple[str, ...]]:
    """Return what the file says of one card in each round."""
    keys = ("workshop_title", "round", "card", "measure", "value", "people")
    found = [line for line in lines(house) if line["record"] == "total" and line["row"] == str(row)]
    return [tuple(line[key] for key in keys) for line in found]


def test_the_file_holds_the_totals_that_the_page_shows(house: House) -> None:
    reveal(again(house))
    assert totals(house, 1) == [
        ("First time", "1", "1", "inner", "4", "5"),
        ("Second time", "1", "1", "inner", "1", "3"),
    ]
    shown = page(house)
    assert "4 of 5 inner" in shown
    assert "1 of 3 inner" in shown
    assert lines(house)[-1]["held_on"] == "2031-05-04"


def test_what_the_page_keeps_back_is_not_in_the_file(house: House) -> None:
    new = again(house)
    assert {line["workshop_title"] for line in lines(house) if line["record"] == "total"} == {"First time"}
    reveal(new)
    Seat.objects.filter(pk=new.pk).update(role=Seat.Role.OBSERVER)
    text = str(lines(house))
    assert "Second time" not in text
    assert "Ada" not in text


def test_a_card_that_ended_says_what_it_became_and_where_it_was_not_asked(house: House) -> None:
    change(house.fay, "merge", numbered(house.workshop, 1, 2), titles=["Both in one"])
    reveal(again(house))
    became = [line for line in lines(house) if line["record"] == "became" and line["row"] == "1"]
    assert [(line["workshop_title"], line["card"], line["value"]) for line in became] == [
        ("First time", "1", "Both in one")
    ]
    assert totals(house, 1)[1] == ("Second time", "1", "", "not asked", "", "")


def test_a_title_that_looks_like_a_formula_is_quoted(house: House) -> None:
    CardText.objects.filter(card=house.cards[0]).update(title="=1+1")
    assert {line["card_title"] for line in lines(house) if line["row"] == "1"} == {"'=1+1"}


def test_each_workshop_in_it_notes_who_took_it(house: House) -> None:
    new = again(house)
    client_of(house.fay).post(at(house, "comparison-export"))
    export_comparison(Seat.objects.get(pk=house.fay.pk))
    for seat in (house.fay, new):
        first, second = Audit.objects.filter(slug=seat.workshop.slug).order_by("n")
        assert (first.verb, first.seat, second.prev_hash) == ("exported", seat, first.hash)
        assert first.ids == {"format": "comparison", "taken_from": house.workshop.slug}
    assert not Audit.objects.filter(slug=house.zoe.workshop.slug).exists()


def test_looking_at_the_address_takes_nothing(house: House) -> None:
    assert client_of(house.fay).get(at(house, "comparison-export")).status_code == 405
    assert not Audit.objects.exists()
