"""Single answers of somebody who takes no part (any more): in the totals, and in no line of a file."""

import csv
import io
import json

import pytest

from tests.exports.test_declined import decline, rows
from tests.rounds import exported, lay, revealed
from tests.support import make_house
from workshop.actions.exports import export_workshop
from workshop.actions.full_data import give_full_data
from workshop.exports.deidentifying import left_out_of
from workshop.exports.document import document_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("full", [False, True])
def test_single_answers_of_who_declined_are_in_no_file_and_each_file_says_how_many(full: bool) -> None:
    house = make_house(3)
    lay(house, house.ada, house.pack, {1: "inner"})
    lay(house, house.others[0], house.pack, {1: "outer"})
    revealed(house, house.pack)
    decline(house.ada)
    give_full_data(house.fay, house.fay, given=full)
    house.fay.refresh_from_db()

    taken = {format: export_workshop(house.workshop, format, house.fay).content for format in ("json", "csv")}

    first = json.loads(taken["json"])["rounds"][0]
    assert [each["seat"] for each in first["ballots"]] == [house.others[0].pseudonym]
    assert (first["ballots_left_out"], first["answered"]) == (1, 2)
    assert (first["totals"][0]["inner"], first["totals"][0]["outer"]) == (1, 1)
    lines = list(csv.DictReader(io.StringIO(taken["csv"].decode("utf-8-sig"))))
    assert {each["seat"] for each in lines if each["record"] == "answer"} == {house.others[0].pseudonym}
    (left,) = [each for each in lines if each["record"] == "left out"]
    assert (left["round"], left["value"], "take no part" in left["text"]) == ("1", "1", True)
    said = "Single answers of people who take no part (any more): 1 left out. They stay in the totals."
    assert said in json.loads(taken["json"])["note"]
    assert left_out_of(document_of(house.workshop))[-1] == said


def test_single_answers_of_who_did_not_agree_to_re_use_are_in_no_file_for_it() -> None:
    house = make_house(3)
    lay(house, house.ada, house.pack, {1: "inner"})
    revealed(house, house.pack)
    decline(house.ada, "keep-for-reuse")

    (kept, study) = [
        json.loads(export_workshop(house.workshop, "json", house.fay, reuse=reuse).content)
        for reuse in (True, False)
    ]

    assert (kept["rounds"][0]["ballots"], kept["rounds"][0]["ballots_left_out"]) == ([], 1)
    assert kept["rounds"][0]["totals"] == study["rounds"][0]["totals"]
    assert "or did not agree to re-use: 1 left out" in " ".join(kept["note"])
    assert len(study["rounds"][0]["ballots"]) == 1


def test_where_names_are_hidden_no_file_tells_that_an_answer_was_left_out() -> None:
    house = make_house(3, promise="hidden")
    lay(house, house.ada, house.pack, {1: "inner"})
    revealed(house, house.pack)
    decline(house.ada)
    assert exported(house)["rounds"][0]["ballots_left_out"] is None
    assert rows(house, "left out") == []
