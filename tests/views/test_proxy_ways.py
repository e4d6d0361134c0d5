"""The way to somebody without a device and back, and what is still recorded for them after the close."""

import pytest
from django.urls import reverse

from tests.stagecraft import page, put, send, vote
from tests.support import House, add_leader, client_of, make_house
from workshop.actions.proxy import record_consents
from workshop.actions.rounds import close_round
from workshop.actions.workshops import close_workshop
from workshop.models import Seat
from workshop.models.consents import needs_consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def at(house: House, name: str, **parts: object) -> str:
    """Return an address of the workshop."""
    return reverse(name, kwargs={"slug": house.workshop.slug, **parts})


def listed(house: House, query: str = "") -> str:
    """Return the list of those for whom answers can be entered."""
    html = client_of(house.fay).get(at(house, "proxies") + query).content.decode()
    return html.partition("<main")[2]


def test_from_the_desk_it_is_two_presses_to_a_ballot_and_one_back(house: House) -> None:
    put(house, "poll")
    assert f'href="{at(house, "proxies")}"' in page(house, house.fay, "desk")
    address = at(house, "proxy", uid=house.ada.uid)
    assert f'href="{address}"' in listed(house)
    html = client_of(house.fay).get(address).content.decode().partition("<main")[2]
    assert 'id="poll-2"' in html
    assert f'href="{at(house, "desk")}"' in html


def test_the_list_says_of_nobody_whether_they_answered(house: House) -> None:
    put(house, "poll")
    before = listed(house)
    vote(house, house.ada, 1)
    assert listed(house) == before


def test_the_list_has_those_who_take_part_and_finds_them_by_name(house: House) -> None:
    html = listed(house)
    assert [name in html for name in ("Ada", "Ben", "Fay")] == [True, True, False]
    found = listed(house, "?q=be")
    assert [name in found for name in ("Ada", "Ben")] == [False, True]
    assert "Nobody here is called “Xy”." in listed(house, "?q=Xy")


def closed_with(house: House) -> Seat:
    """Record what Gil agrees to, for him, and close the workshop."""
    gil = add_leader(house.fay, "Gil")
    record_consents(
        house.fay, gil, {str(item.uid): True for item in house.workshop.consent_items.all()}, closed=False
    )
    close_workshop(house.fay)
    house.workshop.refresh_from_db()
    return gil


def form_for(house: House, seat: Seat) -> str:
    """Return Fay's page for somebody: its consent."""
    html = client_of(house.fay).get(at(house, "proxy", uid=seat.uid)).content.decode()
    return " ".join(html.split()).partition('id="consent"')[2].partition("</main>")[0]


def test_after_the_close_nothing_offers_a_new_agreement(house: House) -> None:
    hal = add_leader(house.fay, "Hal")
    gil = closed_with(house)
    assert "They take this back." in form_for(house, gil)
    assert 'type="radio"' not in form_for(house, gil)
    for nothing_to_take_back in (hal, house.ada):
        html = form_for(house, nothing_to_take_back)
        assert "none here that a facilitator entered" in html
        assert "<button" not in html
    assert "Not answered" in form_for(house, hal)


def test_what_they_take_back_is_recorded_and_the_rest_stays(house: House) -> None:
    gil = closed_with(house)
    first, *rest = house.workshop.consent_items.all()
    link = f'href="{at(house, "proxy", uid=gil.uid)}"'
    assert link in client_of(house.fay).get(at(house, "person", uid=gil.uid)).content.decode()
    before = send(house, house.fay, "proxy-consent", {str(first.uid): "no"}, {"uid": gil.uid})
    assert before.status_code == 409
    assert "closed meanwhile" in before.text
    assert 'name="closed" value="yes"' in before.text
    assert send(house, house.fay, "proxy-consent", {"closed": "yes"}, {"uid": gil.uid}).status_code == 422
    assert not gil.consents.filter(answer=False).exists()
    sent = {"closed": "yes", str(first.uid): "no"}
    answer = send(house, house.fay, "proxy-consent", sent, {"uid": gil.uid})
    assert answer.status_code == 302
    assert [each.item for each in gil.consents.filter(answer=False)] == [first]
    assert needs_consent(gil) == first.required
    assert rest


def test_a_round_that_closed_is_not_offered(house: House) -> None:
    put(house, "poll")
    close_round(house.fay, house.poll)
    html = client_of(house.fay).get(at(house, "proxy", uid=house.ada.uid)).content.decode()
    assert 'id="poll-2"' not in html
