"""A filled file that moves a card to the other circle, or only seems to: whose order it is then."""

import pytest

from tests.filling import filled, pack_of
from tests.support import House, make_house
from tests.views.filled_pages import form_of, places, send, take
from workshop.actions.sort import place_card

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]
NUMBERED_ON = {"P3": "Outer circle", "N3": "3", "P4": "Outer circle", "N4": "5"}


@pytest.fixture
def house() -> House:
    return make_house()


def test_a_card_that_a_file_moves_to_the_other_circle_keeps_the_number_of_the_file(house: House) -> None:
    for n, card in enumerate(house.cards):
        place_card(house.ada, house.pack, card, "inner" if n < 3 else "outer", place=n % 3 + 1)
    content = filled(pack_of(house.ada), {"P3": "Outer circle", "N3": "4"})
    form = form_of(answer := send(house.ada, content, house=house))
    key = house.cards[2].uid
    assert (form[f"order-{key}"], answer.text.count("which should stay")) == ("4", 1)
    assert take(house.ada, form | {f"keep-place-{key}": "file"}, house=house).status_code == 302
    assert places(house.ada) == {"1": 1, "2": 2, "3": 4, "4": 1, "5": 2, "6": 3}


def test_a_card_whose_circle_a_file_leaves_empty_stays_in_it(house: House) -> None:
    seat = house.others[0]
    content = filled(pack_of(seat, house.fay), NUMBERED_ON)
    take(house.fay, form_of(send(house.fay, content, house=house, whose=seat)), house=house, whose=seat)
    content = filled(pack_of(seat, house.fay), NUMBERED_ON | {"P4": ""})
    answer = send(house.fay, content, house=house, whose=seat)
    assert form_of(answer)[f"order-{house.cards[3].uid}"] == "2"
    assert "which should stay" not in answer.text


def test_a_comment_that_is_the_name_of_a_circle_is_no_card_in_it(house: House) -> None:
    said = NUMBERED_ON | {"C1": "outer"}
    take(house.ada, form_of(send(house.ada, filled(pack_of(house.ada), said), house=house)), house=house)
    answer = send(house.ada, filled(pack_of(house.ada), said), house=house)
    assert form_of(answer)[f"order-{house.cards[3].uid}"] == "2"
    assert "which should stay" not in answer.text
