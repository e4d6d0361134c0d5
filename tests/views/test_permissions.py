"""The matrix of rights: every address, every method, seven people."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from tests.support import House, client_of, make_house
from tests.views.permission_rows import ROWS
from tests.views.permissions import PEOPLE, Row
from workshop.models import Seat

pytestmark = pytest.mark.django_db


def names(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[str]:
    """Yield the name of each address in the URLconf, and the address itself where it has none."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        else:
            yield pattern.name or f"(no name) {pattern.pattern}"


def browsers(house: House) -> dict[str, Client]:
    """Return a browser for each of the seven; the removed one came in while its seat was there."""
    gone = house.others[1]
    browser = client_of(gone)
    Seat.objects.filter(pk=gone.pk).update(removed_at=timezone.now())
    seats = {"nobody": None, "ada": house.ada, "ben": house.others[0], "fay": house.fay}
    found = {who: client_of(seat) for who, seat in (seats | {"zoe": house.zoe, "zed": house.zed}).items()}
    return found | {"gone": browser}


def answer(browser: Client, row: Row, house: House, method: str) -> HttpResponse:
    """Ask as one of the seven, and take back whatever it changed."""
    parts = {"slug": house.workshop.slug} if row.in_workshop else {}
    address = reverse(row.name, kwargs=parts | row.parts(house))
    with transaction.atomic():
        found: HttpResponse = getattr(browser, method)(address, row.data(house))
        transaction.set_rollback(True)
    return found


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    known, tested = set(names()), {row.name for row in ROWS}
    assert (known - tested, tested - known) == (set(), set())


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_person_gets_what_their_seat_allows(row: Row) -> None:
    house = make_house(leaders=3)
    row.before(house)
    found = {who: answer(one, row, house, row.method).status_code for who, one in browsers(house).items()}
    assert found == dict(zip(PEOPLE, map(int, row.expected.split()), strict=True))


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_wrong_method_is_refused(row: Row) -> None:
    taken = {other.method for other in ROWS if other.name == row.name}
    house = make_house(leaders=3)
    row.before(house)
    allowed = [who for who, status in zip(PEOPLE, row.expected.split(), strict=True) if status < "400"]
    for who, one in browsers(house).items():
        for method in {"get", "post", "put", "delete"} - taken if who in allowed else ():
            assert answer(one, row, house, method).status_code == 405, (who, method)
