"""One lock for a workshop: who writes in it waits for who is writing, and nobody waits in a circle."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.races import waits
from tests.support import House, make_house
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.links import revoke_links
from workshop.actions.pack import finish_pack
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import Vote, cast_ballots, close_round, locked_round, open_round
from workshop.actions.sort import place_card
from workshop.actions.stage import move_stage
from workshop.actions.taking_back import withdraw_remark
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models import Ballot, Closed, Invalid, Refusal, Remark, Round
from workshop.models.pack import own_pack

TAKEN = re.compile(r'FROM "(workshop_\w+)".*FOR (?:NO KEY )?UPDATE|^UPDATE "(workshop_\w+)"')


def vote(house: House) -> list[Ballot | Refusal]:
    """Ada nominates card 1."""
    return cast_ballots(house.poll, [Vote(house.ada, frozenset({str(house.cards[0].uid)}))])


def comment(house: House) -> Remark:
    """Ada writes about card 1."""
    return save_remark(house.ada, house.workshop.prompts.get(card__number=1), "True for us", 0)


def fill_blank(house: House) -> object:
    """Ada fills in a blank card."""
    return save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Motivation"))


VERBS: dict[str, Callable[[House], object]] = {
    "vote": vote,
    "comment": comment,
    "fill_blank": fill_blank,
    "place": lambda house: place_card(house.ada, house.pack, house.cards[0], "inner"),
    "finish": lambda house: finish_pack(house.ada),
    "close_round": lambda house: close_round(house.fay, house.pack),
    "move_stage": lambda house: move_stage(house.fay, house.workshop.steps.all()[0], 0),
    "close_workshop": lambda house: close_workshop(house.fay),
    "revoke_links": lambda house: revoke_links(house.fay, house.ada),
    "withdraw": lambda house: withdraw_remark(house.ada, comment(house)),
    "withdraw_whole": lambda house: withdraw(house.ada),
}


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS.keys())
def test_the_workshop_is_locked_before_anything_else_of_it(verb: Callable[[House], object]) -> None:
    house = make_house()
    open_round(house.fay, house.poll)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        verb(house)
    taken = ["".join(match) for query in seen for match in TAKEN.findall(query["sql"])]
    assert taken[0] == "workshop_workshop"


@contextmanager
def answering(round: Round) -> Iterator[None]:
    """Hold an answer under way, on a connection of its own, until the block ends."""
    held, release = threading.Event(), threading.Event()

    def answer() -> None:
        with transaction.atomic():
            locked_round(round).require_open()
            held.set()
            release.wait(timeout=20)
        connection.close()

    thread = threading.Thread(target=answer)
    thread.start()
    assert held.wait(timeout=20)
    try:
        yield
    finally:
        release.set()
        thread.join(timeout=20)


@pytest.mark.django_db(transaction=True)
def test_closing_the_workshop_waits_for_an_answer_under_way() -> None:
    house = make_house()
    with answering(house.pack):
        waits(lambda: close_workshop(house.fay))
    close_workshop(house.fay)
    house.workshop.refresh_from_db()
    assert house.workshop.is_closed


@pytest.mark.django_db
def test_an_answer_after_the_workshop_closed_is_refused_and_not_stored() -> None:
    house = make_house()
    open_round(house.fay, house.poll)
    close_workshop(house.fay)
    [refusal] = vote(house)
    assert isinstance(refusal, Closed)
    assert not Ballot.objects.exists()


@pytest.mark.django_db
def test_a_refused_vote_does_not_fix_the_promise() -> None:
    house = make_house()
    open_round(house.fay, house.poll)
    [refusal] = cast_ballots(house.poll, [Vote(house.ada, frozenset())])
    assert isinstance(refusal, Invalid)
    house.workshop.refresh_from_db()
    assert house.workshop.promise_locked_at is None
