"""A question that was answered before an unlinked close is asked anew after it: what it does has changed."""

import re
from typing import Any

import pytest
from django.urls import reverse

from tests.actions.test_quotes_of_nobody import closed
from tests.quoting import spoken
from tests.support import House, client_of
from tests.views.test_asked_twice import no_to_part
from tests.views.test_consent_presses import at, given, press, print_in
from workshop.models import Kept, Remark, Seat
from workshop.views import consents, my_data

pytestmark = pytest.mark.django_db
SURE = {"sure": "on"}


@pytest.fixture
def house() -> House:
    """A workshop to be unlinked, open still, in which everybody who spoke may be quoted."""
    return spoken("unlinked")


def quoted() -> str:
    return str(Kept.objects.get().quoting)


def meanwhile(house: House, patch: pytest.MonkeyPatch, view: Any, act: str) -> None:
    """Let the workshop close after a press was looked at, and before its action has the lock."""
    real = getattr(view, act)

    def close_first(*args: Any, **more: Any) -> Any:
        closed(house)
        patch.setattr(view, act, real)
        return real(*args, **more)

    patch.setattr(view, act, close_first)


def asks_by_itself(house: House) -> str:
    """Return the print that the button of a no to taking part sends with a script."""
    found = re.search(
        r'data-confirm-print="(\w+)"', client_of(house.ada).get(at(house, "pack/information")).text
    )
    assert found
    return found[1]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_no_that_was_asked_about_before_the_close_is_asked_about_anew_after_it(
    house: House, scripts: bool
) -> None:
    asked = asks_by_itself(house) if scripts else print_in(press(house, **no_to_part(house)).text)
    closed(house)
    anew = press(house, **no_to_part(house), confirmed=asked)
    assert anew.status_code == 409
    assert "Nothing was changed yet." in anew.text
    assert "nothing that you or the others wrote is quoted" in anew.text
    assert (given(house)["take-part"], quoted()) == (True, "all")
    press(house, **no_to_part(house), confirmed=print_in(anew.text))
    assert (given(house)["take-part"], quoted()) == (False, "nothing")


@pytest.mark.parametrize("confirmed", ["1", ""])
def test_a_bare_word_confirms_nothing(house: House, confirmed: str) -> None:
    assert "Take part no more?" in press(house, **no_to_part(house), confirmed=confirmed).text
    assert given(house)["take-part"] is True


def test_a_no_that_is_overtaken_by_the_close_is_asked_about_first(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(house, monkeypatch, consents, "answer_consents")
    page = press(house, quote="none")
    assert (page.status_code, "Stop every quote?" in page.text) == (200, True)
    assert (given(house)["quote-unnamed"], quoted()) == (True, "all")


def test_so_is_a_whole_form(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: dict[str, Any] = dict.fromkeys(no_to_part(house), "yes")
    others = {str(item.uid): "yes" for item in house.workshop.consent_items.filter(key="keep-for-reuse")}
    meanwhile(house, monkeypatch, consents, "answer_consents")
    page = client_of(house.ada).post(at(house, "pack/information"), {**sent, **others, "quote": "none"})
    assert "Stop every quote?" in page.text
    assert quoted() == "all"


@pytest.mark.parametrize("between", [True, False])
@pytest.mark.parametrize(("name", "whose"), [("withdrawal", "ada"), ("person-withdrawal", "fay")])
def test_a_withdrawal_that_was_asked_about_before_the_close_is_asked_about_anew_after_it(
    house: House, name: str, whose: str, between: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = {"uid": house.ada.uid} if whose == "fay" else {}
    place = reverse(name, args=[house.workshop.slug, *more.values()])
    browser = client_of(getattr(house, whose))
    sent = SURE | {"confirmed": print_in(browser.post(place, SURE).text)}
    if between:
        meanwhile(house, monkeypatch, my_data, "withdraw")
    else:
        closed(house)
    anew = browser.post(place, sent)
    assert anew.status_code == 409
    assert "Nothing was erased yet." in anew.text
    assert "wrote and chose stays" in anew.text
    assert "Nothing that anybody wrote here is quoted" in anew.text
    assert Seat.objects.filter(pk=house.ada.pk, withdrawn_at=None).exists()
    assert (Remark.objects.count(), quoted()) == (1, "all")
    assert browser.post(place, SURE | {"confirmed": print_in(anew.text)}).status_code == 302
    assert (Seat.objects.filter(pk=house.ada.pk).exists(), quoted()) == (False, "nothing")
