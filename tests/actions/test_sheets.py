"""The information sheet: a new version once somebody agreed, told to all, asked anew only if it matters."""

import pytest

from tests.rounds import exported
from tests.support import House, agree, make_house
from workshop.actions.consents import answer_consents
from workshop.actions.setup import edit_setup
from workshop.actions.sheets import note_sheet
from workshop.models import Seat
from workshop.models.agreed_to import agreed_in
from workshop.models.consents import asked_of, needs_consent
from workshop.models.setup import facts_of, print_of
from workshop.models.sheets import sheets_of

pytestmark = pytest.mark.django_db


def inform(house: House, text: str, *, matters: bool = False) -> None:
    """Let Fay save other information."""
    seen = {"information": print_of(facts_of(house.workshop)["information"])}
    edit_setup(house.fay, {"information": text}, seen, sheet_matters=matters)
    house.workshop.refresh_from_db()


def read(seat: Seat) -> int:
    return Seat.objects.get(pk=seat.pk).sheet


def test_before_anybody_agrees_the_words_are_simply_changed() -> None:
    house = make_house(leaders=1, agreed=False)
    inform(house, "Other words", matters=True)
    assert [(each.version, each.text) for each in sheets_of(house.workshop)] == [(1, "Other words")]


def test_a_change_is_a_new_version_and_the_earlier_words_are_kept() -> None:
    house = make_house(leaders=1)
    before = house.workshop.information
    for text in ("Second", "Second, better"):
        inform(house, text)
    note_sheet(house.ada, 2)
    inform(house, "Third")
    texts = [each.text for each in sheets_of(house.workshop)]
    assert texts == [before, "Second, better", "Third"]


def test_a_change_that_does_not_matter_asks_nobody_anew() -> None:
    house = make_house(leaders=2)
    inform(house, "A comma more")
    assert not needs_consent(house.ada)


def test_a_change_that_matters_asks_everybody_again_to_take_part_and_nothing_else() -> None:
    house = make_house(leaders=2)
    inform(house, "Recorded, too", matters=True)
    assert needs_consent(house.ada)
    assert [item.key for item, given in asked_of(house.ada) if given is None] == ["take-part"]


def test_a_change_that_matters_asks_again_also_where_nobody_read_the_one_before() -> None:
    house = make_house(leaders=2)
    inform(house, "A comma more")
    inform(house, "Recorded, too", matters=True)
    assert needs_consent(house.ada)
    assert [(each.version, each.matters) for each in sheets_of(house.workshop)] == [(1, False), (2, True)]
    versions = [item.version for item, _was in asked_of(house.ada)]
    inform(house, "Recorded, and kept", matters=True)
    assert [item.version for item, _was in asked_of(house.ada)] == versions


def test_who_agreed_to_which_version_is_kept_and_exported() -> None:
    house = make_house(leaders=2)
    inform(house, "Recorded, too", matters=True)
    agree(house.ada)
    document = exported(house)
    assert [each["matters"] for each in document["information_sheets"]] == [False, True]
    ada, ben = (
        [(each["version"], each["sheet"]) for each in seat["consents_given"] if each["key"] == "take-part"]
        for seat in sorted(document["seats"], key=lambda seat: seat.get("name", ""))
        if seat["role"] == "participant"
    )
    assert (ada, ben) == ([(1, 1), (2, 2)], [(1, 1)])


def test_an_answer_is_kept_with_the_version_that_the_page_showed() -> None:
    house = make_house(leaders=1, agreed=False)
    inform(house, "Second")
    agree(house.ada)
    inform(house, "Third")
    answers = {str(item.uid): False for item, _was in asked_of(house.ada)}
    answer_consents(house.ada, answers, sheet=1)
    assert house.ada.consents.order_by("pk").values_list("sheet", flat=True)[4] == 1
    assert read(house.ada) == 1


def test_having_read_a_version_is_taken_down_and_agrees_to_nothing() -> None:
    house = make_house(leaders=1)
    answers = house.ada.consents.count()
    inform(house, "Second")
    note_sheet(house.ada, 99)
    note_sheet(house.ada, 1)
    assert (read(house.ada), house.ada.consents.count()) == (2, answers)


def test_a_no_to_taking_part_stands_when_the_same_is_asked_anew() -> None:
    house = make_house(leaders=2)
    answer_consents(house.ada, {str(item.uid): False for item, _was in asked_of(house.ada)})
    inform(house, "Recorded, too", matters=True)
    assert agreed_in(house.workshop).declined == {house.ada.pk}
    agree(house.ada)
    assert agreed_in(house.workshop).declined == set()
