"""Facilitators see who agreed to what where names are open, and elsewhere only counts that tell of nobody."""

import re
import uuid
from typing import Any

import pytest
from django.utils import timezone

from tests.actions.test_sheets import inform
from tests.support import House, agree, client_of, make_house
from workshop.actions.consent_items import change_item, item_print, write_item
from workshop.actions.consents import answer_consents
from workshop.actions.sheets import note_sheet
from workshop.exports.consenting import consent_items_data
from workshop.models import ConsentItem, Seat, Workshop
from workshop.models.consents import asked_of
from workshop.models.who_agreed import asked_again, who_agreed

pytestmark = pytest.mark.django_db
VOICE = "My voice may be recorded."


def shown(house: House, name: str = "people/consents") -> str:
    answer = client_of(house.fay).get(f"/w/{house.workshop.slug}/{name}/")
    return " ".join(answer.content.decode().split())


def row_of(text: str, name: str) -> str:
    """Return the words of one row of the table."""
    row = next(each for each in re.findall(r"<tr>.*?</tr>", text) if f">{name}<" in each)
    return " ".join(re.sub(r"<[^>]*>", " ", row).split())


def voice(house: House) -> ConsentItem:
    return write_item(house.fay, uid=uuid.uuid4(), text=VOICE, required=False)


def say(seat: Seat, item: ConsentItem, answer: bool) -> None:
    answer_consents(seat, {str(item.uid): answer}, partly=True)


def test_each_person_stands_beside_what_they_said_where_names_are_open() -> None:
    house = make_house(3)
    item = voice(house)
    say(house.ada, item, True)
    say(house.others[0], item, False)
    text = shown(house)
    assert VOICE in text
    said = [row_of(text, name) for name in ("Ada", "Ben", "Cem")]
    assert [each.rsplit(" Yes", 1)[0].count("No ") for each in said] == [0, 0, 0]
    assert [said[0].split()[-3:-2], " No " in said[1], "Not answered" in said[2]] == [["Yes"], True, True]
    assert "1 yes, 1 no; 1 has not answered." in text


def test_who_answered_before_a_change_is_asked_again_and_waited_for_on_the_overview() -> None:
    house = make_house(3)
    assert "asked again" not in shown(house, "overview")
    inform(house, "Recorded, too", matters=True)
    note_sheet(house.ada, 2)
    agree(house.ada)
    for page in ("people/consents", "overview"):
        assert "2 people are asked again" in shown(house, page)
    text = shown(house)
    assert "Yes to version 2" in row_of(text, "Ada")
    assert "Asked again; said yes before" in row_of(text, "Ben")
    assert "(not yet version 2)" in row_of(text, "Ben")


def test_somebody_new_and_somebody_who_takes_no_part_are_not_waited_for() -> None:
    house = make_house(2, agreed=False)
    assert not asked_again(house.workshop).exists()
    answer_consents(house.ada, {str(item.uid): False for item, _given in asked_of(house.ada)})
    inform(house, "Other", matters=True)
    assert not asked_again(house.workshop).exists()


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_where_names_are_hidden_no_count_of_one_or_two_is_told_and_nobody_named(promise: str) -> None:
    house = make_house(5, promise=promise)
    item = voice(house)
    for n, seat in enumerate(house.leaders):
        say(seat, item, n > 0)
    text = shown(house)
    assert "Some said yes and some said no; how many is not told" in text
    assert not re.search(r"[14] (yes|no)\b", text)
    assert not any(f">{seat.name}<" in text for seat in house.leaders)
    say(house.ada, item, True)
    assert "5 yes, 0 no." in shown(house)


def test_the_newest_answer_to_the_newest_version_counts() -> None:
    house = make_house(1)
    item = voice(house)
    say(house.ada, item, False)
    say(house.ada, item, True)
    assert who_agreed(house.workshop).items[-1].yes == 1
    change_item(house.fay, item, seen=item_print(item), text="My voice and face.", required=False)
    last = who_agreed(house.workshop).items[-1]
    assert (last.yes, last.no, last.open, last.again) == (0, 0, 1, 1)


def test_what_a_file_said_of_an_item_stands_on_page_and_in_files_until_that_item_is_answered() -> None:
    house = make_house(4, promise="hidden", agreed=False)
    item = voice(house)
    Workshop.objects.filter(pk=house.workshop.pk).update(brought_at=timezone.now())
    house.workshop.refresh_from_db()
    house.workshop.consent_items.update(brought_yes=5, brought_no=3)
    for seat in house.leaders:
        say(seat, item, True)
    page = {each.item.key: (each.yes, each.no) for each in who_agreed(house.workshop).items}
    file = {each["key"]: (each["yes"], each["no"]) for each in consent_items_data(house.workshop)}
    assert page == file
    assert file.pop(item.key) == (4, 0)
    assert {*file.values()} == {(5, 3)}


def test_five_people_or_fifty_cost_the_same(django_assert_max_num_queries: Any) -> None:
    house = make_house(30)
    with django_assert_max_num_queries(5):
        assert len(who_agreed(house.workshop).people) == 30
