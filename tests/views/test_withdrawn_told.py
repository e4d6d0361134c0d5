"""Who withdrew is told what became of their own words, and the last press before an end looks like one."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.withdrawing import full_house, sure
from workshop.actions.links import mint_link
from workshop.actions.workshops import close_workshop

pytestmark = pytest.mark.django_db
STAYS = "What you wrote and chose stays: nobody can tell any more that it is yours."
LAST = '<button class="button button--bad">'


def withdrawn(house: House, twice: bool = False) -> str:
    """Let Ada withdraw, pressing twice if so, and return what she is told at the end."""
    browser, place = client_of(house.ada), reverse("withdrawal", kwargs={"slug": house.workshop.slug})
    stays = "stays" if 'name="stays" value="stays"' in browser.post(place, {"sure": "on"}).text else ""
    sent = sure(house) | {"left": str(house.ada.uid), "stays": stays}
    before = browser.cookies.output()
    said = browser.post(place, sent, follow=True)
    if twice:
        browser.cookies.load(before.replace("Set-Cookie: ", ""))
        said = browser.post(place, sent, follow=True)
    return " ".join(said.text.split())


@pytest.mark.parametrize("twice", [False, True])
@pytest.mark.parametrize(("promise", "closed"), [("unlinked", True), ("unlinked", False), ("named", True)])
def test_only_whose_link_was_destroyed_is_told_that_their_words_stay(
    promise: str, closed: bool, twice: bool
) -> None:
    house = full_house(promise)
    if closed:
        close_workshop(house.fay)
        house.ada.workshop.refresh_from_db()
    said = withdrawn(house, twice)
    assert "You have withdrawn" in said
    assert (STAYS in said) == (promise == "unlinked" and closed)
    assert ("what could be found as yours, is erased" in said) != (STAYS in said)
    assert "destroyed before" not in said


def test_the_link_of_who_withdrew_says_that_it_ended_with_that() -> None:
    house = make_house()
    secret = mint_link(house.fay, house.ada)
    withdrawn(house)
    for address in (reverse("link", kwargs={"secret": secret}), f"/w/{house.workshop.slug}/"):
        answer = Client().get(address)
        assert answer.status_code == 404
        assert "If you withdrew from the workshop, your link ended with that, for good." in answer.text


@pytest.mark.parametrize(("name", "whose"), [("withdrawal", "ada"), ("person-withdrawal", "fay")])
def test_the_last_press_before_an_erasure_has_not_the_warm_colour_of_going_on(name: str, whose: str) -> None:
    house = make_house()
    more = {"uid": house.ada.uid} if whose == "fay" else {}
    place = reverse(name, kwargs={"slug": house.workshop.slug, **more})
    last = client_of(getattr(house, whose)).post(place, {"sure": "on"}).text
    assert LAST in last
    assert "button--main" not in last


def test_a_no_that_ends_something_looks_so_with_scripts_and_without() -> None:
    house = make_house()
    place = reverse("consent", kwargs={"slug": house.workshop.slug})
    item = house.workshop.consent_items.get(key="take-part").uid
    page = client_of(house.ada).get(place).text
    assert page.count("data-confirm-ends") == page.count("data-confirm=") == 1
    asked = client_of(house.ada).post(
        reverse("consent-answer", kwargs={"slug": house.workshop.slug}), {str(item): "no"}
    )
    assert LAST in asked.text
