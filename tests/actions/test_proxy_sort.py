"""Where a facilitator puts cards for a person: marked, and neither over nor telling where they put them."""

import pytest

from tests.stagecraft import put, uids, vote
from tests.support import House, make_house
from workshop.actions.proxy import cast_for
from workshop.actions.proxy_sort import place_for
from workshop.actions.rounds import close_round
from workshop.actions.sort import Row, place_card
from workshop.models import Ballot, Closed, Invalid, Stale
from workshop.models.proxy import pack_for
from workshop.models.proxy_seen import seen_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def cast(house: House) -> None:
    """Let Fay enter for Ada that she would rather not choose."""
    cast_for(house.fay, house.ada, house.poll, frozenset(), seen="", replaces=False)


def place(
    house: House, number: int, zone: str, *, was: str = "", reason: str = "", replaces: bool = False
) -> bool:
    """Let Fay enter a place for Ada; ``was`` is what her page showed."""
    card = house.cards[number - 1]
    asked = [card] if replaces else []
    return place_for(house.fay, house.ada, house.pack, [Row(card, (zone, reason), (was, ""))], replaces=asked)


def zones(house: House) -> dict[int | None, tuple[str, bool]]:
    """Return where Ada's cards lie, and which were entered for her."""
    marks = Ballot.objects.get(round=house.pack, seat=house.ada).marks.select_related("card")
    return {mark.card.number: (mark.zone, mark.proxy_id is not None) for mark in marks}


def entered(house: House) -> int:
    """Return how often something had to be written."""
    return house.workshop.history.filter(verb="sort_entered", seat=house.fay).count()


def test_a_form_that_says_nothing_enters_nothing_and_is_told_first_that_it_is_over(house: House) -> None:
    place(house, 1, "inner")
    assert not place(house, 2, "")
    assert not place(house, 1, "inner", was="inner")
    with pytest.raises(Invalid, match="Choose inner"):
        place(house, 1, "", was="inner", replaces=True)
    close_round(house.fay, house.pack)
    with pytest.raises(Closed):
        place(house, 2, "")
    assert place(house, 1, "inner")  # it is in: the same form again is no news
    assert entered(house) == 1


def test_a_place_is_marked_and_the_rest_of_the_sort_stays(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "outer")
    place(house, 2, "inner")
    assert zones(house) == {1: ("outer", False), 2: ("inner", True)}
    place_card(house.ada, house.pack, house.cards[1], "outer")
    assert zones(house)[2] == ("outer", False)


def test_a_right_guess_tells_nothing_of_what_is_hidden(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "outer")
    known = pack_for(house.fay, house.ada)
    assert known
    assert {each.zone for each in known.places} == {""}
    assert place(house, 1, "outer", replaces=True)
    assert zones(house)[1] == ("outer", True)
    assert place(house, 1, "outer", replaces=True)
    assert entered(house) == 1


def test_what_one_entered_elsewhere_meanwhile_is_refused(house: House) -> None:
    place(house, 1, "inner")
    assert place(house, 1, "inner")
    assert entered(house) == 1
    with pytest.raises(Stale):
        place(house, 1, "outer")
    assert place(house, 1, "outer", was="inner")
    assert zones(house) == {1: ("outer", True)}


def test_a_place_of_their_own_stays_unless_they_asked_and_the_rest_is_entered(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "inner")
    rows = [Row(card, ("outer", ""), ("", "")) for card in house.cards[:2]]
    with pytest.raises(Invalid, match="Placed already") as refused:
        place_for(house.fay, house.ada, house.pack, rows)
    assert refused.value.data == {"asks": uids(house, 1)}
    assert zones(house) == {1: ("inner", False), 2: ("outer", True)}
    assert place(house, 1, "outer", replaces=True)
    assert zones(house)[1] == ("outer", True)


def test_a_reason_of_their_own_is_kept_when_none_is_entered(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "unplaced", reason="My own reason")
    place(house, 1, "unplaced", replaces=True)
    mark = Ballot.objects.get(round=house.pack).marks.get()
    assert (mark.reason, mark.proxy) == ("My own reason", house.fay)


def test_who_finds_an_answer_there_stands_in_the_history(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 3)
    with pytest.raises(Invalid) as refused:
        cast(house)
    assert refused.value.data == {"seen": seen_of(Ballot.objects.get(round=house.poll))}
    place_card(house.ada, house.pack, house.cards[0], "outer")
    with pytest.raises(Invalid):
        place(house, 1, "inner")
    met = house.workshop.history.filter(verb="answer_met", seat=house.fay)
    assert [each.ids["round"] for each in met.order_by("n")] == ["2", "1"]
    close_round(house.fay, house.poll)
    with pytest.raises(Closed):  # and not that there is an answer
        cast(house)
