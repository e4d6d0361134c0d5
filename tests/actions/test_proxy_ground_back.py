"""An agreement that a facilitator entered and takes back, and for whom the history says that rules are."""

import uuid

import pytest

from tests.actions.test_proxy_ground import house as house  # a fixture
from tests.actions.test_proxy_ground import notes, read_out
from tests.support import House
from workshop.actions.ground_rules import add_ground_rule, agree_to_ground_rules
from workshop.actions.proxy_ground import add_rule_for, take_agreement_back_for, withdraw_rule_for
from workshop.models import Seat
from workshop.models.ground_rules import ground_of
from workshop.models.proxy_ground import ground_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_taken_back_leaves_what_they_agreed_to_earlier_themselves(house: House, times: int) -> None:
    agree_to_ground_rules(house.ada, ground_of(house.workshop).changed_at)
    at = Seat.objects.get(pk=house.ada.pk).ground_rules_at
    for n in range(times):
        add_ground_rule(house.fay, f"Rule {n}.", uid=uuid.uuid4())
        read_out(house)
    for _twice in range(2):
        take_agreement_back_for(house.fay, house.ada)
    ada = Seat.objects.get(pk=house.ada.pk)
    assert (ada.ground_rules_at, ada.ground_rules_proxy) == (at, None)
    ground = ground_of(house.workshop)
    assert (ground.agree, ground.earlier) == (0, 1)
    assert not ground_for(house.fay, ada).agreed_before


def test_what_another_facilitator_entered_earlier_is_theirs_again(house: House) -> None:
    read_out(house)
    gus = Seat.objects.get(pk=house.others[0].pk)
    Seat.objects.filter(pk=gus.pk).update(role=Seat.Role.FACILITATOR)
    Seat.objects.filter(pk=house.ada.pk).update(ground_rules_proxy=gus)
    add_ground_rule(house.fay, "Ask.", uid=uuid.uuid4())
    read_out(house)
    take_agreement_back_for(house.fay, house.ada)
    assert Seat.objects.get(pk=house.ada.pk).ground_rules_proxy == gus


def test_the_history_says_for_whom_a_rule_was_entered(house: House) -> None:
    rule = add_rule_for(house.fay, house.ada, "Ask.", uid=uuid.uuid4())
    withdraw_rule_for(house.fay, house.ada, rule)
    withdraw_rule_for(house.fay, house.ada, rule, withdrawn=False)
    for verb in ("ground_rule_added", "ground_rule_withdrawn", "ground_rule_restored"):
        assert notes(house, verb) == 1
    add_ground_rule(house.ada, "Wait.", uid=uuid.uuid4())
    own = house.workshop.history.get(verb="ground_rule_added", seat=house.ada)
    assert "seat" not in own.ids
