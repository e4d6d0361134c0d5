"""Regions that many ask for at once are looked up together, and are what each would get alone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.doors import GatheringClient
from tests.stagecraft import put
from tests.support import House, client_of, make_house
from tests.views.two_doors import RANDOM
from workshop.actions.links import revoke_links
from workshop.actions.workshops import close_workshop
from workshop.live import page
from workshop.live.fragments import regions as regions_of
from workshop.models import Seat, Workshop
from workshop.models.consents import Consent
from workshop.views import regions
from workshop.views.regions import SEQ, PutOffRegions

pytestmark = pytest.mark.django_db
Prepare = Callable[[House], object]


@pytest.fixture
def house() -> House:
    house = make_house(leaders=4)
    put(house, "poll")
    return house


def nothing(house: House) -> None:
    """Leave all as it is."""


def unsigned(house: House) -> None:
    """Let Ada have agreed to nothing."""
    Consent.objects.filter(seat=house.ada).delete()


def revoked(house: House) -> None:
    """End Ada's links."""
    revoke_links(house.fay, house.ada)


def removed(house: House) -> None:
    """Take Ada's seat away."""
    Seat.objects.filter(pk=house.ada.pk).update(removed_at="2026-01-01T00:00Z")


def closed(house: House) -> None:
    """Close the workshop."""
    close_workshop(house.fay)


STATES: dict[Prepare, int] = {nothing: 200, closed: 200, unsigned: 302, revoked: 404, removed: 404}


def plain(answer: Any) -> tuple[dict[str, str], str]:
    """Return the headers of an answer and its body, without what is random."""
    return dict(answer.items()), RANDOM.sub("", answer.content.decode())


def ask(kind: type[Client], seat: Seat, address: str) -> tuple[int, Any, bytes]:
    """Ask as a seat's browser; return status, headers and body."""
    browser = kind()
    browser.cookies = client_of(seat).cookies
    answer: Any = browser.get(address)
    return answer.status_code, dict(answer.items()), answer.content


def address(house: House, door: str, held: object = "") -> str:
    """Return where a door's regions are, for a page that holds a number."""
    return f"/w/{house.workshop.slug}/{door}/regions/?seq={held}"


@pytest.mark.parametrize("door", ["room", "pack"])
@pytest.mark.parametrize("state", STATES)
def test_asked_alone_or_together_the_answer_is_the_same(house: House, state: Prepare, door: str) -> None:
    browser = client_of(house.ada)  # her pass, before anything ends it
    state(house)
    for held in ("", "-1", "no number"):
        alone = browser.get(address(house, door, held))
        together = GatheringClient()
        together.cookies = browser.cookies
        answer = together.get(address(house, door, held))
        assert answer.status_code == alone.status_code == STATES[state]
        assert plain(answer) == plain(alone)


def test_a_page_that_holds_the_newest_number_is_told_so_in_few_words(house: House) -> None:
    _status, headers, _html = ask(Client, house.ada, address(house, "room"))
    newest = address(house, "room", headers[SEQ])
    answers = [ask(kind, house.ada, newest) for kind in (Client, GatheringClient)]
    assert answers[0] == answers[1]
    assert answers[0][::2] == (204, b"")


def test_a_pass_to_another_workshop_opens_nothing(house: House) -> None:
    for kind in (Client, GatheringClient):
        assert ask(kind, house.zed, address(house, "room"))[0] == 404


def put_off(house: House, seat: Seat, door: str) -> PutOffRegions:
    """Return a seat's request that waits to be answered."""
    browser, waiting = client_of(seat), list[PutOffRegions]()
    browser.handler = GatheringClient().handler
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regions, "answer_together", waiting.extend)
        browser.get(address(house, door))
    return waiting[0]


def test_many_cost_as_many_statements_as_one(house: House) -> None:
    def cost(seats: list[Seat]) -> int:
        waiting = [put_off(house, seat, "room") for seat in seats]
        with CaptureQueriesContext(connection) as seen:
            regions.answer_together(waiting)
        assert all(one.answer is one for one in waiting)
        return len(seen)

    regions.answer_together([put_off(house, house.ada, "room")])  # written once, kept for a moment
    assert cost(house.leaders) == cost([house.ada]) <= 6


def test_what_is_read_is_as_new_as_the_number(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workshop is read after the number: what changes between the look-up of a seat and it is shown."""

    def moved_on(*pair: Any) -> int:
        Workshop.objects.filter(pk=house.workshop.pk).update(step_rev=77)
        return 5_000  # a number that no other test's regions are kept under

    monkeypatch.setattr(regions, "seq_of", moved_on)
    assert 'data-step-rev="77"' in client_of(house.ada).get(address(house, "room")).content.decode()


@pytest.mark.parametrize("door", ["room", "pack", "desk", "screen"])
def test_what_a_page_reads_is_as_new_as_its_number(
    house: House, door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same for whole pages: what changes between the look-up of a seat and the number is in them."""
    read = list[int]()

    def moved_on(*pair: Any) -> int:
        Workshop.objects.filter(pk=house.workshop.pk).update(step_rev=77)
        return 5_000

    def seen(workshop: Workshop, *more: Any) -> dict[str, Any]:
        read.append(workshop.step_rev)
        return regions_of(workshop, *more)

    monkeypatch.setattr(page, "seq_of", moved_on)
    monkeypatch.setattr(page, "regions", seen)
    seat = house.ada if door in ("room", "pack") else house.fay
    html = client_of(seat).get(f"/w/{house.workshop.slug}/{door}/").content.decode()
    assert (read, 'data-seq="5000"' in html) == ([77], True)
