"""Questions in the exports: nothing before they are shown, no author where names are hidden."""

import pytest

from tests.questions import agreed, ask, reply
from tests.rounds import exported
from tests.support import House, make_house
from workshop.actions.agreed import say_assent, write_text
from workshop.actions.consents import answer_consents
from workshop.exports.csv_long import write_csv

pytestmark = pytest.mark.django_db


def dissented(house: House) -> None:
    """Agree on a text that Ben dissents from, and change it."""
    prompt = agreed(house)
    say_assent(house.others[0], prompt, "dissent", "Too vague.", 1)
    write_text(house.fay, prompt, "We share power, and money.", 1)


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
        answer_consents(seat, {str(item.uid): False for item in house.workshop.consent_items.all()})
    [question] = exported(house)["questions"]
    assert (question["answers"], question["agreed"]["assents"]) == ([], [])
    assert [each["seat"] for each in question["agreed"]["versions"]] == [None, "F1"]
