"""The server gathers votes: one group, one commit, each answered after it; a bad one hurts no other."""

import asyncio
import threading
from collections.abc import Sequence
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from config.gathering import GATHER, MOST, is_vote
from tests.gathering import Server
from tests.stagecraft import put, uids
from tests.support import House, make_house
from workshop.actions import rounds
from workshop.actions.together import cast_in_turn
from workshop.models import Ballot, Mark, Seat
from workshop.views import votes
from workshop.views.votes import PutOffVote, answer_together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house() -> House:
    house = make_house(leaders=5)
    put(house, "poll")
    return house


def nominated(seat: Seat) -> list[int]:
    """Return the numbers of the cards that a seat has nominated."""
    marks = Mark.objects.filter(ballot__seat=seat, nominated=True)
    return sorted(number or 0 for number in marks.values_list("card__number", flat=True))


async def test_votes_that_come_together_are_cast_together_and_answered_each(house: House) -> None:
    server = Server(house)
    answers = await server.vote_at_once(*[(seat, (n,)) for n, seat in enumerate(house.leaders, 1)])
    assert server.groups == [5]
    assert [answer["status"] for answer in answers] == [200] * 5
    for n, answer in enumerate(answers, 1):
        assert f"Your card is in: {n}." in answer["words"]
    assert [await sync_to_async(nominated)(seat) for seat in house.leaders] == [[1], [2], [3], [4], [5]]
    assert server.waits == [GATHER]


async def test_the_refused_are_told_and_hurt_nobody(house: House) -> None:
    server = Server(house)
    ada, ben, cem = house.leaders[:3]
    good, many, none = await server.vote_at_once((ada, (2,)), (ben, (1, 2, 3, 4)), (cem, ()))
    assert (good["status"], many["status"], none["status"]) == (200, 422, 422)
    assert "Choose at most 3 cards." in many["words"]
    assert "Choose at least one card" in none["words"]
    assert await sync_to_async(Ballot.objects.filter(round__number=2).count)() == 1


async def test_what_fails_together_is_cast_alone(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any) -> None:
        with transaction.atomic():
            rounds.cast_ballots(house.poll, [rounds.Vote(house.ada, frozenset(card))])
            raise ValueError("the disk is full")

    card = await sync_to_async(uids)(house, 1)
    monkeypatch.setattr(votes, "cast_in_turn", fail)
    answers = await Server(house).vote_at_once(*[(seat, (2,)) for seat in house.leaders])
    assert [answer["status"] for answer in answers] == [200] * 5
    assert [await sync_to_async(nominated)(seat) for seat in house.leaders] == [[2]] * 5
    assert "the disk is full" in caplog.text


async def test_an_answer_is_given_after_the_commit(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_commit = threading.Event(), threading.Event()

    def slow(*args: Any) -> Any:
        with transaction.atomic():
            cast_now = cast_in_turn(*args)
            begun.set()
            assert may_commit.wait(10)
        return cast_now

    monkeypatch.setattr(votes, "cast_in_turn", slow)
    vote = asyncio.create_task(Server(house).vote(house.ada, 2))
    assert await asyncio.to_thread(begun.wait, 10)
    assert not vote.done()
    assert await sync_to_async(nominated)(house.ada) == []
    may_commit.set()
    assert (await vote)["status"] == 200
    assert await sync_to_async(nominated)(house.ada) == [2]


async def test_votes_that_come_while_a_group_is_cast_are_the_next_group(house: House) -> None:
    server = Server(house)
    entered, may_go = threading.Event(), threading.Event()
    cast = server.door.answer_all

    def held(group: Sequence[PutOffVote]) -> None:
        entered.set()
        assert may_go.wait(10)
        cast(group)

    server.door.answer_all = held
    first = asyncio.create_task(server.vote(house.ada, 1))
    assert await asyncio.to_thread(entered.wait, 10)
    rest = [asyncio.create_task(server.vote(seat, 2)) for seat in house.others]
    while len(server.door.waiting) < len(rest):
        await asyncio.sleep(0)
    may_go.set()
    assert {answer["status"] for answer in await asyncio.gather(first, *rest)} == {200}
    assert server.groups == [1, 4]


@pytest.mark.parametrize(
    ("changed", "gathered"),
    [
        ({}, True),
        ({"method": "GET"}, False),
        ({"path": "/w/x/room/"}, False),
        ({"headers": [(b"content-length", str(MOST + 1).encode())]}, False),
        ({"headers": [(b"content-length", b"many")]}, False),
        ({"headers": []}, False),
    ],
)
def test_only_small_forms_for_ballots_are_gathered(changed: dict[str, Any], gathered: bool) -> None:
    vote = {"method": "POST", "path": "/w/x/rounds/2/ballot/", "headers": [(b"content-length", b"80")]}
    assert is_vote(vote | changed) == gathered


@pytest.mark.sqlite
async def test_a_group_costs_as_many_statements_as_one_vote(house: House) -> None:
    counted = list[int]()

    def count(group: Sequence[PutOffVote]) -> None:
        with CaptureQueriesContext(connection) as seen:
            answer_together(group)
        counted.append(len([one for one in seen if "workshop_stream" not in one["sql"]]))

    server = Server(house)
    server.door.answer_all = count
    await server.vote(house.ada, 1)
    await server.vote_at_once(*[(seat, (2,)) for seat in house.others])
    await server.vote_at_once(*[(seat, (3,)) for seat in house.leaders])
    assert len(counted) == 3
    assert counted[2] <= counted[0]
    assert counted[1] == counted[0]
