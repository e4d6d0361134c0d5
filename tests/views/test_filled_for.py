"""The Word file of somebody else, entered for them: blind to what they chose, after what they agreed to."""

import pytest

from tests.filling import filled, pack_of
from tests.support import House, make_house
from tests.views.filled_pages import form_of, send, take, words_of, zones_of
from workshop.actions.sort import place_card
from workshop.models import Consent, Seat
from workshop.models.consents import needs_consent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]


@pytest.fixture
def house() -> House:
    return make_house()


def test_who_enters_sees_nothing_that_was_chosen_and_asks_before_it_is_replaced(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "outer", reason=None)
    place_card(house.ada, house.pack, house.cards[1], "unplaced", reason="a secret reason")
    answer = send(
        house.fay,
        filled(pack_of(house.ada, house.fay), {"P1": "Inner circle", "C1": "x"}),
        house=house,
        whose=house.ada,
    )
    assert "secret" not in answer.text
    assert "which should stay" not in answer.text
    answer = take(house.fay, form_of(answer), house=house, whose=house.ada)
    assert answer.status_code == 422
    assert "They asked me to replace where this card lies" in answer.text
    assert house.workshop.history.filter(verb="answer_met").count() == 1
    assert (words_of(house.ada), zones_of(house.ada)["1"]) == ({}, ("outer", ""))
    form = form_of(answer) | {f"replaces-{house.cards[0].uid}": "yes"}
    assert take(house.fay, form, house=house, whose=house.ada).status_code == 302
    assert (words_of(house.ada), zones_of(house.ada)["1"]) == ({"C1": "x"}, ("inner", ""))


def test_whether_anything_is_placed_is_not_told_while_something_else_is_refused(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "outer")
    form = form_of(
        send(
            house.fay,
            filled(pack_of(house.ada, house.fay), {"P1": "Inner", "C1": "x"}),
            house=house,
            whose=house.ada,
        )
    )
    [name] = [name for name, value in form.items() if value == "x"]
    answer = take(house.fay, form | {name: "x" * 5000}, house=house, whose=house.ada)
    assert answer.status_code == 422
    assert "over the limit" in answer.text
    assert "They asked me to replace" not in answer.text
    assert not house.workshop.history.filter(verb="answer_met").exists()


def consents() -> dict[str, str]:
    return {"K1": "Yes", "K2": "My words may not be quoted.", "K4": "No"}


def test_what_is_agreed_to_in_the_file_counts_before_anything_else() -> None:
    house = make_house(agreed=False)
    for who, seat in ((house.ada, house.ada), (house.fay, house.others[0])):
        whose = None if who == seat else seat
        content = filled(pack_of(seat, who), {**consents(), "C1": "one"})
        answer = take(who, form_of(send(who, content, house=house, whose=whose)), house=house, whose=whose)
        assert answer.status_code == 302
        assert not needs_consent(Seat.objects.get(pk=seat.pk))
        assert words_of(seat) == {"C1": "one"}
        assert set(Consent.objects.filter(seat=seat).values_list("proxy", flat=True)) == {
            who.pk if whose else None
        }


@pytest.mark.parametrize("said_so", [{}, {"K1": "No", "K2": "My words may not be quoted.", "K4": "No"}])
def test_without_a_yes_to_taking_part_nothing_is_saved(said_so: dict[str, str]) -> None:
    house = make_house(agreed=False)
    for who, whose in ((house.ada, None), (house.fay, house.ada)):
        content = filled(pack_of(house.ada, who), {**said_so, "C1": "one"})
        answer = take(who, form_of(send(who, content, house=house, whose=whose)), house=house, whose=whose)
        assert answer.status_code in (403, 422)
        assert ">\none</textarea>" in answer.text.replace("\r", "")
        assert not Consent.objects.filter(seat=house.ada).exists()
        assert words_of(house.ada) == {}
