"""A closing sort in the room: the stage leads to it, the desk counts, the reveal shows the table."""

import uuid

import pytest

from tests.rounds import asked, lay, revealed
from tests.stagecraft import page, put
from tests.support import client_of, make_house
from tests.synthesis import MERGED, change, numbered
from workshop.actions.series import add_round
from workshop.models import Mark

pytestmark = pytest.mark.django_db
UID = uuid.UUID(int=1)


def test_putting_it_on_the_stage_opens_it_and_leads_there() -> None:
    house = make_house(leaders=2)
    round = add_round(house.fay, kind="sort", when="live", uid=UID)
    put(house, "sort")
    path = f"/w/{house.workshop.slug}/rounds/3/sort/"
    room = page(house, house.ada, "room")
    assert room.count(path) == 1
    assert "You have answered <strong>0 of 6</strong> cards." in room
    lay(house, house.ada, round, {1: "inner"})
    assert "You have answered <strong>1 of 6</strong> cards." in page(house, house.ada, "room")
    assert "1 of 2 have answered" in page(house, house.fay, "desk")


def test_its_page_marks_what_is_new_offers_the_rest_and_goes_back_to_the_workshop() -> None:
    house = make_house(leaders=1)
    lay(house, house.ada, house.pack, {1: "inner"})
    change(house.fay, "merge", numbered(house.workshop, 4, 5), titles=[MERGED])
    asked(house)
    client, path = client_of(house.ada), f"/w/{house.workshop.slug}/rounds/3/sort/"
    shown = " ".join(client.get(path).content.decode().split())
    assert "It came from cards 4 and 5." in shown
    assert "Before, you had it in the inner circle." in shown
    assert "1 card is the same as when you placed it before." in shown
    assert client.post(f"{path}former/").status_code == 302
    assert Mark.objects.get(ballot__round__number=3).zone == "inner"
    assert "Start from where I had them" not in client.get(path).content.decode()
    uid = house.cards[1].uid
    answer = client.post(path, {f"zone-{uid}": "outer", f"seen-{uid}": ":", "go-on": ""})
    assert answer.headers["Location"] == f"/w/{house.workshop.slug}/"


def test_the_pack_offers_no_former_placements_and_costs_nothing_for_them() -> None:
    house = make_house(leaders=1)
    shown = client_of(house.ada).get(f"/w/{house.workshop.slug}/rounds/1/sort/").content.decode()
    assert "Start from where" not in shown
    assert "sorter__news" not in shown


def test_the_reveal_shows_the_table_to_everybody() -> None:
    house = make_house(leaders=2)
    round = add_round(house.fay, kind="sort", when="live", uid=UID)
    put(house, "sort")
    lay(house, house.ada, round, {1: "inner"})
    for seat, name in ((house.ada, "room"), (house.fay, "desk"), (house.fay, "screen")):
        assert "circle--quiet" in page(house, seat, name) or "Nobody, the chair" in page(house, seat, name)
        assert "Pairs that agree" not in page(house, seat, name)
    revealed(house, round)
    for seat, name in ((house.ada, "room"), (house.fay, "desk")):
        assert "Placements of each card by 1 person" in page(house, seat, name)
    assert "in round 3" in page(house, house.ada, "results")
