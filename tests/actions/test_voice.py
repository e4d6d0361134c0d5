"""An observer in the chair adds words as who leads does; from the moment the chair goes, they only watch."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.test_chair_race import unlocked
from tests.chairs import fresh, give_back, lend, now
from tests.questions import agreed, beside
from tests.races import under_way, waits
from tests.stagecraft import HTMX, page, put, send
from tests.support import House, make_house
from tests.synthesis import wanted
from workshop.actions import chair, ground_rules, proposals, questions
from workshop.actions.agreed import settle_text, write_text
from workshop.actions.chair import return_chair
from workshop.actions.ground_rules import add_ground_rule, edit_ground_rule, withdraw_ground_rule
from workshop.actions.proposals import propose_change
from workshop.models import Forbidden, GroundRule, Prompt, Remark, Seat, Workshop

Write = Callable[[House, Seat], object]


def make() -> House:
    """Fay's workshop at a question whose text waits for a decision; Ben watches."""
    house = make_house(leaders=2)
    Seat.objects.filter(pk=house.others[0].pk).update(role=Seat.Role.OBSERVER)
    beside(house.fay, agreed(house), "Another text.")
    return house


def text(house: House) -> Remark:
    """Return the text that the group agrees on."""
    return Remark.objects.get(prompt__question__isnull=False, workshop=house.workshop)


def settle(house: House, seat: Seat) -> object:
    """Let a seat decide between the text and the one beside it."""
    version = text(house).versions.get(conflict_open=True)
    return settle_text(seat, Prompt.objects.get(kind="open", workshop=house.workshop), version, "mine", 1)


WRITES: dict[str, Write] = {
    "rule": lambda house, seat: add_ground_rule(seat, "Ben's rule.", uid=uuid.uuid4()),
    "text": lambda house, seat: write_text(
        seat, Prompt.objects.get(kind="open", workshop=house.workshop), "Ben's text.", 1
    ),
    "version": settle,
    "proposal": lambda house, seat: propose_change(
        seat, wanted(house.workshop, "retire", house.cards[:1]), uid=uuid.uuid4()
    ),
}
writes = pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)


def written(house: House) -> tuple[Any, ...]:
    """Return what each of these would have changed."""
    rows = Workshop.objects.get(pk=house.workshop.pk)
    return rows.ground_rules.count(), text(house).rev, rows.proposals.count(), rows.history_n


@pytest.fixture
def house(db: None) -> House:
    return make()


@writes
def test_an_observer_writes_while_they_lead_and_not_a_moment_longer(house: House, write: Write) -> None:
    with pytest.raises(Forbidden, match="watches"):
        write(house, fresh(house.others[0]))
    lend(house, house.fay, house.others[0])
    ben = fresh(house.others[0])  # as his page was let in
    give_back(house, house.fay)
    before = written(house)
    with pytest.raises(Forbidden, match="watches"):
        write(house, ben)
    assert written(house) == before
    lend(house, house.fay, house.others[0])
    write(house, fresh(house.others[0]))
    assert written(house) != before


def test_who_led_takes_their_own_rule_back_and_adds_no_words_to_it(house: House) -> None:
    lend(house, house.fay, house.others[0])
    ben = fresh(house.others[0])
    rule = add_ground_rule(ben, "Ben's rule.", uid=uuid.uuid4())
    give_back(house, house.fay)
    with pytest.raises(Forbidden, match="watches"):
        edit_ground_rule(ben, rule, "Another rule.", 1)
    assert add_ground_rule(ben, "Ben's rule.", uid=rule.uid) == rule  # the same form, sent again
    withdraw_ground_rule(ben, rule)
    with pytest.raises(Forbidden, match="watches"):
        withdraw_ground_rule(ben, rule, withdrawn=False)
    assert GroundRule.objects.get().withdrawn_at


@pytest.mark.parametrize("headers", [HTMX, None])
def test_the_words_of_a_press_that_came_too_late_come_back_and_no_box_is_left(
    house: House, headers: Any
) -> None:
    lend(house, house.fay, house.others[0])
    assert "Write on the text" in page(house, house.others[0])
    give_back(house, house.fay)
    assert "Write on the text" not in page(house, house.others[0])
    prompt = Prompt.objects.get(kind="open", workshop=house.workshop)
    for name, data, parts in (
        ("question-text", {"body": "Ben's text.", "rev": 1}, {"uid": prompt.uid}),
        ("ground-rules", {"text": "Ben's text.", "uid": uuid.uuid4()}, {}),
    ):
        answer = send(house, house.others[0], name, data, parts, headers)
        assert (answer.status_code, "Ben&#x27;s text." in answer.content.decode()) == (403, True), name
        assert ("watches" in answer.headers.get("X-Roundel-Refusal", "")) == bool(headers), name


@pytest.fixture
def racing(transactional_db: None) -> House:
    """The same on its own connections, the chair lent to Ben, who has not heard that it is being taken."""
    house = make()
    put(house, "welcome")
    lend(house, house.fay, house.others[0])
    return house


@pytest.mark.django_db(transaction=True)
@writes
def test_words_wait_for_the_chair_that_is_being_taken_and_are_refused(
    racing: House, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    rev, ben, before = now(racing).chair_rev, fresh(racing.others[0]), written(racing)[:3]
    with under_way(lambda: return_chair(fresh(racing.fay), rev), chair, "require_same_chair", monkeypatch):
        waits(lambda: write(racing, ben))
    with pytest.raises(Forbidden, match="watches"):
        write(racing, ben)
    assert written(racing)[:3] == before


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@writes
def test_without_the_lock_words_would_slip_in_while_the_chair_goes(
    racing: House, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    rev, ben, before = now(racing).chair_rev, fresh(racing.others[0]), written(racing)[:3]
    unlocked(monkeypatch)
    for module in (ground_rules, proposals, questions):
        monkeypatch.setattr(module, "locked", lambda pk: Workshop.objects.get(pk=pk))
    with under_way(lambda: return_chair(fresh(racing.fay), rev), chair, "require_same_chair", monkeypatch):
        write(racing, ben)
    assert written(racing)[:3] != before
