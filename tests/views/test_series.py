"""The page of rounds: each as it stands, one more added; and where people find what is sent out."""

import uuid
from typing import Any

import pytest

from tests.stagecraft import page, put, send
from tests.support import House, add_leader, client_of, make_house
from workshop.actions.rounds import open_round
from workshop.actions.series import add_change_step, add_round
from workshop.actions.sort import place_card
from workshop.models import Round, Workshop

pytestmark = pytest.mark.django_db
SENT = {"kind": "sort", "when": "before", "k": "3"}


def add(house: House, kind: str = "sort", when: str = "live") -> Round:
    """Add a round as Fay."""
    return add_round(house.fay, kind=kind, when=when, uid=uuid.uuid4(), k=2)


def test_the_page_says_what_each_round_asks_and_how_far_it_is() -> None:
    house = make_house(leaders=3)
    add(house)
    place_card(house.ada, house.pack, house.cards[0], "inner")
    shown = page(house, house.fay, "rounds")
    assert "Round 1: Card sort of the pack" in shown
    assert "1 of 3 have placed cards." in shown
    assert "Round 3: Card sort" in shown
    assert shown.count("Nobody has been asked yet.") == 2


def test_a_chair_who_takes_part_sees_how_far_rounds_are_but_not_the_packs() -> None:
    house = make_house(leaders=3)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    open_round(house.fay, add(house))
    shown = page(house, house.ada, "rounds")
    assert shown.count("of 3 have answered.") == 1


def test_a_refused_form_keeps_what_was_typed() -> None:
    house = make_house(leaders=1)
    sent = {**SENT, "uid": str(uuid.uuid4()), "deadline_date": "2020-01-01"}
    answer = send(house, house.fay, "rounds", sent)
    assert answer.status_code == 422
    assert "This deadline has passed already" in answer.content.decode()
    assert 'value="before" required id="round-when_1" checked' in answer.content.decode()
    assert house.workshop.rounds.count() == 2


def test_a_deadline_is_in_the_time_zone_of_the_workshop() -> None:
    house = make_house(leaders=1, zone="Asia/Tokyo")
    sent = {**SENT, "uid": str(uuid.uuid4()), "deadline_date": "2090-02-01", "deadline_time": "09:00"}
    assert send(house, house.fay, "rounds", sent).status_code == 302
    assert f"{house.workshop.rounds.get(number=3).closes_at:%d %H:%M}" == "01 00:00"


@pytest.mark.parametrize("where", ["pack", "room"])
def test_what_is_sent_out_is_found_on_the_pack_and_in_the_room(where: str) -> None:
    house = make_house(leaders=1)
    draft = add(house, when="before")
    assert "You are asked too" not in page(house, house.ada, where)
    open_round(house.fay, draft)
    shown = page(house, house.ada, where)
    assert f"/w/{house.workshop.slug}/rounds/3/sort/" in shown
    assert "Not answered yet." in shown
    place_card(house.ada, draft, house.cards[0], "inner")
    assert "You have begun" in page(house, house.ada, where)


def test_a_poll_that_is_sent_out_is_answered_on_its_own_page() -> None:
    house = make_house(leaders=1)
    open_round(house.fay, add(house, "poll", "before"))
    client, path = client_of(house.ada), f"/w/{house.workshop.slug}/rounds/3/ballot/"
    assert "Which two should we talk about first?" in client.get(path).content.decode()
    card = str(house.cards[1].uid)
    answer = client.post(path, {"card": [card], "alone": "1"}, follow=True)
    assert "Your card is in: 2" in answer.content.decode()
    three = [str(each.uid) for each in house.cards[:3]]
    refused = client.post(path, {"card": three, "alone": "1"})
    assert refused.status_code == 422
    assert refused.content.decode().count(" checked") == 3


def test_the_change_of_cards_shows_the_table_to_everybody() -> None:
    house = make_house(leaders=1)
    add_change_step(house.fay)
    put(house, "change")
    nested, parent = house.cards[5], house.cards[2]
    house.workshop.cards.filter(pk=nested.pk).update(status="nested", parent=parent)
    for seat, name in ((house.ada, "room"), (house.fay, "desk"), (house.fay, "screen")):
        shown = page(house, seat, name)
        assert "Which cards do we end with?" in shown
        words = [each.short_title if name == "screen" else each.title for each in (parent, nested)]
        below = shown[shown.index("Which cards do we end with?") :]
        assert below.index(words[0]) < below.index(words[1])


def test_the_page_costs_as_many_queries_for_a_crowd_as_for_a_few(django_assert_max_num_queries: Any) -> None:
    house = make_house(leaders=2)
    counts = []
    for crowd in ("More", "Other"):
        with django_assert_max_num_queries(60) as asked:
            client_of(house.fay).get(f"/w/{house.workshop.slug}/rounds/")
        counts.append(len(asked))
        for n in range(9):
            place_card(add_leader(house.fay, f"{crowd}{n}"), house.pack, house.cards[0], "inner")
    assert counts[0] == counts[1]
