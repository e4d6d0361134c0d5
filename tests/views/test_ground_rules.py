"""The ground rules' forms: nothing half typed is erased, and nobody agrees to what they did not see."""

import uuid
from typing import Any

import pytest

from tests.stagecraft import HTMX, page, put, send
from tests.support import House, make_house
from workshop.actions.ground_rules import add_ground_rule
from workshop.models import GroundRule, Seat
from workshop.models.ground_rules import ground_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    put(house, "welcome")
    for seat in house.leaders:
        seat.workshop.refresh_from_db()
    return house


def add(seat: Seat, text: str) -> GroundRule:
    """Add a ground rule."""
    return add_ground_rule(seat, text, uid=uuid.uuid4())


def seen_on(html: str) -> str:
    """Return what the page's form says of the rules that stand on it."""
    return html.split('name="seen" value="')[1].split('"')[0]


def test_only_the_form_whose_words_came_in_lets_its_draft_go(house: House) -> None:
    where = {"uid": add(house.ada, "Listen.").uid}
    seen = seen_on(page(house, house.ada))
    sent: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("ground-rules-agreement", {"seen": seen}, {}),
        ("ground-rule", {"text": "Listen first.", "rev": 1}, where),
        ("ground-rule-withdrawal", {}, where),
        ("ground-rule-withdrawal", {"back": "1"}, where),
        ("ground-rules", {"text": "Speak.", "uid": str(uuid.uuid4())}, {}),
    ]
    for name, data, parts in sent:
        answer = send(house, house.ada, name, data, parts, HTMX)
        html = answer.content.decode()
        assert answer.status_code == 200, name
        let_go = [part.split('"')[0] for part in html.split('data-arrived="')[1:]]
        assert let_go == [answer.wsgi_request.path], name


def test_a_rule_of_ones_own_that_is_being_changed_is_kept_on_the_device(house: House) -> None:
    rule = add(house.ada, "Listen.")
    assert f'data-draft="/w/{house.workshop.slug}/ground-rules/{rule.uid}/"' in page(house, house.ada)


def test_nobody_agrees_to_a_rule_that_their_page_did_not_show(house: House) -> None:
    add(house.fay, "Listen.")
    seen = seen_on(page(house, house.ada))
    add(house.others[0], "Never disagree with Ben.")
    assert send(house, house.ada, "ground-rules-agreement", {"seen": seen}).status_code == 302
    ground = ground_of(house.workshop)
    assert (ground.agree, ground.earlier) == (0, 1)
    newer = seen_on(page(house, house.ada))
    for each in (newer, seen):  # an older page that comes later takes nothing back
        assert send(house, house.ada, "ground-rules-agreement", {"seen": each}).status_code == 302
        assert ground_of(house.workshop).agree == 1


@pytest.mark.parametrize("seen", ["", "yesterday", "2026-13-45T00:00:00Z", "2026-01-01T00:00:00"])
def test_an_agreement_that_says_not_to_what_is_refused(house: House, seen: str) -> None:
    add(house.fay, "Listen.")
    answer = send(house, house.ada, "ground-rules-agreement", {"seen": seen})
    assert (answer.status_code, "Read them, then agree again" in answer.content.decode()) == (422, True)


def test_the_rules_that_follow_the_group_say_when_the_newest_came(house: House) -> None:
    """So that a page that has stood open agrees to what it shows now."""
    add(house.fay, "Listen.")
    html = page(house, house.ada)
    assert seen_on(html) == html.split('data-ground-seen="')[1].split('"')[0] != ""
