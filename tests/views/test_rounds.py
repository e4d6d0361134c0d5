"""Rounds opened, closed, taken back and revealed from a page."""

from typing import Any

import pytest
from django.utils import timezone

from tests.support import House, client_of, make_house
from workshop.actions.rounds import Vote, cast_ballots, close_round, open_round, reveal_round
from workshop.models import Card, History, Round, Seat, Workshop

pytestmark = pytest.mark.django_db


def post(house: House, seat: Seat, number: int, verb: str, **fields: str) -> Any:
    """Post a verb of a round as somebody."""
    path = f"/w/{house.workshop.slug}/rounds/{number}/{verb}/"
    return client_of(seat).post(path, fields)


def state(house: House, number: int) -> str:
    """Return the state of a round, read afresh."""
    return Round.objects.get(workshop=house.workshop, number=number).state


def test_a_round_goes_its_way_and_each_step_sent_twice_changes_nothing() -> None:
    house = make_house(leaders=1, pack_open=False)
    for verb, after in [("opening", "open"), ("closing", "closed"), ("opening", "open")]:
        for _twice in range(2):
            assert post(house, house.fay, 1, verb, confirmed="1").status_code == 302
            assert state(house, 1) == after
    assert History.objects.filter(verb="round_opened").count() == 2
    for _twice in range(2):
        assert post(house, house.fay, 1, "revelation", confirmed="1").status_code == 302
    assert History.objects.filter(verb="round_revealed").count() == 1


def test_of_a_round_that_another_desk_revealed_it_is_not_said_that_it_was_closed() -> None:
    house = make_house(leaders=1)
    known = house.pack
    reveal_round(house.fay, known)
    close_round(house.fay, known)
    assert list(History.objects.filter(verb__startswith="round_").values_list("verb", flat=True)) == [
        "round_opened",
        "round_revealed",
    ]


def test_revealing_asks_first_and_never_goes_back() -> None:
    house = make_house(leaders=1)
    page = post(house, house.fay, 1, "revelation").content.decode()
    assert "Reveal the result to everybody?" in page
    assert state(house, 1) == "open"
    post(house, house.fay, 1, "revelation", confirmed="1")
    assert post(house, house.fay, 1, "opening").status_code == 409
    assert state(house, 1) == "revealed"


def test_revealing_and_closing_say_first_how_many_have_answered() -> None:
    house = make_house(leaders=3)
    open_round(house.fay, house.poll)
    cast_ballots(house.poll, [Vote(house.ada, frozenset([str(house.cards[0].uid)]))])
    assert "1 of 3 have answered. Everybody sees" in post(house, house.fay, 2, "revelation").content.decode()
    assert "1 of 3 have answered. The others can" in post(house, house.fay, 2, "closing").content.decode()
    assert state(house, 2) == "open"


def test_a_poll_that_all_have_answered_is_closed_without_a_question() -> None:
    house = make_house(leaders=1)
    open_round(house.fay, house.poll)
    cast_ballots(house.poll, [Vote(house.ada, frozenset([str(house.cards[0].uid)]))])
    assert post(house, house.fay, 2, "closing").status_code == 302
    assert state(house, 2) == "closed"


def test_a_chair_who_takes_part_is_not_told_how_many_packs_were_sorted() -> None:
    house = make_house(leaders=2)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    for verb in ("closing", "revelation"):
        assert "0 of 2 have placed cards." in post(house, house.fay, 1, verb).content.decode()
        assert "have placed cards" not in post(house, house.ada, 1, verb).content.decode()


def test_a_round_that_was_never_open_has_nothing_to_close_or_reveal() -> None:
    house = make_house(leaders=1)
    assert post(house, house.fay, 2, "closing").status_code == 409
    assert post(house, house.fay, 2, "revelation", confirmed="1").status_code == 409
    assert state(house, 2) == "draft"


def test_a_round_without_cards_is_not_opened() -> None:
    house = make_house(leaders=1, pack_open=False)
    Card.objects.filter(workshop=house.workshop).update(status="retired")
    answer = post(house, house.fay, 1, "opening")
    assert answer.status_code == 422
    assert "There is no card to ask about" in answer.content.decode()


def test_the_chair_opens_closes_and_reveals_and_does_not_take_back() -> None:
    house = make_house(leaders=2)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    for verb in ("opening", "closing", "revelation"):
        assert post(house, house.ada, 2, verb, confirmed="1").status_code == 302
    assert post(house, house.ada, 1, "draft").status_code == 403
    assert post(house, house.others[0], 2, "opening").status_code == 403


def test_a_round_that_somebody_answered_is_not_taken_back() -> None:
    house = make_house(leaders=1)
    open_round(house.fay, house.poll)
    chosen = frozenset([str(house.cards[0].uid)])
    cast_ballots(house.poll, [Vote(house.ada, chosen)])
    assert post(house, house.fay, 2, "draft").status_code == 409
    assert post(house, house.fay, 1, "draft").status_code == 302
    assert (state(house, 1), state(house, 2)) == ("draft", "open")


def test_nothing_is_opened_in_a_closed_workshop() -> None:
    house = make_house(leaders=1, pack_open=False)
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=timezone.now())
    assert post(house, house.fay, 1, "opening").status_code == 409
    assert state(house, 1) == "draft"


def test_it_goes_on_where_the_form_says_within_the_workshop_alone() -> None:
    house = make_house(leaders=1)
    desk = f"/w/{house.workshop.slug}/desk/"
    assert post(house, house.fay, 1, "closing", next=desk, confirmed="1").headers["Location"] == desk
    away = post(house, house.fay, 1, "closing", next="https://evil.example/", confirmed="1").headers[
        "Location"
    ]
    assert away == f"/w/{house.workshop.slug}/overview/"
    assert post(house, house.fay, 2, "opening").headers["Location"] == desk
    assert f'href="{desk}"' in post(house, house.fay, 2, "revelation", next=desk).content.decode()


def test_a_round_that_is_not_there_is_not_found() -> None:
    house = make_house(leaders=1)
    for verb in ("opening", "closing", "draft", "revelation"):
        assert post(house, house.fay, 99, verb).status_code == 404


def test_before_a_reveal_of_few_answers_it_says_what_people_can_work_out() -> None:
    house = make_house(leaders=5)
    open_round(house.fay, house.poll)
    chosen, said = frozenset([str(house.cards[0].uid)]), []
    for seat in house.leaders:
        cast_ballots(house.poll, [Vote(seat, chosen)])
        said.append(post(house, house.fay, 2, "revelation").content.decode())
    assert "Only one has answered" in said[0]
    assert "Only 2 have answered: each can work out the other’s answer." in said[1]
    assert "Only 4 have answered: totals of so few" in said[3]
    assert "work out" not in said[4]
