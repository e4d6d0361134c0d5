"""Of two versions of the same words their author keeps the one, the other or both."""

from typing import Any

import pytest

from tests.setup import card_words
from tests.stagecraft import bring, say, send
from tests.support import House, make_house
from workshop.actions.cards import edit_card
from workshop.actions.discussion import edit_remark
from workshop.actions.ground_rules import edit_ground_rule
from workshop.views.two import decided

from .test_ground_rules import add

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    bring(house)
    return house


@pytest.mark.parametrize(
    ("keep", "says"),
    [("mine", "Here."), ("theirs", "Elsewhere."), ("both", "Elsewhere.\n\nHere.")],
)
def test_of_a_comment(house: House, keep: str, says: str) -> None:
    remark = say(house, house.ada, house.cards[1], "First.")
    edit_remark(house.ada, remark, "Elsewhere.", 1)
    sent: dict[str, Any] = {"body": "Here.", "keep": keep, "rev": 1}
    late = send(house, house.ada, "remark", sent, {"uid": remark.uid})
    assert late.status_code == (302 if keep == "theirs" else 409)  # chosen on what it said before
    assert send(house, house.ada, "remark", sent | {"rev": 2}, {"uid": remark.uid}).status_code == 302
    remark.refresh_from_db()
    assert remark.body == says


def test_of_a_ground_rule(house: House) -> None:
    rule = add(house.ada, "First.")
    edit_ground_rule(house.ada, rule, "Elsewhere.", 1)
    sent = {"text": "Here.", "rev": 1}
    shown = send(house, house.ada, "ground-rule", sent, {"uid": rule.uid}).content.decode()
    assert ">Elsewhere.</p>" in shown
    assert 'name="keep" value="both"' in shown
    both = sent | {"rev": 2, "keep": "both"}
    assert send(house, house.ada, "ground-rule", both, {"uid": rule.uid}).status_code == 302
    rule.refresh_from_db()
    assert rule.text == "Elsewhere. / Here."


@pytest.mark.parametrize("keep", ["mine", "theirs", "both"])
def test_of_a_card(keep: str) -> None:
    house = make_house(pack_open=False)
    card = house.cards[1]
    edit_card(house.fay, card, 1, title="Theirs", summary="Their summary", notes="Their note")
    sent = card_words(house, title="Mine", summary="My summary", rev=2, keep=keep)
    assert send(house, house.fay, "card", sent, {"uid": card.uid}).status_code == 302
    words = house.cards[1].words
    assert (words.title, words.summary, words.notes) == {
        "mine": ("Mine", "My summary", ""),
        "theirs": ("Theirs", "Their summary", "Their note"),
        "both": ("Mine", "Their summary\n\nMy summary", "Their note\n\nTheirs"),
    }[keep]


@pytest.mark.parametrize(
    ("typed", "theirs", "both"),
    [
        ("a", "b", "b\n\na"),
        ("a b c", "b", "a b c"),
        ("b", "a b c", "a b c"),
        ("", "b", "b"),
        ("a", "", "a"),
    ],
)
def test_what_is_in_the_other_is_not_said_twice(typed: str, theirs: str, both: str) -> None:
    assert decided({"body": typed, "keep": "both"}, "body", theirs) == both
