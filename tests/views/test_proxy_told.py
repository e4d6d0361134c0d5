"""Who is told that words were entered for somebody: on pages and in files, as the promise allows."""

import csv
import io

import pytest

from tests.questions import agreed
from tests.rounds import exported
from tests.stagecraft import page
from tests.support import House, make_house
from tests.views.results_world import results_page
from tests.views.rows_synthesis import put
from workshop.actions.proxy_finish import finish_for
from workshop.actions.proxy_words import enter_answer, enter_assent, enter_stance
from workshop.exports.csv_long import write_csv

pytestmark = pytest.mark.django_db
ENTERED = "entered by a facilitator"
OF_ONE = (
    "answer_sent answer_met answer_entered assent_entered stance_entered pack_finished_for pack_reopened_for"
).split()


def world(promise: str) -> House:
    """Enter an answer, an agreement and a stance for Ben, who has no device; all of it is shown."""
    house = make_house(leaders=3, promise=promise)
    ben = house.others[0]
    prompt = agreed(house)
    enter_answer(house.fay, ben, prompt, "Said aloud", late=True)
    enter_assent(house.fay, ben, prompt, "dissent", "Too vague", rev=1)
    put(house)
    enter_stance(house.fay, ben, house.workshop.proposals.get(), "no", "Not yet")
    return house


@pytest.mark.parametrize(("promise", "told"), [("named", True), ("hidden", False)])
def test_the_group_is_told_only_where_that_does_not_tell_whose_it_is(promise: str, told: bool) -> None:
    house = world(promise)
    assert page(house, house.ada).count(ENTERED) == 2 * told
    assert results_page(house, house.ada).count(ENTERED) == 2 * told
    assert page(house, house.fay, "desk").count(ENTERED) == 3


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_files_say_who_entered_it_where_they_say_whose_it_is(promise: str) -> None:
    house = world(promise)
    for is_whole in (True, False):
        finish_for(house.fay, house.others[0], is_whole=is_whole)
    fay = house.fay.pseudonym if promise == "named" else None
    whole = exported(house)
    told = [row["verb"] for row in whole["history"] if row["verb"] in OF_ONE]
    entered = ["answer_entered", "assent_entered", "stance_entered", "pack_finished_for", "pack_reopened_for"]
    assert told == (entered if fay else [])
    [question] = whole["questions"]
    [said], [stance] = question["agreed"]["assents"], whole["proposals"][0]["answers"]
    aloud = next(each for each in question["answers"] if each["body"] == "Said aloud")
    assert [each["entered_by"] for each in (aloud, said, stance)] == [fay] * 3
    rows = list(csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig"))))
    kinds = {row["record"] for row in rows if row["entered_by"]}
    all_three = {"answer to a question", "word on an agreed text", "answer to a proposal"}
    assert kinds == (all_three if fay else set())
