"""What who leads is told: what the room suggests, and what came of their own presses."""

import uuid

import pytest

from tests.stagecraft import HTMX, page, put, send
from tests.support import House, client_of, make_house
from workshop.actions.gestures import set_gesture
from workshop.actions.suggestions import accept_suggestion, put_suggestion_away, suggest_item
from workshop.live import announce, pacing
from workshop.models import Suggestion, Workshop

pytestmark = pytest.mark.django_db


def make(promise: str = Workshop.Promise.NAMED) -> House:
    """Return a workshop that has begun, with three leaders."""
    house = make_house(leaders=3, promise=promise)
    put(house, "welcome")
    house.ada.workshop.refresh_from_db()
    return house


def suggest(house: House, question: str = "What next?") -> Suggestion:
    """Let Ada suggest a question."""
    return suggest_item(house.ada, uid=uuid.uuid4(), question=question)


def pressed(house: House, name: str, data: dict[str, str], **parts: object) -> str:
    """Press something on the desk as its scripts do; return what is said of it."""
    desk = f"/w/{house.workshop.slug}/desk/"
    sent = send(house, house.fay, name, data | {"next": desk}, parts, headers=HTMX)
    client = client_of(house.fay)
    client.cookies = sent.client.cookies
    shown = client.get(sent.headers["Location"], headers=HTMX).content.decode()
    return " ".join(shown.split("data-told>")[1].split("</div>")[0].split())


def test_a_suggestion_is_told_and_counted_where_hands_are_without_a_name() -> None:
    house = make(Workshop.Promise.HIDDEN)
    assert "for the agenda wait" not in page(house, house.fay, "desk")
    suggest(house)
    suggest(house, "And then?")
    desk = page(house, house.fay, "desk")
    says = "2 suggestions for the agenda wait"
    assert f'data-announce="{says}."' in desk
    assert f'<a href="#suggested">{says}</a>' in desk
    assert "Ada" not in desk.split('id="live-gestures"')[1].split("</section>")[0]
    assert says not in page(house, house.ada)


def test_a_chair_who_takes_part_is_told_of_suggestions_too() -> None:
    house = make()
    suggest(house)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.others[0])
    assert 'data-says="1 suggestion for the agenda waits."' in page(house, house.others[0], "room-led")


@pytest.mark.django_db(transaction=True)
def test_a_suggestion_is_pushed_to_what_counts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, ...]] = []
    monkeypatch.setattr(pacing, "mark", lambda workshop, audience, names, **more: told.append(names))
    announce.agenda_changed(1, {"facilitators": 1})
    assert set(told[0]) == {"agenda", "gestures", "hands"}


def test_each_decision_says_what_it_did() -> None:
    house = make()
    found = suggest(house)
    assert "“What next?” is put away. You can put it back." in pressed(
        house, "suggestion", {"decision": "away"}, uid=found.uid
    )
    assert "“What next?” waits for you again." in pressed(
        house, "suggestion", {"decision": "back"}, uid=found.uid
    )
    assert "“What next?” is on the agenda." in pressed(
        house, "suggestion", {"decision": "accept"}, uid=found.uid
    )


def test_who_suggested_it_is_told_what_became_of_it() -> None:
    house = make()
    one, other = suggest(house), suggest(house, "And then?")
    accept_suggestion(house.fay, one)
    put_suggestion_away(house.fay, other)
    html = page(house, house.ada, "room-suggestions")
    for found, says in ((one, "is on the agenda now."), (other, "has put away what you suggested.")):
        assert says in html.split(f'data-suggestion="{found.uid}"')[1].split(">")[0]


def test_a_lowered_hand_is_said_and_can_be_put_back_up() -> None:
    house = make()
    set_gesture(house.ada, "hand", True)
    hand = house.ada.gestures.get()
    assert "The hand of Ada is lowered." in pressed(house, "gesture-lowering", {}, uid=hand.uid)
    assert "Put the hand back up" in page(house, house.fay, "desk")
    assert "That hand was down already." in pressed(house, "gesture-lowering", {}, uid=hand.uid)
    assert "What you lowered last is up again." in pressed(house, "gestures-restoration", {}, kind="hand")


@pytest.mark.parametrize(("promise", "says"), [("named", "hand of Ada"), ("hidden", "The hand")])
def test_a_chair_in_the_room_hears_it_in_their_part_as_the_promise_allows(promise: str, says: str) -> None:
    house = make(promise)
    set_gesture(house.ada, "hand", True)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.others[0])
    parts = {"uid": house.ada.gestures.get().uid}
    sent = send(house, house.others[0], "gesture-lowering", {}, parts, headers=HTMX)
    assert f"{says} is lowered." in sent.content.decode().split("data-told=")[1].split(">")[0]
