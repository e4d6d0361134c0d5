"""The order within a circle on the paper form: always possible to enter, and no number of it vanishes."""

import pytest

from tests.support import House, make_house
from tests.views.test_proxy_blanks import save, shown, typed, zones
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import remove_blank, restore_blank, save_blank
from workshop.actions.sort import place_card
from workshop.models import Card, Mark
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def own_card(house: House) -> Card:
    """Return a blank card that Ada filled in herself."""
    return save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Skills"))


def order(house: House) -> list[int | None]:
    """Return the numbers of the cards in Ada's inner circle by their place."""
    marks = Mark.objects.filter(ballot__seat=house.ada, zone="inner", card__number__isnull=False)
    return [mark.card.number for mark in marks.exclude(place=None).order_by("place")]


def test_a_card_whose_title_was_taken_away_does_not_stand_in_the_way_of_an_order(house: House) -> None:
    save(house, **typed(house, title="Skills", zone="inner"))
    uid = Card.objects.get(proposer=house.ada).uid
    emptied = {f"title-{uid}": "", f"summary-{uid}": "", f"rephrases-{uid}": "", f"zone-{uid}": "inner"}
    assert save(house, **emptied).status_code == 302
    assert save(house, **zones(house, (1, "2"), (2, "1"))).status_code == 302
    assert order(house) == [2, 1]


def test_a_removed_card_of_their_own_neither_stands_in_the_way_of_an_order_nor_in_it(house: House) -> None:
    card = own_card(house)
    place_card(house.ada, house.pack, card, "inner", place=1)
    remove_blank(house.ada, card)
    assert save(house, **zones(house, (3, ""))).status_code == 302
    assert f'name="place-{house.cards[2].uid}" value=""' in shown(house)
    assert save(house, **zones(house, (1, "2"), (2, "1"), (3, "3"))).status_code == 302
    assert order(house) == [2, 1, 3]
    assert f'name="place-{house.cards[1].uid}" value="1"' in shown(house)
    restore_blank(house.ada, card)
    mark = Mark.objects.get(card=card)
    assert (mark.zone, mark.place, mark.proxy) == ("inner", 1, None)


def test_a_number_of_many_digits_is_refused_and_stays_typed(house: House) -> None:
    refused = save(house, **zones(house, (1, "1"), (2, "9" * 5000)))
    assert refused.status_code == 422
    assert f'value="{"9" * 5000}"' in refused.content.decode()


@pytest.mark.parametrize("zone", ["", "unplaced"])
def test_a_number_without_a_circle_is_refused_and_stays_typed(house: House, zone: str) -> None:
    card = house.cards[1]
    refused = save(house, **{f"zone-{card.uid}": zone, f"place-{card.uid}": "1"})
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "The place of card 2 in the order is not saved" in html
    assert f'name="place-{card.uid}" value="1"' in html


def test_a_number_that_was_there_does_not_keep_a_card_from_leaving_its_circle(house: House) -> None:
    assert save(house, **zones(house, (1, "1"), (2, "2"))).status_code == 302
    moved = zones(house, (1, "1"), (2, "2")) | {f"zone-{house.cards[1].uid}": "unplaced"}
    assert save(house, **moved).status_code == 302
    assert order(house) == [1]


@pytest.mark.parametrize("field", ["place", "reason"])
def test_what_a_form_says_of_a_blank_card_without_a_title_is_not_called_saved(
    house: House, field: str
) -> None:
    refused = save(house, **typed(house, 0, title="", **{field: "7"}))
    assert refused.status_code == 422
    assert "Blank card A is not placed yet" in refused.content.decode()
    assert 'value="7"' in refused.content.decode()


def test_a_place_does_not_tell_how_many_cards_they_put_in_order_themselves(house: House) -> None:
    first, second, third = house.cards[:3]
    place_card(house.ada, house.pack, first, "inner", place=1)
    place_card(house.ada, house.pack, second, "inner", place=2)
    assert save(house, **zones(house, (3, ""))).status_code == 302
    assert f'name="place-{third.uid}" value=""' in shown(house)
    again = {f"zone-{card.uid}": "inner" for card in (first, second)}
    assert (
        save(house, **again, **{f"replaces-{card.uid}": "yes" for card in (first, second)}).status_code == 302
    )
    assert f'name="place-{third.uid}" value="3"' in shown(house)
