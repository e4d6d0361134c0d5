"""A further round: added once, before the results, and removed while nobody has been asked."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.stagecraft import put, reveal
from tests.support import House, make_house
from workshop.actions.rounds import open_round, reveal_round
from workshop.actions.series import add_change_step, add_round, remove_round
from workshop.actions.setup import edit_setup
from workshop.actions.workshops import close_workshop
from workshop.models import Closed, Invalid, Round, Seat, Stale, Step
from workshop.models.setup import print_of

pytestmark = pytest.mark.django_db


def add(house: House, kind: str = "sort", when: str = "live", **more: Any) -> Round:
    """Add a round as Fay."""
    return add_round(house.fay, kind=kind, when=when, **{"uid": uuid.uuid4(), **more})


def agenda(house: House) -> list[str]:
    """Return the kinds of the steps in order."""
    return list(house.workshop.steps.order_by("position").values_list("kind", flat=True))


def test_a_round_joins_the_series_with_the_next_number_and_its_step_before_the_results() -> None:
    house = make_house(leaders=1)
    first, second = add(house), add(house, "poll", "both", k=2)
    assert [(each.number, each.series, each.state) for each in (first, second)] == [
        (3, 1, "draft"),
        (4, 1, "draft"),
    ]
    assert agenda(house) == ["welcome", "poll", "sort", "poll", "results", "close"]


def test_a_round_that_is_sent_out_before_has_no_step() -> None:
    house = make_house(leaders=1)
    add(house, when="before")
    assert agenda(house) == ["welcome", "poll", "results", "close"]


def test_the_poll_puts_its_discussions_before_an_added_round() -> None:
    house = make_house(leaders=1)
    add(house)
    reveal(house, [(2,)])
    assert agenda(house) == ["welcome", "poll", *["card"] * 6, "sort", "results", "close"]


def test_a_poll_that_has_no_step_orders_what_comes_after_the_newest_poll_that_has_one() -> None:
    house = make_house(leaders=1)
    poll = open_round(house.fay, add(house, "poll", "before"))
    reveal_round(house.fay, poll)
    assert agenda(house) == ["welcome", "poll", *["card"] * 6, "results", "close"]


def test_a_form_that_is_sent_twice_adds_one_round() -> None:
    house, uid = make_house(leaders=1), uuid.uuid4()
    assert add(house, uid=uid) == add(house, uid=uid)
    with pytest.raises(Stale):
        add(house, "poll", uid=uid)
    Seat.objects.filter(pk=house.ada.pk).update(role="facilitator")
    with pytest.raises(Round.DoesNotExist):
        add_round(Seat.objects.get(pk=house.ada.pk), kind="sort", when="live", uid=uid)
    remove_round(house.fay, house.workshop.rounds.get(number=3))
    with pytest.raises(Closed):
        add(house, uid=uid)


@pytest.mark.parametrize(
    ("field", "fact"),
    [
        ("kind", {"kind": "vote"}),
        ("when", {"when": "never"}),
        ("k", {"k": 0}),
        ("k", {"k": 11}),
        ("deadline_date", {"closes_at": timezone.now() - timedelta(hours=1)}),
    ],
)
def test_nonsense_is_refused_by_its_field(field: str, fact: dict[str, Any]) -> None:
    house = make_house(leaders=1)
    with pytest.raises(Invalid) as refusal:
        add(house, **fact)
    assert refusal.value.data["field"] == field
    assert house.workshop.rounds.count() == 2


def test_the_form_of_a_removed_round_does_not_answer_with_another_one() -> None:
    house, uid = make_house(1), uuid.uuid4()
    remove_round(house.fay, add(house, "poll", uid=uid, k=3))
    add(house, "poll", k=5)
    with pytest.raises(Closed, match="removed since"):
        add(house, "poll", uid=uid, k=3)


def test_a_draft_is_removed_with_its_step_and_one_that_was_asked_stays() -> None:
    house = make_house(leaders=1)
    gone = add(house)
    remove_round(house.fay, gone)
    assert agenda(house) == ["welcome", "poll", "results", "close"]
    asked = open_round(house.fay, add(house))
    for round in (house.pack, asked):
        with pytest.raises(Closed):
            remove_round(house.fay, round)


def test_the_pack_and_what_is_on_the_stage_are_not_removed_even_as_drafts() -> None:
    house = make_house(leaders=1, pack_open=False)
    added = add(house)
    put(house, "sort")
    Round.objects.filter(pk=added.pk).update(state="draft")
    for round in (house.pack, added):
        with pytest.raises(Closed):
            remove_round(house.fay, round)


def test_a_closed_workshop_takes_no_more_rounds() -> None:
    house = make_house(leaders=1)
    draft = add(house)
    close_workshop(house.fay)
    for act in (
        lambda: add(house),
        lambda: remove_round(house.fay, draft),
        lambda: add_change_step(house.fay),
    ):
        with pytest.raises(Closed):
            act()


def test_a_change_of_cards_goes_on_the_agenda_once_until_it_has_begun() -> None:
    house = make_house(leaders=1)
    assert add_change_step(house.fay) == add_change_step(house.fay)
    put(house, Step.Kind.CHANGE)
    add_change_step(house.fay)
    assert agenda(house) == ["welcome", "poll", "change", "change", "results", "close"]


def test_the_set_up_changes_the_opening_poll_alone() -> None:
    house = make_house(leaders=1)
    added = add(house, "poll", k=2)
    edit_setup(house.fay, {"nominations": 5}, {"nominations": print_of(3)})
    added.refresh_from_db()
    assert (house.poll.k, added.k) == (5, 2)
