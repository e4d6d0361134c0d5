"""The card sort by tap, by key and by plain form."""

import json
from typing import Any

import pytest
from django.urls import reverse

from tests.support import House, client_of, make_house
from workshop.actions.rounds import close_round
from workshop.actions.sort import place_card
from workshop.models import Mark
from workshop.models.sorting import sorting_of

pytestmark = pytest.mark.django_db


def url_of(house: House, name: str = "sort", **more: Any) -> str:
    return reverse(name, kwargs={"slug": house.workshop.slug, "number": 1, **more})


def place(house: House, data: dict[str, str], n: int = 1, client: Any = None) -> Any:
    url = url_of(house, "placement", card=house.cards[n - 1].uid)
    return (client or client_of(house.ada)).post(url, data, headers={"Accept": "application/json"})


def zones(house: House) -> dict[str, list[str]]:
    sorting = sorting_of(house.ada, house.pack)
    return {zone: [each.label for each in sorting.zone_of(zone)] for zone in ("inner", "outer", "unplaced")}


def test_a_placement_answers_with_the_list_the_table_and_what_to_say() -> None:
    house = make_house()
    answer = json.loads(place(house, {"zone": "inner"}).content)
    assert answer["said"] == "Card 1 is in the inner circle. 5 cards are still to place."
    assert 'data-slip="1"' in answer["html"]
    assert zones(house)["inner"] == ["1"]


def test_the_last_card_says_that_no_card_is_left() -> None:
    house = make_house()
    for n in range(1, 7):
        answer = json.loads(place(house, {"zone": "outer"}, n).content)
    assert answer["said"] == "Card 6 is in the outer circle. No card is left to place."


def test_the_table_on_the_page_is_drawn_with_the_list() -> None:
    house = make_house()
    place_card(house.ada, house.pack, house.cards[4], "unplaced", reason="It depends")
    page = client_of(house.ada).get(url_of(house)).content.decode()
    assert "It depends" in page
    assert "slip--off" in page


def test_a_plain_form_saves_every_row_and_moves_a_card() -> None:
    house = make_house()
    one, two, three = (str(card.uid) for card in house.cards[:3])
    form = {
        f"zone-{one}": "inner",
        f"zone-{two}": "inner",
        f"zone-{three}": "unplaced",
        f"reason-{three}": "No idea",
    }
    client = client_of(house.ada)
    assert client.post(url_of(house), form).status_code == 302
    assert zones(house) == {"inner": ["1", "2"], "outer": [], "unplaced": ["3"]}
    client.post(url_of(house), {**form, "move": f"inner:{two}:1"})
    assert zones(house)["inner"] == ["2", "1"]
    client.post(url_of(house), {**form, "clear": "inner"})
    assert zones(house)["inner"] == ["1", "2"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"zone": "middle"}, "Choose inner, outer or not placed."),
        ({"zone": "inner", "place": "-1"}, "whole number"),
        ({"zone": "inner", "place": "\u0662"}, "whole number"),
        ({"zone": "unplaced", "reason": "x" * 501}, "1 character over the limit of 500"),
    ],
)
def test_bad_input_is_refused_in_plain_words_and_changes_nothing(data: dict[str, str], words: str) -> None:
    house = make_house()
    answer = place(house, data)
    assert answer.status_code == 422
    assert words in json.loads(answer.content)["message"]
    assert not Mark.objects.exists()


def test_after_the_close_the_sort_is_for_reading_and_a_late_placement_is_409() -> None:
    house = make_house()
    place_card(house.ada, house.pack, house.cards[0], "outer")
    close_round(house.fay, house.pack)
    answer = place(house, {"zone": "inner"})
    assert (answer.status_code, json.loads(answer.content)["state"]) == (409, "closed")
    page = client_of(house.ada).get(url_of(house)).content.decode()
    assert "In the outer circle" in page
    assert 'type="radio"' not in page


def test_another_workshops_card_and_somebody_elses_blank_card_are_404() -> None:
    house = make_house()
    client = client_of(house.ada)
    zeds = house.zed.workshop.cards.first()
    assert zeds is not None
    assert client.post(url_of(house, "placement", card=zeds.uid), {"zone": "inner"}).status_code == 404
    bens = house.workshop.cards.create(proposer=house.others[0], status="proposed", position=1)
    assert client.post(url_of(house, "placement", card=bens.uid), {"zone": "inner"}).status_code == 404


def test_only_a_sort_has_a_sort_page() -> None:
    house = make_house()
    for number in (2, 99):
        url = reverse("sort", kwargs={"slug": house.workshop.slug, "number": number})
        assert client_of(house.ada).get(url).status_code == 404


def test_a_facilitator_sees_what_leaders_see_and_can_place_nothing() -> None:
    house = make_house()
    client = client_of(house.fay)
    page = client.get(url_of(house)).content.decode()
    assert "This is what leaders see." in page
    assert 'type="radio"' not in page
    assert place(house, {"zone": "inner"}, client=client).status_code == 403


def test_the_page_costs_the_same_whatever_the_number_of_cards(django_assert_num_queries: Any) -> None:
    house = make_house()
    client = client_of(house.ada)
    place_card(house.ada, house.pack, house.cards[0], "inner")
    with django_assert_num_queries(12):
        client.get(url_of(house))
    for card in house.cards:
        place_card(house.ada, house.pack, card, "inner", place=1)
    with django_assert_num_queries(12):
        client.get(url_of(house))
