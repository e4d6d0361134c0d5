"""A vote comes as its poll is revealed: what its voter was told is what was counted, whoever came first."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.races import under_way, waits
from tests.support import House, make_house
from workshop.actions import rounds
from workshop.actions.rounds import Vote, cast_ballots, open_round, reveal_round
from workshop.models import Ballot, Closed, Refusal, Round, Workshop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with an open poll that nobody has answered."""
    house = make_house(2)
    open_round(house.fay, house.poll)
    return house


def voting(house: House, told: list[Ballot | Refusal]) -> Callable[[], None]:
    """Return Ada nominating a card, and taking down what she is told."""
    card = str(house.cards[0].uid)
    return lambda: told.extend(cast_ballots(house.poll, [Vote(house.ada, frozenset([card]))]))


def stands(house: House) -> tuple[bool, int]:
    """Return whether the poll is revealed, and how many answers it has."""
    return Round.objects.get(pk=house.poll.pk).is_revealed, Ballot.objects.filter(round=house.poll).count()


def test_the_reveal_waits_for_a_vote_under_way_and_counts_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Ballot | Refusal] = []
    with under_way(voting(house, told), rounds, "_require_participant", monkeypatch):
        waits(lambda: reveal_round(house.fay, house.poll))
        assert stands(house) == (False, 0)
    assert [type(answer) for answer in told] == [Ballot]
    reveal_round(house.fay, house.poll)
    assert stands(house) == (True, 1)


def test_a_vote_waits_for_the_reveal_under_way_and_is_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Ballot | Refusal] = []
    vote = voting(house, told)
    with under_way(partial(reveal_round, house.fay, house.poll), rounds, "leading", monkeypatch):
        waits(vote)
    vote()
    assert [type(answer) for answer in told] == [Closed]
    assert stands(house) == (True, 0)


@pytest.mark.postgresql  # SQLite's lock is the database's own, taken as a transaction begins
def test_without_the_lock_a_result_would_be_shown_and_then_another(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Ballot | Refusal] = []
    monkeypatch.setattr(rounds, "leading", lambda seat: Workshop.objects.get(pk=seat.workshop_id))
    monkeypatch.setattr(rounds, "locked", lambda pk: Workshop.objects.get(pk=pk))
    with under_way(voting(house, told), rounds, "_require_participant", monkeypatch):
        reveal_round(house.fay, house.poll)
        assert stands(house) == (True, 0)
    assert [type(answer) for answer in told] == [Ballot]
    assert stands(house) == (True, 1)
