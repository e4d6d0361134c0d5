"""Fragments: each audience has its own; what they share is read once; a crowd costs no more than a few."""

from typing import Any

import pytest

from tests.support import House, add_leader, make_house
from workshop.actions.rounds import Vote, cast_ballots, open_round
from workshop.actions.stage import move_stage
from workshop.live import fragments
from workshop.models import Workshop
from workshop.models.audiences import AUDIENCES, FACILITATORS, SCREEN
from workshop.models.once import once, together

pytestmark = pytest.mark.django_db


def polled(leaders: int) -> House:
    """Return a workshop with an open poll on the stage, in which everybody has voted."""
    house = make_house(leaders)
    open_round(house.fay, house.poll)
    move_stage(house.fay, house.workshop.steps.get(kind="poll"), house.workshop.step_rev)
    card = frozenset([str(house.cards[0].uid)])
    cast_ballots(house.poll, [Vote(seat, card) for seat in house.leaders])
    return house


@pytest.fixture
def count(django_assert_max_num_queries: Any) -> Any:
    """Count the queries of rendering fragments for audiences."""

    def counted(house: House, *audiences: str, names: tuple[str, ...] = ("tally",)) -> int:
        with django_assert_max_num_queries(100) as asked:
            fragments.render(house.workshop.pk, dict.fromkeys(audiences, names))
        return len(asked)

    return counted


def test_a_push_of_the_count_reads_once_for_all_audiences(count: Any) -> None:
    house = polled(3)
    assert count(house, *AUDIENCES) == count(house, FACILITATORS)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_crowd_costs_as_many_queries_as_a_few(audience: str, count: Any) -> None:
    names = fragments.FRAGMENTS[audience]
    house = polled(3)
    few = count(house, audience, names=names)
    added = [add_leader(house.fay, f"More{n}") for n in range(40)]
    cast_ballots(house.poll, [Vote(seat, frozenset([str(house.cards[1].uid)])) for seat in added])
    assert count(house, audience, names=names) == few


def test_each_audience_has_its_own_fragments_and_no_others() -> None:
    house = polled(2)
    names = sorted({name for own in fragments.FRAGMENTS.values() for name in own})
    sent = fragments.render(house.workshop.pk, dict.fromkeys(AUDIENCES, names))
    for audience in AUDIENCES:
        shown = [name for name in names if f'id="live-{name}"' in sent[audience]]
        assert shown == sorted(fragments.FRAGMENTS[audience])


def test_a_workshop_that_is_gone_shows_nothing() -> None:
    assert fragments.render(123456, {SCREEN: ["stage"]}) == {SCREEN: ""}


def test_what_is_read_once_is_read_anew_the_next_time() -> None:
    workshop, read = make_house(1).workshop, list[str]()

    def look(subject: Workshop) -> int:
        read.append(subject.slug)
        return len(read)

    with together(workshop):
        assert [once(workshop, look, workshop) for _ in range(3)] == [1, 1, 1]
    assert once(workshop, look, workshop) == 2
    with together(workshop):
        assert once(workshop, look, workshop) == 3
