"""A vote that was gathered with others is answered as one that came alone: the same, to the byte."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from tests.doors import GatheringClient
from tests.rounds import asked, give_poles
from tests.stagecraft import HTMX, put, uids
from tests.support import House, client_of, make_house
from tests.views.two_doors import TOKEN, both, cookies_of
from workshop.actions.rounds import close_round, open_round, reveal_round
from workshop.actions.series import add_round
from workshop.actions.workshops import close_workshop
from workshop.models import Seat
from workshop.views import cast, votes

pytestmark = pytest.mark.django_db
Prepare = Callable[[House], object]


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    put(house, "poll")
    return house


def spectrum(house: House) -> None:
    """Ask something else beside the stage."""
    give_poles(house, 1)
    asked(house, "spectrum")


def second_poll(house: House) -> None:
    """Prepare another poll, which nobody sees yet."""
    add_round(house.fay, kind="poll", when="live", uid=house.fay.uid)


def lead(house: House) -> None:
    """Let Ada have the chair."""
    house.workshop.chair = house.ada
    house.workshop.save()


def closed(house: House) -> None:
    """Close the poll."""
    close_round(house.fay, house.poll)


def on_stage(house: House) -> None:
    """Leave all as it is."""


STATES: dict[Prepare, int] = {
    on_stage: 200,
    second_poll: 200,
    spectrum: 200,
    lead: 200,
    lambda house: put(house, "welcome"): 200,
    lambda house: put(house, "results"): 200,
    closed: 409,
    lambda house: reveal_round(house.fay, house.poll): 409,
    lambda house: close_workshop(house.fay): 409,
}


@pytest.mark.parametrize(("before", "status"), STATES.items())
def test_both_doors_answer_the_same_whatever_is_on_the_stage(
    house: House, before: Prepare, status: int
) -> None:
    before(house)
    assert both(house, cookies_of(house.ada)) == status


def test_a_poll_that_was_sent_out_before_the_workshop_is_answered_the_same() -> None:
    house = make_house(leaders=2)
    open_round(house.fay, house.poll)
    assert both(house, cookies_of(house.ada)) == 200
    assert both(house, cookies_of(house.ada), data={"card": uids(house, 1), "alone": "1"}) == 200


@pytest.mark.parametrize("numbers", [(), (1,), (1, 2, 3), (1, 2, 3, 4)])
def test_both_doors_answer_the_same_to_any_choice(house: House, numbers: tuple[int, ...]) -> None:
    chosen = {"card": uids(house, *numbers)}
    assert both(house, cookies_of(house.ada), data=chosen) == (200 if 0 < len(numbers) < 4 else 422)
    assert both(house, cookies_of(house.ada), data={**chosen, "abstain": "1"}) == 200
    assert both(house, cookies_of(house.ada), data={"card": ["no-such-card"]}) == 422


@pytest.mark.parametrize("more", [{}, {"alone": "1"}])
def test_a_plain_form_is_sent_on_by_both_doors(house: House, more: dict[str, str]) -> None:
    form = {"card": uids(house, 2), "csrfmiddlewaretoken": TOKEN, **more}
    assert both(house, cookies_of(house.ada), data=form, headers={}) == 302
    assert both(house, cookies_of(house.ada), data={**form, "card": []}, headers={}) == 422


@pytest.mark.parametrize(("number", "status"), [(1, 404), (2, 200), (99, 404)])
def test_both_doors_know_the_same_polls(house: House, number: int, status: int) -> None:
    assert both(house, cookies_of(house.ada), number) == status


def test_of_two_votes_of_one_seat_both_are_answered_with_the_one_that_counts(house: House) -> None:
    first, second = (put_off(house, house.ada, numbers) for numbers in [(1,), (2, 4)])
    votes.answer_together([first, second])
    assert "Your two cards are in: 2 and 4." in " ".join(first.content.decode().split())
    assert first.content == second.content


def test_of_those_who_voted_together_each_is_answered_with_their_own(house: House) -> None:
    waiting = [put_off(house, seat, (n,)) for n, seat in enumerate(house.leaders, 1)]
    votes.answer_together(waiting)
    for n, each in enumerate(waiting, 1):
        assert f"Your card is in: {n}." in " ".join(each.content.decode().split())


def put_off(house: House, seat: Seat, numbers: tuple[int, ...]) -> votes.PutOffVote:
    """Return a vote that waits to be cast."""
    browser, waiting = client_of(seat), list[votes.PutOffVote]()
    browser.handler = GatheringClient().handler
    address = reverse("ballot", kwargs={"slug": house.workshop.slug, "number": 2})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(votes, "answer_together", waiting.extend)
        browser.post(address, {"card": uids(house, *numbers)}, headers=HTMX)
    return waiting[0]


def test_what_was_written_for_one_state_is_shown_in_no_other(house: House) -> None:
    """Each thing that is shared is part of the key: another stage, poll or set of cards is written anew."""
    shared = cast.shared_of(house.poll)
    assert shared
    cast.cast_html.cache_clear()
    cast.cast_html(shared, frozenset())
    put(house, "welcome")
    put(house, "poll")
    moved = cast.shared_of(house.poll)
    assert moved
    assert moved != shared
    assert f'data-step-rev="{moved.step_rev}"' in cast.cast_html(moved, frozenset())
