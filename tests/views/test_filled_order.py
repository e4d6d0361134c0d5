"""The place of a card in its circle, as a filled file gives it: read, shown, and saved, level ones too."""

import pytest

from tests.filling import filled, pack_of
from tests.support import House, make_house
from tests.views.filled_pages import form_of, places, send, take
from workshop.actions.remarks import save_remark
from workshop.actions.sort import place_card

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]
INNER = {f"P{n}": "Inner circle" for n in range(1, 5)}


@pytest.fixture
def house() -> House:
    return make_house()


def test_numbers_put_a_circle_in_order_level_where_they_are_the_same(house: House) -> None:
    said = INNER | {"N1": "2nd", "N2": "1", "N3": "no. 2", "B1": "Mine", "E1": "Outer circle", "G1": "1"}
    for who, whose, seat in ((house.ada, None, house.ada), (house.fay, house.others[0], house.others[0])):
        form = form_of(send(who, filled(pack_of(seat, who), said), house=house, whose=whose))
        assert take(who, form, house=house, whose=whose).status_code == 302
        assert places(seat) == {"1": 2, "2": 1, "3": 2, "4": 3, "A": 1}
        assert (
            take(
                who,
                form_of(send(who, filled(pack_of(seat, who), {}), house=house, whose=whose)),
                house=house,
                whose=whose,
            ).status_code
            == 302
        )
        assert places(seat) == {"1": 2, "2": 1, "3": 2, "4": 3, "A": 1}


def test_without_numbers_nothing_is_put_in_order(house: House) -> None:
    take(house.ada, form_of(send(house.ada, filled(pack_of(house.ada), INNER), house=house)), house=house)
    assert set(places(house.ada).values()) == {None}


@pytest.mark.parametrize("nonsense", ["the first of all", "0", "-1", "1 or 2", "1000"])
def test_what_is_no_number_is_quoted_beside_its_field(house: House, nonsense: str) -> None:
    answer = send(house.ada, filled(pack_of(house.ada), INNER | {"N1": nonsense}), house=house)
    assert f'dir="auto">{nonsense}</p>' in answer.text
    assert "Beside “Place of card 1 in its circle" in answer.text
    assert form_of(answer)[f"order-{house.cards[0].uid}"] == ""


def test_a_number_without_a_circle_is_said_at_its_card(house: House) -> None:
    answer = send(house.ada, filled(pack_of(house.ada), {"N1": "1"}), house=house)
    answer = take(house.ada, form_of(answer), house=house)
    assert (answer.status_code, "Say as well which circle it is in" in answer.text) == (422, True)
    assert places(house.ada) == {}


@pytest.mark.parametrize(("keep", "place"), [("here", 1), ("file", 2)])
def test_another_place_than_here_waits_for_a_choice(house: House, keep: str, place: int) -> None:
    for n, card in enumerate(house.cards[:2], start=1):
        place_card(house.ada, house.pack, card, "inner", place=n)
    content = filled(pack_of(house.ada), {"N1": "2", "N2": "1"})
    form = form_of(send(house.ada, content, house=house))
    assert take(house.ada, form, house=house).status_code == 422
    form |= {f"keep-place-{card.uid}": keep for card in house.cards[:2]}
    assert take(house.ada, form, house=house).status_code == 302
    assert places(house.ada)["1"] == place


def test_an_order_changed_meanwhile_is_not_written_over(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "inner", place=1)
    place_card(house.ada, house.pack, house.cards[1], "inner", place=2)
    form = form_of(
        send(house.ada, filled(pack_of(house.ada), {"P3": "Inner circle", "N3": "3"}), house=house)
    )
    place_card(house.ada, house.pack, house.cards[1], "inner", place=1)
    assert take(house.ada, form, house=house).status_code == 409
    assert places(house.ada) == {"1": 2, "2": 1}


def test_who_enters_a_file_puts_nothing_in_order_beside_places_that_are_hidden(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[5], "inner", place=1)
    content = filled(pack_of(house.ada, house.fay), INNER | {"N1": "1"})
    form = form_of(send(house.fay, content, house=house, whose=house.ada))
    answer = take(house.fay, form, house=house, whose=house.ada)
    assert (answer.status_code, "The order was not entered" in answer.text) == (422, True)
    assert places(house.ada) == {"6": 1}


def test_a_card_that_leaves_the_circles_leaves_its_printed_number_behind(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "inner", place=1)
    content = filled(pack_of(house.ada), {"P1": "Not placed"})
    form = form_of(send(house.ada, content, house=house)) | {f"keep-place-{house.cards[0].uid}": "file"}
    assert form[f"order-{house.cards[0].uid}"] == "1"
    assert take(house.ada, form, house=house).status_code == 302
    assert places(house.ada) == {"1": None}


def test_a_place_given_meanwhile_is_not_taken_away_by_a_second_press(house: House) -> None:
    form = form_of(
        send(house.ada, filled(pack_of(house.ada), {"P3": "Inner circle", "C1": "one"}), house=house)
    )
    place_card(house.ada, house.pack, house.cards[0], "outer", place=1)
    place_card(house.ada, house.pack, house.cards[1], "outer", place=2)
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "meanwhile", 0)
    answer = take(house.ada, form, house=house)
    assert answer.status_code == 409
    form = form_of(answer) | {f"keep-{house.workshop.prompts.get(card__number=1).uid}": "file"}
    assert take(house.ada, form, house=house).status_code == 302
    assert places(house.ada) == {"1": 1, "2": 2, "3": None}


GAPS = {
    "P1": "Inner circle",
    "N1": "2",
    "P2": "Inner circle",
    "N2": "1",
    "P3": "Outer circle",
    "N3": "3",
    "P4": "Outer circle",
    "N4": "5",
    "B1": "Mine",
    "E1": "Outer circle",
    "G1": "4",
}


def test_the_same_form_once_more_changes_nothing_and_comes_through(house: House) -> None:
    for who, whose, seat in ((house.ada, None, house.ada), (house.fay, house.others[0], house.others[0])):
        form = form_of(send(who, filled(pack_of(seat, who), GAPS), house=house, whose=whose))
        for _press in range(2):
            assert take(who, form, house=house, whose=whose).status_code == 302
            assert places(seat) == {"1": 2, "2": 1, "3": 1, "4": 3, "A": 2}


def test_the_same_file_once_more_asks_nothing_though_it_numbers_on_over_both_circles(house: House) -> None:
    for who, whose, seat in ((house.ada, None, house.ada), (house.fay, house.others[0], house.others[0])):
        content = filled(pack_of(seat, who), GAPS)
        for _time in range(2):
            answer = send(who, content, house=house, whose=whose)
            assert "which should stay" not in answer.text
            assert take(who, form_of(answer), house=house, whose=whose).status_code == 302
            assert places(seat) == {"1": 2, "2": 1, "3": 1, "4": 3, "A": 2}


def test_a_file_that_orders_a_circle_otherwise_still_asks(house: House) -> None:
    take(house.ada, form_of(send(house.ada, filled(pack_of(house.ada), GAPS), house=house)), house=house)
    answer = send(house.ada, filled(pack_of(house.ada), GAPS | {"N3": "5", "N4": "3"}), house=house)
    assert answer.text.count("which should stay") == 2


def test_a_card_that_a_file_puts_between_two_others_makes_another_order(house: House) -> None:
    said = {"P1": "Inner circle", "N1": "1", "P2": "Inner circle", "N2": "2"}
    take(house.ada, form_of(send(house.ada, filled(pack_of(house.ada), said), house=house)), house=house)
    said |= {"P3": "Inner circle", "N3": "2", "N2": "3"}
    form = form_of(answer := send(house.ada, filled(pack_of(house.ada), said), house=house))
    assert answer.text.count("which should stay") == 1
    form |= {f"keep-place-{house.cards[1].uid}": "file"}
    assert take(house.ada, form, house=house).status_code == 302
    assert places(house.ada) == {"1": 1, "2": 3, "3": 2}


@pytest.mark.parametrize(("keep", "place"), [("here", 2), ("file", 1)])
def test_an_order_changed_meanwhile_is_shown_beside_the_form_and_waits_for_a_choice(
    house: House, keep: str, place: int
) -> None:
    first, second = house.cards[:2]
    for n, card in enumerate((first, second), start=1):
        place_card(house.ada, house.pack, card, "inner", place=n)
    content = filled(pack_of(house.ada), {"P3": "Inner circle", "N3": "3"})
    form = form_of(send(house.ada, content, house=house))
    place_card(house.ada, house.pack, second, "inner", place=1)
    answer = take(house.ada, form, house=house)
    assert (answer.status_code, answer.text.count("which should stay")) == (409, 2)
    assert "Look at both, then choose." in answer.text
    form = form_of(answer)
    assert take(house.ada, form, house=house).status_code == 422
    form |= {f"keep-place-{card.uid}": keep for card in (first, second)}
    assert take(house.ada, form, house=house).status_code == 302
    assert places(house.ada) == {"1": place, "2": 3 - place, "3": 3}
