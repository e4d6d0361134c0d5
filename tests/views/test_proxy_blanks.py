"""The paper form with blank cards and an order on it: saved with the rest, and nothing typed is lost."""

import re
from typing import Any

import pytest

from tests.stagecraft import bring, page, send
from tests.support import House, client_of, make_house
from tests.views.results_world import results_page
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.sort import place_card
from workshop.models import Card, Mark, Seat
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="((?:rev|seen|was|place-was)-[^"]+)" value="([^"]*)"')
ENTERED = "entered by a facilitator"


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def shown(house: House) -> str:
    """Return Fay's page for Ada."""
    answer = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{house.ada.uid}/proxy/")
    return answer.content.decode()


def save(house: House, **fields: Any) -> Any:
    """Send the pack's form as the page has it, with some fields filled in."""
    form = dict(HIDDEN.findall(shown(house))) | {
        name.replace("__", "-"): words for name, words in fields.items()
    }
    return send(house, house.fay, "proxy-pack", form, {"uid": house.ada.uid})


def typed(house: House, n: int = 0, **words: str) -> dict[str, str]:
    """Return the fields of Ada's first (or another) place for a blank card."""
    uid = own_pack(Seat.objects.get(pk=house.ada.pk)).places[n].uid
    return {f"{name}-{uid}": value for name, value in ({"summary": "", "rephrases": ""} | words).items()}


def zones(house: House, *numbered: tuple[int, str]) -> dict[str, str]:
    """Return the fields that put cards into the inner circle, each with its place in the order."""
    fields: dict[str, str] = {}
    for number, place in numbered:
        uid = house.cards[number - 1].uid
        fields |= {f"zone-{uid}": "inner", f"place-{uid}": place}
    return fields


def test_a_new_blank_card_is_filled_in_and_placed_at_one_go(house: House) -> None:
    words = typed(house, title="Skills", zone="outer", rephrases=str(house.cards[1].uid))
    for _twice in range(2):
        assert save(house, **words).status_code == 302
    card = Card.objects.get(proposer=house.ada)
    assert (card.title, card.rephrases, card.words.proxy) == ("Skills", house.cards[1], house.fay)
    mark = Mark.objects.get(card=card)
    assert (mark.zone, mark.proxy, mark.ballot.seat) == ("outer", house.fay, house.ada)
    pack = client_of(house.ada).get(f"/w/{house.workshop.slug}/pack/").content.decode()
    assert "Entered for you by a facilitator. What you change is yours." in pack


def test_one_without_a_title_waits_and_one_too_long_comes_back(house: House) -> None:
    refused = save(house, **typed(house, title="", zone="outer"), **typed(house, 1, title="y" * 201))
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "Blank card A is not placed yet" in html
    assert "y" * 201 in html
    assert not Card.objects.filter(proposer=house.ada).exists()


def test_a_circle_that_is_numbered_is_in_order_and_can_be_corrected(house: House) -> None:
    assert save(house, **zones(house, (1, "2"), (2, "1"))).status_code == 302
    places = Mark.objects.filter(zone="inner").order_by("place")
    assert [mark.card.number for mark in places] == [2, 1]
    assert f'name="place-{house.cards[0].uid}" value="2"' in shown(house)
    assert save(house, **zones(house, (1, "1"), (2, "2"))).status_code == 302
    assert [mark.card.number for mark in places.all()] == [1, 2]
    assert save(house, **zones(house, (1, ""), (2, ""))).status_code == 302
    assert set(places.values_list("place", flat=True)) == {None}


@pytest.mark.parametrize("second", ["1", "", "two"])
def test_an_order_that_says_too_little_is_refused_and_the_places_are_kept(house: House, second: str) -> None:
    refused = save(house, **zones(house, (1, "1"), (2, second)))
    assert refused.status_code == 422
    assert "number each of its cards once, or none" in refused.content.decode()
    assert f'name="place-{house.cards[0].uid}" value="1"' in refused.content.decode()
    assert set(Mark.objects.values_list("zone", "place")) == {("inner", None)}


def test_where_they_put_their_own_blank_card_does_not_show_and_stays(house: House) -> None:
    own = save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Skills"))
    before = shown(house).split("Their blank cards")[1].split("</details>")[0]
    place_card(house.ada, house.pack, own, "inner")
    assert shown(house).split("Their blank cards")[1].split("</details>")[0] == before
    assert save(house, **{f"zone-{own.uid}": "outer"}).status_code == 422
    assert Mark.objects.get(card=own).zone == "inner"


@pytest.mark.parametrize(("promise", "told"), [("named", True), ("hidden", False)])
def test_the_group_is_told_who_typed_a_blank_card_only_where_it_is_told_whose_it_is(
    promise: str, told: bool
) -> None:
    house = make_house(leaders=3, promise=promise)
    card = bring(house)
    save(house, **typed(house, title="Skills", rephrases=str(card.uid)))
    assert (ENTERED in results_page(house, house.ada)) == told
    assert (ENTERED in page(house, house.ada)) == told
    assert ENTERED in page(house, house.fay, "desk")
