"""Links between cards and where to start, on the synthesis page and in the exports."""

import csv
import io
import json
import re
import uuid

import jsonschema
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.support import House, client_of, make_house
from tests.synthesis import tied
from tests.views.rows_synthesis import NAMED, tie, two_cards
from tests.views.test_synthesis import at
from workshop.actions.ties import mark_start, remove_tie, tie_cards
from workshop.exports.csv_long import write_csv
from workshop.exports.json_whole import SCHEMA, write_json
from workshop.models import Seat, Start, Tie, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


@pytest.fixture
def fay(house: House) -> Client:
    return client_of(house.fay)


def test_who_leads_links_two_cards_and_all_see_the_reason(house: House, fay: Client) -> None:
    fay.post(at(house, "ties"), two_cards(house))

    for seat in (house.fay, house.ada):
        page = client_of(seat).get(at(house, "synthesis")).content.decode()
        assert "Card 1 bears on card 2" in page
        assert "Feeds it" in page
    assert "Take this link away" not in page


def test_cards_that_were_ticked_are_filled_in(house: House, fay: Client) -> None:
    third, first = house.cards[2], house.cards[0]
    page = fay.get(at(house, "tie-new"), {"card": [str(third.uid), str(first.uid)]}).content.decode()
    assert re.findall(r'value="([^"]+)" selected', page) == [str(third.uid), str(first.uid)]
    assert 'formaction="' + at(house, "tie-new") in fay.get(at(house, "synthesis")).content.decode()


def test_who_only_looks_on_sees_the_cards_that_somebody_marked(house: House, fay: Client) -> None:
    assert "Nobody has marked a card yet." in fay.get(at(house, "synthesis")).content.decode()
    mark_start(house.ada, house.cards[1], True)
    page = fay.get(at(house, "synthesis")).content.decode()
    assert page.count('class="starts__card"') == 1
    assert "1 of 5 would start here" in page
    assert (
        client_of(house.ada).get(at(house, "synthesis")).content.decode().count('class="starts__card"') == 6
    )


def test_a_refused_link_keeps_what_was_typed(house: House, fay: Client) -> None:
    theirs = house.zoe.workshop.cards.all()[0]
    for changed in ({"reason": "x" * 501}, {"head": str(theirs.uid)}, {"tail": ""}, {"uid": "x"}):
        answer = fay.post(at(house, "ties"), two_cards(house) | {"reason": "Kept"} | changed)
        assert answer.status_code == 422
        assert ("Kept" if "reason" not in changed else "x" * 501) in answer.content.decode()
    tie(house)
    again = fay.post(at(house, "ties"), two_cards(house) | {"uid": str(uuid.uuid4()), "reason": "Kept"})
    assert again.status_code == 409
    assert "linked to card 2 already" in again.content.decode()
    assert Tie.objects.count() == 1


def test_a_link_of_another_workshop_is_not_found(house: House) -> None:
    tie(house)
    zoe = client_of(house.zoe)
    address = at(house, "tie-removal", uid=NAMED).replace(house.workshop.slug, house.zoe.workshop.slug)

    assert zoe.post(address).status_code == 404
    assert Tie.objects.get().removed_at is None


def test_a_card_of_another_workshop_is_no_start(house: House) -> None:
    theirs = house.zoe.workshop.cards.all()[0]
    answer = client_of(house.ada).post(at(house, "start", card=theirs.uid), {"start": "yes"})

    assert answer.status_code == 404
    assert not Start.objects.exists()


def test_all_see_how_many_would_start_with_a_card_and_nobody_who(house: House, fay: Client) -> None:
    ada = client_of(house.ada)
    ada.post(at(house, "start", card=house.cards[0].uid), {"start": "yes"})
    mark_start(house.others[0], house.cards[0], True)

    assert "you among them" in ada.get(at(house, "synthesis")).content.decode()
    for browser in (fay, client_of(house.others[1])):
        page = browser.get(at(house, "synthesis")).content.decode()
        assert "2 of 5 would start here" in page
        assert "you among them" not in page
    assert "Ben" not in page


def test_the_page_costs_no_more_queries_with_more_links(house: House, fay: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            fay.get(at(house, "synthesis"))
        return len(seen)

    tie(house)
    cost()
    few = cost()
    for tail, head in ((2, 3), (3, 4), (4, 5)):
        tied(house.fay, tail, head)
    for seat in house.leaders:
        mark_start(seat, house.cards[0], True)
    assert cost() == few


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_exports_carry_links_by_pseudonym_and_starts_by_count(house: House, promise: str) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(promise=promise, chair=house.ada)
    ada = Seat.objects.get(pk=house.ada.pk)
    one, two, three = house.cards[:3]
    tie_cards(ada, one, two, "=Feeds it", uid=uuid.uuid4())
    remove_tie(house.fay, tie_cards(house.fay, two, three, "No", uid=uuid.uuid4()))
    for seat in house.leaders:
        mark_start(seat, one, True)
    workshop = Workshop.objects.get(pk=house.workshop.pk)

    document = json.loads(write_json(workshop))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(document)
    assert [each["seat"] for each in document["ties"]] == ["P1" if promise == "named" else None, "F1"]
    assert document["starts"] == [{"card": str(one.uid), "count": 5}]
    rows = list(csv.DictReader(io.StringIO(write_csv(workshop).decode("utf-8-sig"))))
    links = [
        (row["card"], row["measure"], row["value"], row["text"]) for row in rows if "link" in row["record"]
    ]
    assert links == [
        ("1", "bears on card", "2", "'=Feeds it"),
        ("2", "bears on card, taken away", "3", "No"),
    ]
