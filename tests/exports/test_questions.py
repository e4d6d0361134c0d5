"""Questions in the exports: nothing before they are shown, no author where names are hidden."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.questions import agreed, ask, beside, reply
from tests.rounds import exported
from tests.support import House, make_house
from workshop.actions.agreed import say_assent, settle_text, write_text
from workshop.actions.answers import save_answer
from workshop.actions.consents import answer_consents
from workshop.actions.questions import show_answers
from workshop.exports.csv_long import write_csv
from workshop.exports.json_whole import write_json
from workshop.models import Seat, Stale, Version

pytestmark = pytest.mark.django_db


def dissented(house: House) -> None:
    """Agree on a text that Ben dissents from, and change it."""
    prompt = agreed(house)
    say_assent(house.others[0], prompt, "dissent", "Too vague.", 1)
    write_text(house.fay, prompt, "We share power, and money.", 1)


def decline(seat: Seat) -> None:
    """Say no to everything."""
    answer_consents(seat, {str(item.uid): False for item in seat.workshop.consent_items.all()})


def test_before_they_are_shown_answers_are_in_no_export() -> None:
    house = make_house(leaders=3)
    reply(house.ada, ask(house), "CANARY")
    [question] = exported(house)["questions"]
    assert (question["answered"], question["answers"], question["agreed"]) == (1, None, None)
    assert "CANARY" not in str(exported(house)) + write_csv(house.workshop).decode()


@pytest.mark.parametrize(("promise", "ada", "ben"), [("named", "P1", "P2"), ("hidden", None, None)])
def test_the_text_its_dissents_and_the_answers_are_exported(
    promise: str, ada: str | None, ben: str | None
) -> None:
    house = make_house(leaders=3, promise=promise)
    dissented(house)
    [question] = exported(house)["questions"]
    assert [(each["body"], each["seat"]) for each in question["answers"]] == [("Mine.", ada)]
    assert question["agreed"]["text"] == "We share power, and money."
    [said] = question["agreed"]["assents"]
    assert (said["answer"], said["why"], said["to_earlier_version"], said["seat"]) == (
        *("dissent", "Too vague.", True),
        ben,
    )
    lines = write_csv(house.workshop).decode()
    assert "Too vague." in lines
    assert "We share power, and money." in lines
    assert ("Ben" in lines) == (promise == "named")


def test_who_does_not_take_part_is_left_out() -> None:
    house = make_house(leaders=3)
    dissented(house)
    for seat in (house.ada, house.others[0]):
        decline(seat)
    [question] = exported(house)["questions"]
    assert (question["answers"], question["agreed"]["assents"]) == ([], [])
    assert [each["seat"] for each in question["agreed"]["versions"]] == [None, "F1"]


def undecided(house: House) -> None:
    """Let Ada answer on two devices, and leave it open which of the two counts."""
    prompt = ask(house)
    reply(house.ada, prompt, "From the phone.")
    with pytest.raises(Stale):
        reply(house.ada, prompt, "From the desk.")
    show_answers(house.fay, prompt)


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_both_versions_of_an_answer_are_exported_until_it_is_decided(promise: str) -> None:
    house = make_house(leaders=3, promise=promise)
    undecided(house)
    [answer] = exported(house)["questions"][0]["answers"]
    assert (answer["body"], answer["other_versions"]) == ("From the phone.", ["From the desk."])
    lines = write_csv(house.workshop).decode()
    assert ("From the phone." in lines, "other version" in lines, "From the desk." in lines) == (True,) * 3
    decline(house.ada)
    assert "From the desk." not in str(exported(house)) + write_csv(house.workshop).decode()


def test_what_nobody_decided_on_stays_when_the_answer_is_taken_back() -> None:
    house = make_house(leaders=3)
    undecided(house)
    prompt = house.workshop.prompts.get(kind="open")
    save_answer(house.ada, prompt, "", 1, late=True)
    [answer] = exported(house)["questions"][0]["answers"]
    assert (answer["body"], answer["other_versions"]) == ("", ["From the desk."])
    lines = write_csv(house.workshop).decode()
    assert ("From the desk." in lines, "From the phone." in lines) == (True, False)


def test_a_version_of_the_text_leaves_without_its_words_once_its_author_declines() -> None:
    house = make_house(leaders=3)
    ben, prompt = house.others[0], agreed(house)
    beside(ben, prompt, "CANARY")
    assert (str(exported(house)) + write_csv(house.workshop).decode()).count("CANARY") == 2
    decline(ben)
    assert "CANARY" not in str(exported(house)) + write_csv(house.workshop).decode()
    settle_text(house.ada, prompt, Version.objects.get(conflict_open=True), "theirs", 1)
    assert "CANARY" not in str(exported(house))


def test_dissents_and_other_versions_are_exported_of_a_text_that_was_emptied() -> None:
    house = make_house(leaders=3)
    dissented(house)
    prompt = house.workshop.prompts.get(kind="open")
    beside(house.others[0], prompt, "At the same time.")
    write_text(house.ada, prompt, "", 2)
    lines = write_csv(house.workshop).decode()
    assert ("Too vague." in lines, "At the same time." in lines) == (True, True)


def test_an_export_costs_the_same_whatever_the_number_of_questions() -> None:
    house, costs = make_house(leaders=3), []
    for n in range(4):
        say_assent(house.others[0], agreed(house, f"Text {n}."), "dissent", "No.", 1)
        with CaptureQueriesContext(connection) as counted:
            write_json(house.workshop)
        costs.append(len(counted))
    assert costs[0] == costs[3]
