"""An observer who led takes their own ground rule back from the room, is asked first, and does no more."""

import uuid
from typing import Any

import pytest

from tests.chairs import fresh, give_back, lend
from tests.stagecraft import HTMX, page, put, send
from tests.support import House, make_house
from workshop.actions.ground_rules import add_ground_rule, withdraw_ground_rule
from workshop.models import GroundRule, Seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Fay's workshop at its welcome; Ben watches, and wrote a ground rule while he led."""
    house = make_house(leaders=3)
    Seat.objects.filter(pk=house.others[0].pk).update(role=Seat.Role.OBSERVER)
    house.others[0].refresh_from_db()
    put(house, "welcome")
    lend(house, house.fay, house.others[0])
    add_ground_rule(fresh(house.others[0]), "Ben's rule.", uid=uuid.uuid4())
    give_back(house, house.fay)
    return house


def press(house: House, headers: Any = None, **data: str) -> Any:
    """Let Ben press "Take it back"."""
    where = {"uid": GroundRule.objects.get().uid}
    return send(house, house.others[0], "ground-rule-withdrawal", data, where, headers)


def own(html: str) -> str:
    """Return one's own part of the room."""
    return html.split('id="mine"')[1].split("</section>")[0]


def test_who_watches_sees_their_own_rule_to_take_back_and_no_other_form(house: House) -> None:
    mine = own(page(house, house.others[0]))
    assert "Ben&#x27;s rule." in mine
    assert (mine.count("<form"), mine.count("Take it back</button>")) == (1, 0)
    assert 'data-confirm="Take this ground rule back?"' in mine
    assert "Add a ground rule" not in mine
    assert "led-ground" not in page(house, house.others[1])
    withdraw_ground_rule(fresh(house.others[0]), GroundRule.objects.get())
    assert "Ben&#x27;s rule." not in own(page(house, house.others[0]))


def test_they_are_asked_first_and_then_it_is_taken_back(house: House) -> None:
    asked = press(house)
    assert "“Ben&#x27;s rule.” You watch now, so you cannot put it back." in asked.content.decode()
    older = press(house, HTMX)  # from a page of when they led
    assert 'id="led-ground"' in older.content.decode()
    assert "<html" not in older.content.decode()
    assert GroundRule.objects.get().withdrawn_at is None
    done = press(house, confirmed="1")
    assert done.status_code == 302
    assert GroundRule.objects.get().withdrawn_at
    assert "You can put it back" not in page(house, house.others[0])
    assert press(house, back="1").status_code == 403


def test_who_has_a_voice_takes_their_rule_back_at_once(house: House) -> None:
    rule = add_ground_rule(fresh(house.ada), "Ada's rule.", uid=uuid.uuid4())
    assert send(house, house.ada, "ground-rule-withdrawal", {}, {"uid": rule.uid}).status_code == 302
    assert GroundRule.objects.get(pk=rule.pk).withdrawn_at
