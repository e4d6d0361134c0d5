"""Votes that wait together are committed together; each is answered after, and a bad one hurts no other."""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, cast

import pytest
from django.db import connection, transaction

from tests.support import House, make_house
from workshop.actions.rounds import Vote, cast_ballots, open_round
from workshop.actions.together import Together, cast_together
from workshop.actions.turns import TURN, take_numbers_in_turn
from workshop.live import announce
from workshop.models import Ballot, Closed, Invalid, Mark, Refusal, Round, Seat

pytestmark = pytest.mark.django_db(transaction=True)
STATEMENTS = 11


class Book:
    """Stands for the database: it keeps groups, can be held up, and chokes on a bad vote."""

    def __init__(self) -> None:
        self.groups: list[list[str]] = []
        self.entered, self.may_go = threading.Event(), threading.Event()

    def cast(self, round: Round, votes: Iterable[Vote]) -> list[Ballot | Refusal]:
        """Keep a group, once it may go."""
        names = [str(vote.seat) for vote in votes]
        self.entered.set()
        assert self.may_go.wait(10)
        self.groups.append(names)
        if "bad" in names:
            raise ValueError("a bad vote")
        return [Ballot(state=name) for name in names]


def vote_of(name: str) -> Vote:
    """Return a vote that is told by a name."""
    return Vote(cast("Seat", name), frozenset())


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for other threads."""
    for _ in range(10_000):
        if is_so():
            return
        threading.Event().wait(0.001)
    raise AssertionError("it did not come to pass")


def cast_at_once(book: Book, *names: str) -> list[Any]:
    """Have the first vote being cast while the others come; return each answer, or what was raised."""
    together, first = Together(book.cast), Round(pk=1)
    with ThreadPoolExecutor(len(names)) as threads:
        tasks = [threads.submit(together, first, vote_of(names[0]))]
        book.entered.wait(10)
        tasks += [threads.submit(together, first, vote_of(name)) for name in names[1:]]
        wait_until(lambda: len(together.waiting) == len(names) - 1)
        book.may_go.set()
        return [task.exception(10) or task.result() for task in tasks]


def test_what_comes_while_one_is_cast_is_cast_in_one_group() -> None:
    book = Book()
    answers = cast_at_once(book, "ada", "ben", "cem", "dot")
    assert [len(group) for group in book.groups] == [1, 3]
    assert [answer.state for answer in answers] == ["ada", "ben", "cem", "dot"]


def test_a_bad_vote_hurts_no_other() -> None:
    book = Book()
    answers = cast_at_once(book, "ada", "ben", "bad", "dot")
    assert [getattr(answer, "state", "") for answer in answers] == ["ada", "ben", "", "dot"]
    assert isinstance(answers[2], ValueError)


def test_a_vote_that_fails_alone_is_tried_once_and_tells_its_own_voter() -> None:
    book = Book()
    book.may_go.set()
    with pytest.raises(ValueError, match="a bad vote"):
        Together(book.cast)(Round(pk=1), vote_of("bad"))
    assert book.groups == [["bad"]]


@pytest.fixture
def house() -> House:
    """Fay's workshop with eight leaders and an open poll."""
    house = make_house(8)
    open_round(house.fay, house.poll)
    return house


def vote(house: House, seat: Seat, cards: Iterable[str]) -> Ballot | Refusal:
    """Vote as a page does, on a thread of its own."""
    try:
        return cast_together(house.poll, Vote(seat, frozenset(cards)))
    finally:
        connection.close()


def test_all_who_vote_at_once_are_counted_and_the_refused_are_told(house: House) -> None:
    card = str(house.cards[0].uid)
    wishes = [[card]] * 6 + [[], ["no-such-card"]]
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda pair: vote(house, *pair), zip(house.leaders, wishes, strict=True)))
    assert [type(answer) for answer in answers] == [Ballot] * 6 + [Invalid] * 2
    assert Mark.objects.filter(ballot__round=house.poll, nominated=True).count() == 6


def test_a_refusal_is_answered_as_it_is(house: House) -> None:
    Round.objects.filter(pk=house.poll.pk).update(state="closed")
    assert isinstance(vote(house, house.ada, [str(house.cards[0].uid)]), Closed)


@contextmanager
def somebody_elses_turn() -> Iterator[None]:
    """Let another thread have the turn until the block ends."""
    taken, done = threading.Event(), threading.Event()

    def keep() -> None:
        with TURN:
            taken.set()
            done.wait(10)

    other = threading.Thread(target=keep)
    other.start()
    assert taken.wait(10)
    yield
    done.set()
    other.join()


def test_inside_a_transaction_a_vote_is_cast_alone(house: House) -> None:
    with transaction.atomic(), somebody_elses_turn():
        answer = cast_together(house.poll, Vote(house.ada, frozenset([str(house.cards[0].uid)])))
    assert isinstance(answer, Ballot)


def test_the_number_of_a_push_waits_for_its_turn_and_gets_it(house: House) -> None:
    def take() -> dict[str, int]:
        try:
            return take_numbers_in_turn(house.workshop.pk, ["screen"])
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads:
        with somebody_elses_turn():
            taken = threads.submit(take)
            with pytest.raises(TimeoutError):
                taken.result(0.05)
        assert taken.result(10)["screen"] > 0


@pytest.mark.parametrize("people", [1, 8])
def test_a_group_costs_as_many_statements_as_one_person(
    house: House, people: int, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announce, "ballot_cast", lambda *_: None)
    card = frozenset([str(house.cards[0].uid)])
    poll, votes = house.poll, [Vote(seat, card) for seat in house.leaders[:people]]
    cast_ballots(poll, votes[:1])
    with django_assert_num_queries(STATEMENTS - (people == 1)):  # a ballot that is there is not made
        cast_ballots(poll, votes)


def test_of_two_votes_of_one_seat_the_last_counts(house: House) -> None:
    one, other = (frozenset([str(card.uid)]) for card in house.cards[:2])
    first, second = cast_ballots(house.poll, [Vote(house.ada, one), Vote(house.ada, other)])
    assert first == second
    assert Mark.objects.get(ballot__round=house.poll).card == house.cards[1]
