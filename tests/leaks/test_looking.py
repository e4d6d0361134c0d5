"""To look is to change nothing: GET and HEAD of every address, by everybody, leave every table as it was."""

import pytest
from django.http.response import HttpResponseBase
from django.test import Client

from tests.leaks.addresses import addresses
from tests.leaks.cast import STRANGERS, Cast
from tests.leaks.tables import changed, prints
from tests.leaks.worlds import live_until
from workshop.models import Seat
from workshop.views import access

pytestmark = pytest.mark.django_db

HEADERS = {
    "Referrer-Policy": "strict-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def look(cast: Cast, who: str) -> dict[str, HttpResponseBase]:
    """Ask for every address as somebody, as Ada by both methods; return the answers to GET."""
    browser: Client = cast.browsers[who]
    found: dict[str, HttpResponseBase] = {}
    for address in addresses(cast, who):
        found[address] = browser.get(address)
        if who == "ada":  # the same views answer it, for whoever asks
            assert browser.head(address).status_code in (found[address].status_code, 405), address
    return found


def test_looking_changes_nothing_and_is_kept_in_no_cache() -> None:
    cast = live_until("named", "shown")
    before = prints()
    for who in ("fay", "ada", "chair", "wall", *STRANGERS):
        for address, answer in look(cast, who).items():
            assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, address
            assert "no-store" in answer.headers["Cache-Control"], address
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert changed(before, prints()) == [], who


def test_a_look_that_changes_something_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: a page that notes on the seat that it was read."""
    cast = live_until("named", "begun")
    before = prints()

    def noting(seat: Seat) -> bool:
        return not Seat.objects.filter(pk=seat.pk).update(pseudonym="X")

    monkeypatch.setattr(access, "needs_consent", noting)
    look(cast, "ada")
    assert changed(before, prints()) == ["Seat"]
