"""After somebody withdrew, no page, fragment or export of the workshop has a word or a name of theirs."""

from collections.abc import Iterator, Mapping

import pytest
from django.test import Client
from django.urls import reverse

from tests.opened import opened
from tests.support import House, client_of
from tests.views.permission_rows import PLAIN
from tests.withdrawing import EMAIL, NAME, WORD, fresh, full_house
from workshop.actions.exports import export_workshop
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.exports import FORMATS
from workshop.live.fragments import FRAGMENTS, regions
from workshop.models import Seat, Workshop

pytestmark = pytest.mark.django_db
CANARIES = (WORD, NAME, EMAIL)


def left(house: House) -> House:
    """Let Ada, who said her word everywhere, withdraw."""
    withdraw(house.ada)
    house.workshop = Workshop.objects.get(pk=house.workshop.pk)
    house.fay, house.others = Seat.objects.get(pk=house.fay.pk), [*Seat.objects.filter(pk=house.others[0].pk)]
    return house


def addresses(house: House) -> Iterator[str]:
    """Yield the addresses of pages, with those of each card, moment, person and step."""
    slug = house.workshop.slug
    for name in PLAIN:
        yield reverse(name, kwargs={"slug": slug})
    for card in house.workshop.cards.filter(number__isnull=False):
        yield reverse("card", kwargs={"slug": slug, "uid": card.uid})
    for change in house.workshop.changes.all():
        yield reverse("lineage-moment", kwargs={"slug": slug, "n": change.n})
    for seat in house.workshop.seats.all():
        yield reverse("person", kwargs={"slug": slug, "uid": seat.uid})


def told(house: House, browser: Client) -> dict[str, str]:
    """Return what each page says to a browser; a page that fails raises here."""
    return {address: browser.get(address, follow=True).content.decode() for address in addresses(house)}


def having(texts: Mapping[str, str]) -> list[str]:
    """Return where a canary stands."""
    return [place for place, text in texts.items() if any(canary in text for canary in CANARIES)]


@pytest.mark.parametrize("closed", [False, True], ids=["going on", "closed"])
@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_no_page_fragment_or_export_has_them(promise: str, closed: bool) -> None:
    house = full_house(promise)
    if closed:
        close_workshop(house.fay)
    house = left(house)
    for seat in (house.fay, house.others[0]):
        assert having(told(house, client_of(seat))) == []
    parts = {
        f"{who} {name}": text for who in FRAGMENTS for name, text in regions(house.workshop, who).items()
    }
    assert having(parts) == []
    taken = {
        name: export_workshop(house.workshop, name).content
        for name, each in FORMATS.items()
        if each.is_there(house.workshop)
    }
    files = {name: opened(content).decode(errors="ignore") for name, content in taken.items()}
    assert having(files) == []


def test_before_it_they_are_there() -> None:
    house = full_house()
    fresh(house)
    assert len(having(told(house, client_of(house.fay)))) > 5
    assert export_workshop(house.workshop, "json").content.count(WORD.encode()) > 5


def test_a_browser_that_was_in_finds_nothing_any_more() -> None:
    house = full_house()
    browser = client_of(house.ada)
    assert browser.get(reverse("room", kwargs={"slug": house.workshop.slug})).status_code == 200
    withdraw(house.ada)
    answers = {browser.get(address).status_code for address in addresses(house)}
    assert answers == {404}
