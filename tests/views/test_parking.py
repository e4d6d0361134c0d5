"""The pages for parking a comment: what they show, what they refuse, and where it shows then."""

import csv
import io
import json

import jsonschema
import pytest
from django.urls import reverse

from tests.stagecraft import bring, page, put, say, send, uids
from tests.support import House, client_of, make_house
from tests.views.results_world import results_page
from workshop.actions.parking import bring_back_remark, park_remark
from workshop.actions.taking_back import withdraw_remark
from workshop.exports.csv_long import write_csv
from workshop.exports.document import document_of
from workshop.exports.json_whole import SCHEMA, write_json
from workshop.models import Remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    bring(house)
    return house


@pytest.fixture
def remark(house: House) -> Remark:
    return say(house, house.ada, house.cards[1], "About money")


def form(house: House, remark: Remark) -> str:
    address = reverse("parking", kwargs={"slug": house.workshop.slug, "uid": remark.uid})
    return client_of(house.fay).get(address).content.decode()


def post(house: House, remark: Remark, card: str, seen: str = "") -> int:
    answer = send(house, house.fay, "parking", {"card": card, "seen": seen}, {"uid": remark.uid})
    status: int = answer.status_code
    return status


def test_the_page_asks_for_another_card_and_not_for_its_own(house: House, remark: Remark) -> None:
    shown = form(house, remark)
    assert "About money" in shown
    assert [uid in shown for uid in uids(house, 1, 2, 5)] == [True, False, True]
    assert "Bring it back" not in shown


def test_parked_it_says_where_on_both_cards_and_to_everybody(house: House, remark: Remark) -> None:
    assert post(house, remark, uids(house, 5)[0]) == 302
    assert "Bring it back to card 2 alone" in form(house, remark)
    for seat in (house.ada, house.others[0]):
        assert "Parked on card 5" in page(house, seat)
        assert "1 is parked on another card." in page(house, seat)
    put(house, "card", house.cards[4])
    shown = page(house, house.ada)
    assert "From card 2" in shown.split('id="said-parked-own"')[1]
    assert "1 is parked here." in shown
    assert f'id="parked-{remark.uid}"' in shown
    assert f'id="said-{remark.uid}"' not in shown


def test_an_old_page_is_told_and_another_workshops_card_is_not_found(house: House, remark: Remark) -> None:
    park_remark(house.fay, remark, house.cards[4])
    assert post(house, remark, uids(house, 6)[0], seen="") == 409
    other = house.zoe.workshop.cards.filter(number=1).get()
    assert post(house, remark, str(other.uid), seen=uids(house, 5)[0]) == 404
    assert post(house, remark, "nonsense", seen=uids(house, 5)[0]) == 404
    assert post(house, remark, "", seen=uids(house, 5)[0]) == 302
    assert not remark.parkings.standing().exists()


def test_the_list_for_who_leads_holds_what_is_here_and_what_is_parked_here(
    house: House, remark: Remark
) -> None:
    park_remark(house.fay, remark, house.cards[4])
    assert "Parked on card 5" in page(house, house.fay, "parkings")
    put(house, "card", house.cards[4])
    assert "Parked here from card 2" in page(house, house.fay, "parkings")


def test_only_who_leads_is_offered_to_park(house: House, remark: Remark) -> None:
    address = reverse("parking", kwargs={"slug": house.workshop.slug, "uid": remark.uid})
    assert address in page(house, house.fay, "desk")
    assert address not in page(house, house.ada)
    assert reverse("parkings", kwargs={"slug": house.workshop.slug}) not in page(house, house.ada)
    house.workshop.chair = house.ada
    house.workshop.save(update_fields=["chair"])
    assert reverse("parkings", kwargs={"slug": house.workshop.slug}) in page(house, house.ada)


def test_the_results_show_it_under_both(house: House, remark: Remark) -> None:
    park_remark(house.fay, remark, house.cards[4])
    shown = results_page(house, house.ada)
    assert shown.count("About money") == 2
    assert shown.count("Parked on card 5") == 1
    assert "Parked here from other cards" in shown


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_exports_hold_the_remark_once_and_where_it_was_parked(promise: str) -> None:
    house = make_house(leaders=3, promise=promise)
    bring(house)
    remark = say(house, house.ada, house.cards[1], "About money")
    park_remark(house.fay, remark, house.cards[4])
    bring_back_remark(house.fay, remark, uids(house, 5)[0])
    park_remark(house.fay, remark, house.cards[5])
    [row] = document_of(house.workshop)["remarks"]
    assert [(each["card"], each["ended"]) for each in row["parkings"]] == [
        (uids(house, 5)[0], True),
        (uids(house, 6)[0], False),
    ]
    assert all((each["at"] is None) == (promise == "hidden") for each in row["parkings"])
    lines = list(csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig"))))
    assert [(line["card"], line["parked_on"]) for line in lines if line["text"] == "About money"] == [
        ("2", "6")
    ]
    whole = json.loads(write_json(house.workshop))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(whole)
    withdraw_remark(house.ada, remark)
    assert document_of(house.workshop)["remarks"] == []
