"""Marks on a spectrum: only cards with poles are asked, and each mark is a state."""

import pytest

from tests.rounds import asked, give_poles, mark, revealed
from tests.support import House, make_house
from workshop.actions.rounds import close_round, open_round
from workshop.actions.spectrum import Position, mark_cards
from workshop.models import Closed, Forbidden, Invalid, Mark, Round
from workshop.models.spectrum import spectrum_result

pytestmark = pytest.mark.django_db


def lined() -> tuple[House, Round]:
    """Ask about cards 1 and 2, which have poles."""
    house = make_house(leaders=3)
    give_poles(house, 1, 2)
    return house, asked(house, "spectrum")


def test_only_cards_with_two_poles_are_asked() -> None:
    _house, round = lined()
    assert [row.card.number for row in round.round_cards.select_related("card")] == [1, 2]


def test_without_poles_it_does_not_open_and_says_what_to_do() -> None:
    house = make_house(leaders=1)
    with pytest.raises(Invalid, match="Re-phrase a card"):
        asked(house, "spectrum")
    assert house.workshop.rounds.get(number=3).is_draft
    give_poles(house, 3)
    assert open_round(house.fay, house.workshop.rounds.get(number=3)).is_open


def test_a_mark_is_a_state_and_either_may_be_left_out() -> None:
    house, round = lined()
    for now, want in ((20, 80), (20, None), (0, 100)):
        mark(house, house.ada, round, 1, now, want)
        assert list(Mark.objects.values_list("now", "want")) == [(now, want)]
    mark(house, house.ada, round, 1, None, None)
    assert not Mark.objects.exists()


@pytest.mark.parametrize(("now", "want"), [(101, 0), (-1, None), (None, 1000)])
def test_a_mark_beyond_the_poles_is_refused_and_nothing_of_the_form_is_kept(
    now: int | None, want: int | None
) -> None:
    house, round = lined()
    one, two = house.cards[:2]
    with pytest.raises(Invalid):
        mark_cards(house.ada, round, [Position(one, 5, 5), Position(two, now, want)])
    assert not Mark.objects.exists()


def test_who_may_not_answer_is_refused() -> None:
    house, round = lined()
    with pytest.raises(Invalid):
        mark(house, house.ada, round, 3, 1, 1)
    with pytest.raises(Forbidden):
        mark(house, house.fay, round, 1, 1, 1)
    close_round(house.fay, round)
    with pytest.raises(Closed):
        mark(house, house.ada, round, 1, 1, 1)
    revealed(house, round)
    with pytest.raises(Closed):
        mark(house, house.ada, round, 1, 1, 1)


def test_nobody_counts_before_the_reveal_and_few_are_withheld_where_names_are_hidden() -> None:
    house, round = lined()
    house.workshop.promise = "hidden"
    house.workshop.save(update_fields=["promise"])
    for seat in house.leaders:
        mark(house, seat, round, 1, 10, 60)
    mark(house, house.ada, round, 2, 10, 60)
    with pytest.raises(ValueError, match="not revealed"):
        spectrum_result(round)
    rows = spectrum_result(revealed(house, round)).rows
    assert [(spread.to_b, spread.is_withheld) for _card, spread in rows] == [(3, False), (0, True)]
