"""What a withdrawal leaves of totals: as the group saw them, unless they would tell what the person chose."""

import pytest

from tests.rounds import asked, lay, revealed
from tests.support import House, make_house
from tests.unlinked import full_house
from workshop.actions.rounds import reveal_round
from workshop.actions.withdrawing import withdraw
from workshop.models import Assent, Ballot, Mark, Round, Stance, Start
from workshop.models.counting import sort_result
from workshop.models.results import results_for

pytestmark = pytest.mark.django_db


def sorted_house(promise: str, people: int = 5) -> House:
    """Return a house in which people placed cards 1 and 2, with a reason, and it was revealed."""
    house = make_house(promise=promise)
    for seat in house.leaders[:people]:
        lay(house, seat, house.pack, {1: "inner", 2: "outer"})
    Mark.objects.update(reason="Because")
    reveal_round(house.fay, house.pack)
    return house


def test_a_ballot_of_a_round_that_is_not_revealed_goes() -> None:
    house = make_house(promise="hidden")
    lay(house, house.ada, house.pack, {1: "inner"})
    withdraw(house.ada)
    assert not Ballot.objects.exists()


def test_where_names_are_hidden_the_totals_stay_and_the_ballot_is_nobodys() -> None:
    house = sorted_house("hidden")
    before = sort_result(house.pack)
    withdraw(house.ada)
    assert sort_result(house.pack) == before
    unlinked = Ballot.objects.get(seat=None)
    assert set(unlinked.marks.values_list("reason", flat=True)) == {""}


def test_where_each_answer_is_shown_the_ballot_goes_since_subtraction_would_tell_it() -> None:
    house = sorted_house("named")
    withdraw(house.ada)
    assert sort_result(house.pack).people == 4
    assert not Ballot.objects.filter(seat=None).exists()


def test_totals_of_one_person_alone_go_with_them() -> None:
    house = sorted_house("hidden", people=1)
    withdraw(house.ada)
    assert not Ballot.objects.exists()


def test_moves_between_two_sorts_do_not_tell_by_what_is_left_over() -> None:
    house = sorted_house("hidden")
    later: Round = asked(house)
    for seat in house.leaders:
        lay(house, seat, later, {1: "outer"})
    revealed(house, later)
    withdraw(house.ada)
    house.fay.workshop.refresh_from_db()
    [compared] = results_for(house.fay).comparisons
    assert next(row.shift.is_withheld for row in compared.rows if row.shift)


@pytest.mark.parametrize(("promise", "left"), [("hidden", 5), ("unlinked", 5), ("named", 4)])
def test_other_counts_that_were_shown_stay_where_names_are_hidden(promise: str, left: int) -> None:
    """Answers to a proposal that was decided, agreement to a text, and where people would start."""
    house = full_house(promise)
    withdraw(house.ada)
    assert Stance.objects.filter(proposal__state="made").count() == left
    assert Assent.objects.count() == left
    assert Start.objects.count() == left
    assert not Stance.objects.filter(why="Why 0").exists()
    assert not Assent.objects.filter(why="Because 0").exists()
