"""A sort or a spectrum that the group is at: its page knows of the room, and half an answer is kept."""

import pytest
from django.urls import reverse

from tests.rounds import asked, give_poles, lay
from tests.stagecraft import put
from tests.support import House, agree, client_of, make_house
from tests.views.test_gestures import shown
from workshop.actions.gestures import set_gesture
from workshop.actions.series import add_change_step
from workshop.actions.timing import start_timer
from workshop.live.fragments import ASIDE
from workshop.models import Gesture, Round, Seat
from workshop.models.audiences import PARTICIPANTS

pytestmark = pytest.mark.django_db
LIVE = "Live card sort"


@pytest.fixture
def house() -> House:
    made = make_house(3)
    for seat in made.leaders:
        agree(seat)
    return made


def live_round(house: House, kind: str = "sort") -> Round:
    """Open a round and put its step on the stage."""
    round = asked(house, kind)
    house.workshop.refresh_from_db()
    put(house, "welcome")
    put(house, kind)
    round.refresh_from_db()
    return round


def page(seat: Seat, round: Round, kind: str = "sort") -> str:
    address = reverse(kind, kwargs={"slug": seat.workshop.slug, "number": round.number})
    return " ".join(client_of(seat).get(address).content.decode().split())


def test_the_page_of_a_live_sort_says_so_and_has_what_the_rooms_strip_has(house: House) -> None:
    round = live_round(house)
    set_gesture(house.others[0], "hand", True)
    set_gesture(house.others[0], "pause", True)
    start_timer(house.fay, 5)
    found = page(house.ada, round)
    assert f'<p data-on-stage><span class="live">{LIVE}</span>' in found
    for part in ('id="gesture-hand"', 'id="gesture-pause"', "The group is at “Card sort” now.", "1 hand up"):
        assert part in found
    assert 'id="live-timer" data-ends=' in found
    assert f'data-live="/ws/w/{house.workshop.slug}/room/"' in found
    assert "asks for a pause" not in found
    for name in ASIDE:
        assert found.count(f'id="live-{name}"') == 1
        assert shown(house, PARTICIPANTS, name) in found


def test_when_the_group_is_elsewhere_it_says_where_and_calls_nothing_live(house: House) -> None:
    round = live_round(house)
    add_change_step(house.fay)
    put(house, "change")
    found = page(house.ada, round)
    assert f'<p data-on-stage hidden><span class="live">{LIVE}</span>' in found
    assert "The group is at “Change of cards” now." in found


def test_the_sort_of_the_pack_stays_as_quiet_as_it_was(house: House) -> None:
    pack = house.workshop.rounds.get(number=1)
    put(house, "welcome")
    found = page(house.ada, pack)
    assert "The workshop has begun." in found
    for part in (LIVE, 'id="gestures"', 'id="live-where"'):
        assert part not in found


@pytest.mark.parametrize("kind", ["sort", "spectrum"])
def test_without_scripts_a_hand_keeps_what_is_half_answered_and_the_page(house: House, kind: str) -> None:
    give_poles(house, 1)
    round, card = live_round(house, kind), house.cards[0]
    half = (
        {f"zone-{card.uid}": "inner"}
        if kind == "sort"
        else {f"now-on-{card.uid}": "1", f"now-{card.uid}": "70", f"seen-{card.uid}": ":"}
    )
    address = reverse(kind, kwargs={"slug": house.workshop.slug, "number": round.number})
    answer = client_of(house.ada).post(address, half | {"show": "hand"}, follow=True)
    assert answer.redirect_chain == [(address, 302)]
    assert Gesture.objects.filter(seat=house.ada, kind="hand").exists()
    assert round.ballots.get(seat=house.ada).marks.get().card == card
    assert "Your hand is up." in answer.content.decode()


def test_ready_for_a_step_that_is_over_is_refused_and_the_cards_are_kept(house: House) -> None:
    round = live_round(house)
    put(house, "welcome")
    address = reverse("sort", kwargs={"slug": house.workshop.slug, "number": round.number})
    sent = {f"zone-{house.cards[0].uid}": "outer", "show": "ready", "step_rev": 0}
    answer = client_of(house.ada).post(address, sent, follow=True)
    assert "The group has moved on." in answer.content.decode()
    assert not Gesture.objects.exists()
    assert round.ballots.get(seat=house.ada).marks.get().zone == "outer"


def test_who_only_watches_has_the_place_and_no_buttons(house: House) -> None:
    round = live_round(house)
    lay(house, house.ada, round, {1: "inner"})
    found = page(house.fay, round)
    assert 'id="live-where"' in found
    assert "gesture-hand" not in found
