"""Anyone in the room suggests something for the agenda; who leads decides, and the suggester sees how."""

import uuid

import pytest

from tests.rounds import exported
from tests.stagecraft import page, put, reveal, send, uids
from tests.support import House, make_house
from workshop.actions.removal import remove_step, restore_step
from workshop.actions.stage import bring_card, order_agenda
from workshop.actions.suggestions import accept_suggestion, put_suggestion_away, suggest_item
from workshop.actions.workshops import close_workshop
from workshop.models import Card, Closed, Forbidden, Invalid, Seat, Stale, Suggestion, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return begun(make_house(leaders=3))


def begun(house: House) -> House:
    """Put the welcome on the stage."""
    put(house, "welcome")
    for seat in house.leaders:
        seat.workshop.refresh_from_db()
    return house


def question(seat: Seat, text: str = "Who is missing?") -> Suggestion:
    """Suggest a question."""
    return suggest_item(seat, uid=uuid.uuid4(), question=text, why="We never asked.")


def agenda(house: House) -> list[str]:
    """Return the agenda by its kinds."""
    return list(house.workshop.steps.values_list("kind", flat=True))


def test_the_same_form_twice_suggests_one(house: House) -> None:
    uid = uuid.uuid4()
    first = suggest_item(house.ada, uid=uid, question="Why?")
    assert suggest_item(house.ada, uid=uid, question="Why?") == first
    with pytest.raises(Stale):
        suggest_item(house.ada, uid=uid, question="How?")
    with pytest.raises(Suggestion.DoesNotExist):
        suggest_item(house.others[0], uid=uid, question="Why?")


def test_it_is_a_card_or_a_question(house: House) -> None:
    with pytest.raises(Invalid, match="one of the two"):
        suggest_item(house.ada, uid=uuid.uuid4())
    with pytest.raises(Invalid, match="one of the two"):
        suggest_item(house.ada, uid=uuid.uuid4(), card=house.cards[0], question="Why?")
    Card.objects.filter(pk=house.cards[0].pk).update(status=Card.Status.RETIRED)
    with pytest.raises(Invalid, match="not on the table"):
        suggest_item(house.ada, uid=uuid.uuid4(), card=Card.objects.get(number=1, workshop=house.workshop))


def test_before_the_workshop_and_from_the_side_nothing_is_suggested(house: House) -> None:
    with pytest.raises(Forbidden):
        question(house.fay)
    with pytest.raises(Closed, match="not begun"):
        question(house.zed)


def test_what_is_accepted_goes_on_the_agenda_once(house: House) -> None:
    card = suggest_item(house.ada, uid=uuid.uuid4(), card=house.cards[3])
    asked = question(house.ada)
    for each in (card, asked, asked):
        accept_suggestion(house.fay, each)
    assert agenda(house).count("card") == agenda(house).count("question") == 1
    step = Suggestion.objects.get(pk=asked.pk).step
    assert step
    assert step.prompt
    assert step.prompt.text == "Who is missing?"
    with pytest.raises(Closed):
        put_suggestion_away(house.fay, asked)


def test_what_is_put_away_can_be_put_back(house: House) -> None:
    suggestion = question(house.ada)
    put_suggestion_away(house.fay, suggestion)
    assert "Put away by the chair" in page(house, house.ada)
    assert "Put it back" in page(house, house.fay, "desk")
    put_suggestion_away(house.fay, suggestion, away=False)
    assert "Waits for the chair" in page(house, house.ada)
    with pytest.raises(Forbidden):
        accept_suggestion(house.ada, suggestion)


@pytest.mark.parametrize(("promise", "named"), [("named", True), ("hidden", False)])
def test_only_who_leads_and_its_author_see_a_suggestion(promise: str, named: bool) -> None:
    house = begun(make_house(leaders=3, promise=promise))
    question(house.ada, "CANARY")
    assert "CANARY" in page(house, house.fay, "desk")
    assert "CANARY" in page(house, house.ada)
    for seat, name in ((house.others[0], "room"), (house.fay, "screen"), (house.others[0], "results")):
        assert "CANARY" not in page(house, seat, name)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.others[0])
    led = page(house, house.others[0])
    assert ("CANARY" in led, '<b dir="auto">Ada</b>' in led) == (True, named)


def test_the_pages_suggest_and_decide(house: House) -> None:
    data = {"card": uids(house, 2)[0], "why": "It is where we stick.", "uid": str(uuid.uuid4())}
    assert send(house, house.ada, "suggestions", data).status_code == 302
    refused = send(house, house.ada, "suggestions", {"why": "KEPT", "uid": str(uuid.uuid4())})
    assert (refused.status_code, "KEPT</textarea>" in refused.content.decode()) == (422, True)
    parts = {"uid": house.ada.suggestions.get().uid}
    assert send(house, house.fay, "suggestion", {"decision": "perhaps"}, parts).status_code == 422
    assert send(house, house.fay, "suggestion", {"decision": "accept"}, parts).status_code == 302
    assert "card" in agenda(house)
    assert "On the agenda" in page(house, house.ada, "room-suggestions")


@pytest.mark.parametrize(("promise", "seat"), [("named", "P1"), ("hidden", None)])
def test_the_export_says_what_was_suggested(promise: str, seat: str | None) -> None:
    house = begun(make_house(leaders=2, promise=promise))
    put_suggestion_away(house.fay, question(house.ada))
    [found] = exported(house)["suggestions"]
    assert (found["question"], found["state"], found["seat"]) == ("Who is missing?", "away", seat)


def test_a_refusal_is_always_said_and_what_a_participant_wrote_comes_back(house: House) -> None:
    data = {"question": "KEPT", "uid": str(uuid.uuid4())}
    refused = send(house, house.fay, "suggestions", data)
    assert (refused.status_code, "Only participants suggest items" in refused.content.decode()) == (403, True)
    close_workshop(house.fay)
    late = send(house, house.ada, "suggestions", data)
    html = late.content.decode()
    assert (late.status_code, "closed" in html, "KEPT</textarea>" in html) == (Closed.status, True, True)


def test_its_author_goes_on_looking_after_it_is_put_away_and_not_once_it_has_begun(
    house: House,
) -> None:
    suggestion = question(house.ada)
    put_suggestion_away(house.fay, suggestion)
    assert "data-may-change" in page(house, house.ada, "room-suggestions")
    accept_suggestion(house.fay, suggestion)
    assert "data-may-change" in page(house, house.ada, "room-suggestions")
    put(house, "question")
    assert "data-may-change" not in page(house, house.ada, "room-suggestions")


def test_what_a_chair_who_takes_part_asks_for_says_that_there_is_a_new_suggestion(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.others[0])
    for n in (0, 1):
        for name in ("room-led", "room-chair"):
            assert f'data-suggestions="{n}"' in page(house, house.others[0], name)
            assert 'data-suggestions="1"' not in page(house, house.others[1], name)
        if not n:
            question(house.ada)


def test_a_poll_leaves_what_was_accepted_on_the_agenda(house: House) -> None:
    suggestion = suggest_item(house.ada, uid=uuid.uuid4(), card=house.cards[3])
    step = accept_suggestion(house.fay, suggestion).step
    reveal(house)
    assert Suggestion.objects.get(pk=suggestion.pk).step == step
    bring_card(house.fay, house.cards[3], Workshop.objects.get(pk=house.workshop.pk).step_rev)
    again = suggest_item(house.ada, uid=uuid.uuid4(), card=house.cards[3])
    accept_suggestion(house.fay, again)
    order_agenda(house.poll)
    again.refresh_from_db()
    assert (again.state, again.step is not None and again.step.started_at) == ("accepted", None)


def test_a_poll_gives_back_what_was_accepted_about_a_card_that_is_gone(house: House) -> None:
    suggestion = suggest_item(house.ada, uid=uuid.uuid4(), card=house.cards[3])
    accept_suggestion(house.fay, suggestion)
    Card.objects.filter(pk=house.cards[3].pk).update(status=Card.Status.RETIRED)
    order_agenda(house.poll)
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.step) == ("open", None)


@pytest.mark.parametrize("by_hand", [True, False])
@pytest.mark.parametrize("by_card", [True, False])
def test_what_is_taken_off_waits_again_and_comes_back(house: House, by_hand: bool, by_card: bool) -> None:
    uid, card = uuid.uuid4(), house.cards[3] if by_card else None
    suggestion = suggest_item(house.ada, uid=uid, card=card, question="" if card else "Who is missing?")
    before = accept_suggestion(house.fay, suggestion).step
    assert before
    remove_step(house.fay, before.uid)
    assert "Waits for the chair" in page(house, house.ada, "room-suggestions")
    assert f"accept-{uid}" in page(house, house.fay, "desk")
    if by_hand:
        accept_suggestion(house.fay, suggestion)
    else:
        restore_step(house.fay, before.uid)
    assert "On the agenda" in page(house, house.ada, "room-suggestions")
    assert Suggestion.objects.get(pk=suggestion.pk).step
    assert agenda(house).count("card") + agenda(house).count("question") == 1
