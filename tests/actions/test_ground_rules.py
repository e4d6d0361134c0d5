"""Ground rules: anyone in the room adds one, its author changes it, and only how many agree is shown."""

import uuid

import pytest

from tests.rounds import exported
from tests.stagecraft import page, put, send
from tests.support import House, make_house
from workshop.actions.ground_rules import (
    add_ground_rule,
    agree_to_ground_rules,
    edit_ground_rule,
    withdraw_ground_rule,
)
from workshop.models import Closed, Forbidden, GroundRule, Invalid, Seat, Stale
from workshop.models.ground_rules import ground_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    put(house, "welcome")
    for seat in house.leaders:
        seat.workshop.refresh_from_db()
    return house


def add(seat: Seat, text: str = "One speaks at a time.") -> GroundRule:
    """Add a ground rule."""
    return add_ground_rule(seat, text, uid=uuid.uuid4())


def agree_now(seat: Seat) -> None:
    """Agree to the rules as they stand."""
    agree_to_ground_rules(seat, ground_of(seat.workshop).changed_at)


def counts(house: House) -> tuple[int, int, int]:
    """Return how many agree, how many did before the last change, and how many could."""
    ground = ground_of(house.workshop)
    return ground.agree, ground.earlier, ground.seats


def test_the_same_form_twice_adds_one(house: House) -> None:
    uid = uuid.uuid4()
    assert add_ground_rule(house.ada, "Listen.", uid=uid) == add_ground_rule(house.ada, "Listen.", uid=uid)
    with pytest.raises(Stale):
        add_ground_rule(house.ada, "Speak.", uid=uid)
    with pytest.raises(GroundRule.DoesNotExist):
        add_ground_rule(house.fay, "Listen.", uid=uid)


def test_before_the_workshop_only_who_leads_writes_them() -> None:
    house = make_house(leaders=1)
    add(house.fay)
    with pytest.raises(Closed, match="not begun"):
        add(house.ada)


def test_what_a_participant_wrote_fixes_the_promise_it_was_written_under(house: House) -> None:
    add(house.fay)
    house.workshop.refresh_from_db()
    assert house.workshop.promise_locked_at is None
    add(house.ada, "Listen.")
    house.workshop.refresh_from_db()
    assert house.workshop.promise_locked_at


def test_an_observer_adds_none(house: House) -> None:
    Seat.objects.filter(pk=house.ada.pk).update(role=Seat.Role.OBSERVER)
    with pytest.raises(Forbidden):
        add(Seat.objects.get(pk=house.ada.pk))


def test_only_its_author_changes_or_takes_one_back(house: House) -> None:
    rule = add(house.ada)
    with pytest.raises(GroundRule.DoesNotExist):
        edit_ground_rule(house.others[0], rule, "Mine now.", 1)
    edit_ground_rule(house.ada, rule, "One at a time.", 1)
    with pytest.raises(Stale, match="Choose what it says"):
        edit_ground_rule(house.ada, rule, "From an older page.", 1)
    withdraw_ground_rule(house.ada, rule)
    assert ground_of(house.workshop).rules == []
    with pytest.raises(Closed):
        edit_ground_rule(house.ada, rule, "Too late.", 2)
    withdraw_ground_rule(house.ada, rule, withdrawn=False)
    assert [each.text for each in ground_of(house.workshop).rules] == ["One at a time."]


def test_an_agreement_is_to_the_rules_that_stood(house: House) -> None:
    with pytest.raises(Invalid, match="no ground rules"):
        agree_now(house.ada)
    add(house.ada)
    agree_now(house.ada)
    assert counts(house) == (1, 0, 3)
    add(house.fay, "Stay to the end.")
    assert counts(house) == (0, 1, 3)
    agree_now(house.ada)
    assert counts(house) == (1, 0, 3)
    with pytest.raises(Forbidden):
        agree_now(house.fay)


@pytest.mark.parametrize("name", ["room", "desk", "screen"])
def test_everybody_sees_the_rules_and_how_many_agree_but_no_author(house: House, name: str) -> None:
    add(house.ada)
    agree_now(house.ada)
    html = page(house, house.fay if name == "desk" else house.others[0], name)
    rules = html.split("live-stage", 1)[1].split("</section>")[0]
    assert "One speaks at a time." in rules
    assert "Ada" not in rules
    if name != "screen":
        assert "1 of 3 agree." in html


def test_the_pages_add_change_and_take_back(house: House) -> None:
    data = {"text": "Listen.", "uid": str(uuid.uuid4())}
    assert send(house, house.ada, "ground-rules", data).status_code == 302
    rule = {"uid": house.ada.ground_rules.get().uid}
    assert send(house, house.ada, "ground-rule", {"text": " ", "rev": 1}, rule).status_code == 422
    assert send(house, house.ada, "ground-rule", {"text": "Listen first.", "rev": 1}, rule).status_code == 302
    stale = send(house, house.ada, "ground-rule", {"text": "Older.", "rev": 1}, rule)
    assert (stale.status_code, "Older." in stale.content.decode()) == (409, True)
    assert send(house, house.ada, "ground-rule-withdrawal", {}, rule).status_code == 302
    assert "Put it back" in page(house, house.ada)


@pytest.mark.parametrize(("promise", "seat"), [("named", "P1"), ("hidden", None)])
def test_the_export_says_what_stands_and_how_many_agree(promise: str, seat: str | None) -> None:
    house = make_house(leaders=2, promise=promise)
    put(house, "welcome")
    house.ada.workshop.refresh_from_db()
    withdraw_ground_rule(house.ada, add(house.ada, "Gone."))
    add(house.ada)
    agree_now(house.ada)
    found = exported(house)["ground_rules"]
    assert [(each["text"], each["seat"]) for each in found["rules"]] == [("One speaks at a time.", seat)]
    assert (found["agree"], found["agreed_before_the_last_change"]) == (1, 0)


def test_who_agreed_is_told_to_agree_again_once_the_rules_have_changed(house: House) -> None:
    ben = house.leaders[1]
    rule, says = add(ben), '<p class="save" data-ground-stale>'
    assert says not in page(house, house.ada)
    agree_now(house.ada)
    assert says not in page(house, house.ada)
    edit_ground_rule(ben, rule, "One speaks, all listen.", 1)
    assert says in page(house, house.ada)
    withdraw_ground_rule(ben, rule)
    assert says not in page(house, house.ada)
    withdraw_ground_rule(ben, rule, False)
    assert says in page(house, house.ada)
    agree_now(house.ada)
    assert says not in page(house, house.ada)
