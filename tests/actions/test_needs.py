"""What people need: as each says, in no file but their own, and gone with them."""

import json

import pytest

from tests.rounds import exported
from tests.support import House, make_house
from workshop.actions.needs import save_needs
from workshop.actions.people import remove_seat
from workshop.actions.withdrawing import withdraw
from workshop.exports.own_data import own_document
from workshop.models import History, Invalid, Need, Stale
from workshop.models.needs import ARRANGED, AT_ONCE, NAMES, WantedNeeds, need_of, needs_counted
from workshop.models.what_goes import goes_print

pytestmark = pytest.mark.django_db
WANTED = WantedNeeds(["no_timers", "large_print"], "A seat near  the door")


@pytest.fixture
def house() -> House:
    return make_house(leaders=4, promise="hidden")


def test_what_is_asked_is_what_is_kept_and_has_a_short_name() -> None:
    columns = {field.name for field in Need._meta.get_fields()} - {"id", "seat", "more", "rev", "at", "proxy"}
    assert columns == NAMES.keys() == AT_ONCE.keys() | ARRANGED.keys()


def test_what_was_ticked_is_kept_and_ticked_anew_as_a_whole(house: House) -> None:
    save_needs(house.ada, WANTED, 0)
    need = need_of(house.ada)
    assert (need.keys, need.more, need.rev) == (["no_timers", "large_print"], "A seat near the door", 1)
    save_needs(house.ada, WantedNeeds(["plain_words"]), 1)
    assert need_of(house.ada).names == ["plain instructions"]


def test_needing_nothing_is_an_answer_and_the_same_press_again_changes_nothing(house: House) -> None:
    assert need_of(house.ada).rev == 0
    for _press in range(2):
        save_needs(house.ada, WantedNeeds(), 0)
    assert (need_of(house.ada).keys, need_of(house.ada).rev) == ([], 1)


def test_a_page_that_is_older_than_what_was_said_since_changes_nothing(house: House) -> None:
    save_needs(house.ada, WANTED, 0)
    with pytest.raises(Stale):
        save_needs(house.ada, WantedNeeds(["word_file"]), 0)
    assert need_of(house.ada).keys == ["no_timers", "large_print"]


@pytest.mark.parametrize("wanted", [WantedNeeds(["rev"]), WantedNeeds([], "x" * 201)])
def test_what_is_not_asked_and_what_is_too_long_is_refused(house: House, wanted: WantedNeeds) -> None:
    with pytest.raises(Invalid):
        save_needs(house.ada, wanted, 0)
    assert not Need.objects.exists()


def test_the_chair_hears_counts_of_what_matters_in_the_hour_and_of_who_is_there(house: House) -> None:
    save_needs(house.ada, WANTED, 0)
    save_needs(house.others[0], WantedNeeds(["no_timers", "word_file"]), 0)
    save_needs(house.others[1], WantedNeeds(["no_timers"]), 0)
    remove_seat(house.fay, house.others[1])
    other = ("something else, in words of their own", 1)
    assert needs_counted(house.workshop) == [("no countdowns", 2), ("large print", 1), other]
    assert needs_counted(house.zed.workshop) == []


def test_above_the_list_of_people_every_need_is_counted_also_what_was_written(house: House) -> None:
    save_needs(house.ada, WantedNeeds(list(NAMES), "A break every half hour"), 0)
    counted = [name for name, n in needs_counted(house.workshop, beforehand=True) if n == 1]
    assert counted == [*map(str, NAMES.values()), "something else, in words of their own"]


def test_no_export_and_no_history_says_what_anybody_needs(house: House) -> None:
    rows = History.objects.count()
    save_needs(house.ada, WANTED, 0)
    assert History.objects.count() == rows
    kept = json.dumps(exported(house))
    assert not any(word in kept for word in ("no_timers", "no countdowns", "near the door"))


def test_ones_own_file_has_it_and_a_withdrawal_erases_it(house: House) -> None:
    save_needs(house.ada, WANTED, 0)
    [row] = own_document(house.ada)["needs"]
    assert [each["need"] for each in row["needs"]] == [
        "no countdowns",
        "large print",
        "A seat near the door",
    ]
    withdraw(house.ada, agreed=goes_print(house.workshop))
    assert not Need.objects.exists()
