"""The room: everybody sees where the group is, and one's own part beside it."""

import pytest
from django.urls import reverse

from tests.stagecraft import HTMX, bring, page, put, reveal, say, send, vote
from tests.support import House, agree, client_of, make_house
from tests.views.results_world import propose, write
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.sort import place_card
from workshop.actions.workshops import close_workshop
from workshop.live.fragments import regions
from workshop.models import Seat, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def own_part(house: House, seat: Seat, query: str = "") -> str:
    """Return one's own part alone."""
    return page(house, seat, "room-mine", query)


@pytest.mark.parametrize("kind", ["", "welcome", "poll", "card", "results", "close", "over"])
@pytest.mark.parametrize("name", ["room", "desk", "screen"])
def test_a_page_shows_exactly_what_a_push_sends(house: House, kind: str, name: str) -> None:
    if kind == "over":
        put(house, "close")
        close_workshop(house.fay)
    elif kind == "card":
        say(house, house.ada, bring(house), "Said.")
    elif kind:
        put(house, kind)
    audience = {"room": "participants", "desk": "facilitators", "screen": "screen"}[name]
    workshop = Workshop.objects.get(pk=house.workshop.pk)
    seat = house.fay if name == "desk" else house.ada
    shown = page(house, seat, name)
    for fragment, html in regions(workshop, audience).items():
        assert (" ".join(html.split()) in shown) == (fragment not in ("packs", "begun", "where")), fragment


def test_before_the_beginning_the_room_says_that_it_waits(house: House) -> None:
    shown = page(house, house.ada)
    assert "The table is set" in shown
    assert "Round this table: 4 leaders and 1 facilitator." in shown


def test_whoever_has_not_consented_goes_to_the_information_first() -> None:
    house = make_house(leaders=1, agreed=False)
    address = reverse("room", kwargs={"slug": house.workshop.slug})
    answer = client_of(house.ada).get(address)
    assert answer["Location"].startswith(reverse("consent", kwargs={"slug": house.workshop.slug}))
    agree(house.ada)
    assert client_of(house.ada).get(address).status_code == 200


def test_a_late_joiner_lands_at_the_card_in_front(house: House) -> None:
    card = bring(house)
    shown = page(house, house.others[2])
    assert card.title in shown
    assert "Say something about card 2" in shown


def test_the_ballot_says_where_each_card_is_in_ones_own_pack(house: House) -> None:
    for number, zone in enumerate(("inner", "outer", "unplaced")):
        place_card(house.ada, house.pack, house.cards[number], zone)
    put(house, "poll")
    shown = own_part(house, house.ada)
    for words in ("put it inner in", "put it outer in", "did not place it in"):
        assert shown.count(f"You {words} your pack") == 1
    assert shown.count("Your pack says nothing of it") == 3


def test_who_joined_in_the_room_is_told_nothing_of_a_pack(house: House) -> None:
    put(house, "poll")
    assert "pack" not in own_part(house, house.ada)


def test_a_choice_that_is_in_is_shown_and_can_be_changed(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 2, 6)
    shown = own_part(house, house.ada)
    assert "Your two cards are in: 2 and 6." in shown
    assert "<form" not in shown
    assert own_part(house, house.ada, "?change=1").count("checked") == 2


def test_after_the_reveal_ones_own_cards_are_named_for_this_browser_alone(house: House) -> None:
    reveal(house)
    assert "You nominated cards 2 and 4." in own_part(house, house.ada)
    assert str(house.cards[5].uid) not in own_part(house, house.ada).split("data-nominated")[1].split(">")[0]
    assert "You nominated cards 2 and 6." in own_part(house, house.others[0])


def test_who_sent_nothing_before_the_close_is_told_so(house: House) -> None:
    put(house, "poll")
    close_round(house.fay, house.poll)
    assert "You had not sent a choice when this round closed." in own_part(house, house.ada)


def test_facilitators_and_observers_have_no_ballot(house: House) -> None:
    put(house, "poll")
    assert "<form" not in own_part(house, house.fay)
    Seat.objects.filter(pk=house.ada.pk).update(role=Seat.Role.OBSERVER)
    assert "<form" not in own_part(house, house.ada)


def test_names_stand_by_what_was_said_where_the_promise_says_so(house: House) -> None:
    card = bring(house)
    say(house, house.ada, card, "Said by somebody.")
    propose(house, house.ada, "Re-phrased", rephrases=card)
    shown = page(house, house.others[0])
    assert shown.split("live-comments")[1].count("Ada") == 2


def test_no_name_reaches_the_room_where_names_are_hidden() -> None:
    house = make_house(leaders=4, promise="hidden")
    card = bring(house)
    write(house, house.ada, "Written before.", 2)
    say(house, house.ada, card, "Said by somebody.")
    propose(house, house.ada, "Re-phrased", rephrases=card)
    shown = page(house, house.others[0])
    assert "Said by somebody." in shown
    assert "Re-phrased" in shown
    assert "Ada" not in shown
    assert "Ada" in page(house, house.fay, "desk")


def test_what_only_facilitators_may_read_is_not_in_the_room(house: House) -> None:
    write(house, house.ada, "CANARYOTHER", 0)
    bring(house)
    assert "CANARYOTHER" not in page(house, house.others[0])


def test_a_chair_who_takes_part_leads_from_the_room(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    desk = client_of(house.ada).get(reverse("desk", kwargs={"slug": house.workshop.slug}))
    assert desk["Location"] == reverse("room", kwargs={"slug": house.workshop.slug})
    assert "You are in the chair</h2>" in page(house, house.ada)
    assert "You are in the chair</h2>" not in page(house, house.others[0])


def test_a_refused_move_is_shown_to_that_chair_in_the_room(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    step = house.workshop.steps.earliest("position")
    answer = send(house, house.ada, "stage", {"step": step.uid, "step_rev": 9}, headers=HTMX)
    assert answer.status_code == 409
    assert "Somebody moved the stage" in answer.content.decode()


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_what_was_promised_until_the_start_is_not_said_after_it(promise: str) -> None:
    house = make_house(leaders=2, promise=promise)
    assert "Until we meet, only the facilitators can read" in page(house, house.ada)
    put(house, "welcome")
    begun = page(house, house.ada)
    assert "Until we meet" not in begun
    assert ("The group sees what you write, with your name." in begun) == (promise == "named")


def test_who_comes_first_is_said_once_after_the_reveal() -> None:
    house = make_house(leaders=2)
    put(house, "poll")
    vote(house, house.ada, 2)
    reveal_round(house.fay, house.poll)
    for seat, name in ((house.ada, "room"), (house.fay, "desk")):
        shown = page(house, seat, name).split("<main")[1]
        assert shown.count("comes first") == 1
        assert "1 of 1 nominated card 2." in shown


def test_without_scripts_the_way_on_stands_right_under_the_stage(house: House) -> None:
    put(house, "welcome")
    shown = page(house, house.ada)
    stage, way, mine = (
        shown.index(part) for part in ('id="live-stage"', "See where the group is now", 'id="mine"')
    )
    assert stage < way < mine
