"""The card sort as one plain form, without JavaScript: all of it is saved, or none and all is still there."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support import House, client_of, make_house
from tests.views.test_sort import url_of, zones
from workshop.actions.rounds import close_round
from workshop.actions.sort import place_card
from workshop.models import Ballot, Mark

pytestmark = pytest.mark.django_db


def form_of(page: Any) -> dict[str, str]:
    """Return what a browser would send from the page as it is: hidden fields, ticked circles, reasons."""
    html = page.content.decode()
    html = html[html.index('id="sort-form"') :]
    sent = re.findall(r'type="hidden" name="(seen-[^"]+)" value="([^"]*)"', html)
    sent += re.findall(r'name="(zone-[^"]+)" id="[^"]+" value="([^"]+)" checked', html)
    return dict(sent + re.findall(r'name="(reason-[^"]+)" value="([^"]*)"', html))


def opened(house: House) -> tuple[Any, dict[str, str]]:
    """Return Ada's browser and the form of her page."""
    client = client_of(house.ada)
    return client, form_of(client.get(url_of(house)))


def choose(house: House, n: int, zone: str, reason: str = "") -> dict[str, str]:
    """Return what choosing a circle for card ``n`` changes in the form."""
    uid = house.cards[n - 1].uid
    return {f"zone-{uid}": zone} | ({f"reason-{uid}": reason} if reason else {})


def test_a_refusal_half_way_saves_nothing_and_keeps_everything_that_was_sent() -> None:
    house = make_house()
    client, form = opened(house)
    long = "x" * 501
    answer = client.post(url_of(house), form | choose(house, 1, "inner") | choose(house, 2, "unplaced", long))
    assert answer.status_code == 422
    assert not Ballot.objects.exists()
    kept = form_of(answer)
    assert kept | choose(house, 1, "inner") | choose(house, 2, "unplaced", long) == kept
    words = answer.content.decode()
    assert "1 character over the limit of 500" in words
    assert "Not saved: Inner. Saved now: no answer." in words


def test_an_old_page_changes_only_what_was_changed_on_it() -> None:
    house = make_house()
    place_card(house.ada, house.pack, house.cards[0], "inner")
    client, form = opened(house)
    place_card(house.ada, house.pack, house.cards[0], "outer")
    assert client.post(url_of(house), form | choose(house, 2, "inner")).status_code == 302
    assert zones(house) == {"inner": ["2"], "outer": ["1"], "unplaced": []}


def test_what_was_changed_here_and_elsewhere_is_shown_twice_and_saved_when_sent_again() -> None:
    house = make_house()
    client, form = opened(house)
    place_card(house.ada, house.pack, house.cards[0], "outer")
    answer = client.post(url_of(house), form | choose(house, 1, "inner") | choose(house, 2, "inner"))
    assert answer.status_code == 409
    assert zones(house) == {"inner": [], "outer": ["1"], "unplaced": []}
    assert "Not saved: Inner. Saved now: Outer." in answer.content.decode()
    assert client.post(url_of(house), form_of(answer)).status_code == 302
    assert zones(house) == {"inner": ["1", "2"], "outer": [], "unplaced": []}


def test_a_button_of_an_old_page_brings_no_card_back_from_where_it_was_put_since() -> None:
    house = make_house()
    one, two = house.cards[:2]
    for card in (one, two):
        place_card(house.ada, house.pack, card, "inner")
    client, form = opened(house)
    place_card(house.ada, house.pack, two, "outer")
    answer = client.post(url_of(house), form | {"move": f"inner:{two.uid}:1"})
    assert answer.status_code == 409
    assert zones(house)["outer"] == ["2"]
    assert not Mark.objects.filter(place__isnull=False).exists()


def test_a_choice_made_with_the_same_press_comes_before_the_move() -> None:
    house = make_house()
    place_card(house.ada, house.pack, house.cards[0], "inner")
    client, form = opened(house)
    move = {"move": f"inner:{house.cards[0].uid}:1"}
    assert client.post(url_of(house), form | choose(house, 1, "outer") | move).status_code == 302
    assert zones(house)["outer"] == ["1"]


def test_after_the_close_a_form_is_409_and_shows_what_it_had() -> None:
    house = make_house()
    client, form = opened(house)
    close_round(house.fay, house.pack)
    answer = client.post(url_of(house), form | choose(house, 1, "unplaced", "Neither, <b>nor</b>"))
    assert answer.status_code == 409
    assert "Not saved: Not placed, “Neither, &lt;b&gt;nor&lt;/b&gt;”. Saved now: no answer." in (
        answer.content.decode()
    )
    assert not Ballot.objects.exists()


def test_going_on_after_the_close_without_a_change_goes_on() -> None:
    house = make_house()
    place_card(house.ada, house.pack, house.cards[0], "inner")
    client, form = opened(house)
    close_round(house.fay, house.pack)
    assert client.post(url_of(house), form | {"go-on": ""}).status_code == 302


def test_the_page_says_saved_only_where_something_was_written() -> None:
    house = make_house()
    client, form = opened(house)
    url, inner = url_of(house), choose(house, 1, "inner")
    nothing = client.post(url, form, follow=True).content.decode()
    assert "Nothing had changed, so nothing was saved." in nothing
    assert not Ballot.objects.exists()
    assert "Your card sort is saved." in client.post(url, form | inner, follow=True).content.decode()
    again = client.post(url, form | inner, follow=True).content.decode()
    assert "Nothing had changed, so nothing was saved." in again
    gone_on = client.post(url, form | inner | {"go-on": ""}, follow=True).content.decode()
    assert "Nothing had changed" not in gone_on
    assert "Your card sort is saved." not in gone_on


def test_saving_costs_the_same_whatever_the_number_of_cards() -> None:
    house = make_house()
    client, form = opened(house)
    three = [choose(house, n, "inner") for n in (1, 2, 3)]
    with CaptureQueriesContext(connection) as one:
        client.post(url_of(house), form | choose(house, 1, "outer"))
    Ballot.objects.all().delete()
    with CaptureQueriesContext(connection) as many:
        client.post(url_of(house), form | three[0] | three[1] | three[2])
    assert len(zones(house)["inner"]) == 3
    assert len(many) <= len(one)
