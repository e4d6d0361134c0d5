"""Credit: as each person says, nobody named until then, and never tied to what they wrote."""

import json

import pytest

from tests.rounds import exported
from tests.support import House, make_house
from workshop.actions.consents import answer_consents
from workshop.actions.credits import save_credit
from workshop.models import Credit, Forbidden, Invalid, Stale
from workshop.models.consents import asked_of
from workshop.models.credits import WantedCredit, credit_of, credits_in
from workshop.templatetags.acknowledging import acknowledgement, contributions

pytestmark = pytest.mark.django_db
NAMED = WantedCredit("named", "Dr Ada Ash", "", ["writing-review-editing", "conceptualization"])
ROLE = WantedCredit("role", "Ben", "a senior leader of a council")


@pytest.fixture
def house() -> House:
    return make_house(leaders=3, promise="hidden")


def test_nobody_is_credited_until_somebody_says_so(house: House) -> None:
    assert credits_in(house.workshop) == []
    assert acknowledgement([]) == ""
    assert exported(house)["credits"] == []


def test_people_are_credited_as_they_say_and_the_words_are_ready_to_paste(house: House) -> None:
    save_credit(house.ada, NAMED, 0)
    save_credit(house.others[0], ROLE, 0)
    credited = credits_in(house.workshop)
    thanks = "We thank Dr Ada Ash and a senior leader of a council for taking part in the workshop."
    assert acknowledgement(credited) == thanks
    assert contributions(credited) == "Dr Ada Ash: Conceptualization, Writing – review & editing."


def test_the_export_credits_by_what_they_said_and_never_by_pseudonym(house: House) -> None:
    save_credit(house.ada, NAMED, 0)
    save_credit(house.others[0], ROLE, 0)
    credited = exported(house)["credits"]
    assert [(each["name"], each["role"]) for each in credited] == [
        ("Dr Ada Ash", ""),
        ("", "a senior leader of a council"),
    ]
    assert house.ada.pseudonym not in json.dumps(credited)


def test_a_name_that_is_not_to_be_printed_is_not_kept(house: House) -> None:
    save_credit(house.ada, NAMED, 0)
    save_credit(house.ada, WantedCredit("none", "Dr Ada Ash", "a chair"), 1)
    credit = Credit.objects.get()
    assert (credit.name, credit.role, credit.contributions.count()) == ("", "", 0)


def test_what_a_facilitator_enters_is_marked_and_gives_way_to_the_person(house: House) -> None:
    save_credit(house.ada, ROLE, 0, by=house.fay)
    assert credit_of(house.ada).proxy == house.fay
    assert exported(house)["credits"][0]["entered"] is True
    save_credit(house.ada, NAMED, 1)
    assert credit_of(house.ada).proxy is None
    with pytest.raises(Forbidden):
        save_credit(house.ada, ROLE, 2, by=house.fay)


def test_two_windows_do_not_undo_each_other(house: House) -> None:
    save_credit(house.ada, NAMED, 0)
    with pytest.raises(Stale):
        save_credit(house.ada, ROLE, 0)
    assert credit_of(house.ada).kind == "named"


@pytest.mark.parametrize(
    "wanted",
    [
        WantedCredit("named", " "),
        WantedCredit("role"),
        WantedCredit("loud"),
        WantedCredit("none", roles=["boss"]),
    ],
)
def test_credit_without_words_or_in_other_words_is_refused(house: House, wanted: WantedCredit) -> None:
    with pytest.raises(Invalid):
        save_credit(house.ada, wanted, 0)
    assert not Credit.objects.exists()


def test_who_takes_part_no_more_is_credited_no_more(house: House) -> None:
    save_credit(house.ada, NAMED, 0)
    answer_consents(house.ada, {str(item.uid): False for item, _was in asked_of(house.ada)})
    assert credits_in(house.workshop) == []
