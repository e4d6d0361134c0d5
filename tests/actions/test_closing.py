"""After the close: what is refused, what stays allowed, and that no action is forgotten."""

import importlib
import inspect
import pkgutil
import uuid
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress

import pytest

import workshop.actions
from tests.actions.closing_allowed import ALLOWED, Allowed
from tests.actions.closing_preparation import note_before_the_close
from tests.actions.closing_questions import question_before_the_close
from tests.actions.closing_rows import PARTS, REFUSED, Act, box
from tests.actions.closing_synthesis import before_the_close
from tests.support import House, make_house
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.discussion import post_remark
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import Vote, cast_ballots, reveal_round
from workshop.actions.stage import move_stage
from workshop.actions.workshops import close_workshop
from workshop.models import Closed, Round, Seat, Stale, Workshop
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Fay's workshop, just closed: a pack, an open poll, one round that never opened, and words of Ada's."""
    house = make_house(2, join_code="KITE4827")
    save_remark(house.ada, box(house), "One", 0)
    with suppress(Stale):
        save_remark(house.ada, box(house), "Two", 0)
    save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Mine"))
    move_stage(house.fay, house.workshop.steps.get(kind="poll"), 0)
    for seat in (house.fay, house.ada):
        seat.refresh_from_db()
    post_remark(house.ada, house.cards[0], "Said", uid=uuid.uuid4())
    house.workshop.rounds.create(number=3, kind=Round.Kind.POLL)
    before_the_close(house)
    note_before_the_close(house)
    question_before_the_close(house)
    close_workshop(house.fay)
    house.fay, house.ada = (Seat.objects.get(pk=seat.pk) for seat in (house.fay, house.ada))
    return house


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
def test_what_the_close_ends_is_refused(house: House, act: Act) -> None:
    with pytest.raises(Closed, match=r"closed|over"):  # for this reason, and no other
        act(house)


@pytest.mark.parametrize("row", ALLOWED.values(), ids=ALLOWED)
def test_what_the_close_does_not_end_goes_on_and_does_its_work(house: House, row: Allowed) -> None:
    if row.first:
        row.first(house)
    assert not row.shows(house)
    row.act(house)
    assert row.shows(house)


def test_closing_twice_changes_nothing(house: House) -> None:
    before = Workshop.objects.values().get(pk=house.workshop.pk)
    close_workshop(house.fay)
    assert Workshop.objects.values().get(pk=house.workshop.pk) == before


def test_a_vote_after_the_close_is_answered_with_the_refusal(house: House) -> None:
    [answer] = cast_ballots(house.poll, [Vote(house.ada, frozenset({str(house.cards[0].uid)}))])
    assert isinstance(answer, Closed)


def test_a_poll_revealed_after_the_close_leaves_the_agenda_as_it_was(house: House) -> None:
    before = list(house.workshop.steps.values_list("pk", "position"))
    assert reveal_round(house.fay, house.poll).is_revealed
    assert list(house.workshop.steps.values_list("pk", "position")) == before


def test_every_action_has_a_row() -> None:
    rows = {*REFUSED, *ALLOWED, *PARTS, "cast_ballots", "close_workshop"}
    modules, known = defaultdict(set), set()
    for module in pkgutil.iter_modules(workshop.actions.__path__, "workshop.actions."):
        for name, function in vars(importlib.import_module(module.name)).items():
            ours = inspect.isfunction(function) and function.__module__ == module.name
            known |= {name} if ours else set()
            if ours and not name.startswith("_") and takes(function) & {"seat", "by", "votes"}:
                modules[name].add(module.name.rsplit(".", 1)[-1])
    found = {row for name, homes in modules.items() for row in rows_of(name, homes)}
    assert found - rows == set()
    assert {row.rsplit(".", 1)[-1] for row in rows} - known == set()  # no row for what is gone


def rows_of(name: str, homes: set[str]) -> set[str]:
    """Return the names of an action's rows: with its module where two have the same name."""
    return {name} if len(homes) == 1 else {f"{home}.{name}" for home in homes}


def takes(function: Callable[..., object]) -> set[str]:
    """Return the names of what a function takes."""
    return set(inspect.signature(function).parameters)
