"""The lineage leaves whole: every change, every dissent, and what each card came from."""

import csv
import io
import json
import uuid

import jsonschema
import pytest

from tests.support import House, make_house
from tests.synthesis import MERGED, blank_of, numbered, paper_synthesis, undo, wanted
from workshop.actions.proposals import make_proposal, propose_change, put_proposal
from workshop.actions.stances import take_stance
from workshop.exports.csv_long import write_csv
from workshop.exports.document import document_of
from workshop.exports.json_whole import SCHEMA, write_json

pytestmark = pytest.mark.django_db


def settled(promise: str = "named", why: str = "") -> House:
    """Return a workshop with the paper's changes, one of them taken back, and a merger put to the group."""
    house = make_house(promise=promise)
    paper_synthesis(house.fay, blank_of(house.ada))
    form = wanted(house.workshop, "merge", numbered(house.workshop, 1, 2), titles=["One"], reason="Alike")
    proposal = put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))
    take_stance(house.others[0], proposal, "no", "=Not alike")
    take_stance(house.others[1], proposal, "fine")
    made = make_proposal(house.fay, proposal)
    undo(house.fay, made, why)
    return house


def test_the_export_says_what_the_papers_four_came_from() -> None:
    house = make_house()
    paper_synthesis(house.fay, blank_of(house.ada))
    document = document_of(house.workshop)
    number = {card["uid"]: card["number"] for card in document["cards"]}

    came_from = {
        number[each["card"]]: sorted(number[uid] for uid in each["came_from"]) for each in document["lineage"]
    }
    nested = {card["number"]: number[card["parent"]] for card in document["cards"] if card["parent"]}
    live = [card["texts"][-1]["title"] for card in document["cards"] if card["status"] == "live"]
    assert came_from == {1: [], 2: [], 3: [], 7: [], 8: [4, 5, 6]}
    assert nested == {7: 3}
    assert (len(live), live[-1]) == (4, MERGED)
    assert [change["verb"] for change in document["changes"]] == ["adopt", "merge", "nest"]


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_json_with_changes_keeps_to_its_schema(promise: str) -> None:
    document = json.loads(write_json(settled(promise).workshop))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(document)


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_a_dissent_leaves_with_its_name_only_where_names_are_open(promise: str) -> None:
    house = settled(promise)

    (proposal,) = document_of(house.workshop)["proposals"]

    dissent = next(each for each in proposal["answers"] if each["answer"] == "no")
    known = house.others[0].pseudonym if promise == "named" else None
    assert (dissent["why"], dissent["seat"]) == ("=Not alike", known)


def test_what_was_taken_back_is_exported_as_such() -> None:
    changes = document_of(settled().workshop)["changes"]

    assert [each["taken_back"] for each in changes] == [False, False, False, True, False]
    assert changes[4]["undoes"] == 4


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_why_it_was_taken_back_leaves_with_it(promise: str) -> None:
    workshop = settled(promise, why="=It said too little").workshop
    text = write_csv(workshop).decode("utf-8-sig")

    lines = [row for row in csv.DictReader(io.StringIO(text)) if row["measure"] == "undo"]

    assert document_of(workshop)["changes"][4]["reason"] == "=It said too little"
    assert {(row["change"], row["text"]) for row in lines} == {("5", "'=It said too little")}


def test_the_long_form_has_a_line_for_each_card_of_a_change_and_each_answer() -> None:
    text = write_csv(settled().workshop).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    merged = [row for row in rows if row["record"] == "change" and row["change"] == "2"]
    answers = [row for row in rows if row["record"] == "answer to a proposal"]

    assert [(row["value"], row["card"]) for row in merged] == [
        ("source", "4"),
        ("source", "5"),
        ("source", "6"),
        ("result", "8"),
    ]
    assert [row["text"] for row in answers if row["value"] == "no"] == ["'=Not alike"]
    assert {row["change"] for row in answers} == {"4"}
