"""Forged forms, added fields and other workshops' ids, over every address that takes a form."""

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import models
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.leaks.doors import FORMS, address_of, afresh, is_about_things, taken_back, who_may
from tests.leaks.tables import changed, prints
from tests.support import House, client_of, make_house
from tests.views.permissions import Row

pytestmark = pytest.mark.django_db
# A browser sends these without a page, and they change nothing; or a mail program, by a word of its own.
BY_ITSELF = {"reports", "no-letters"}
TWICE = {"gesture-lowering", "letter-removal"}  # done already: the same answer to a uid that is nowhere
# What a form never decides: where, as whom, in what role, under which promise.
ADDED = {
    "role": "facilitator",
    "workshop": "1",
    "workshop_id": "1",
    "seat": "1",
    "seat_id": "1",
    "person": "1",
    "promise": "named",
    "is_staff": "1",
    "is_superuser": "1",
    "is_active": "0",
    "purpose": "demo",
    "chair": "1",
    "proposer": "1",
    "proxy": "1",
    "visibility": "facilitators",
    "state": "revealed",
    "status": "live",
    "removed_at": "2020-01-01",
    "closed_at": "2020-01-01",
    "used_at": "2020-01-01",
}
GUARDED = set(ADDED) | {"person_id", "user_id", "chair_id", "proposer_id", "proxy_id"}


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def test_a_form_without_its_token_is_refused_at_every_address(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    for row in FORMS:
        if row.name in BY_ITSELF:
            continue
        with taken_back():
            fresh = afresh(house)
            row.before(fresh)
            seat = {"fay": fresh.fay, "ada": fresh.ada}.get(who_may(row))
            browser = Client(enforce_csrf_checks=True)
            browser.cookies = client_of(seat).cookies
            address, data = address_of(row, fresh), row.data(fresh)
            before = prints()
            caplog.clear()
            assert browser.post(address, data).status_code == 403, row
            assert "CSRF" in caplog.text, row
            assert changed(before, prints()) == [], row


def guarded() -> dict[str, list[object]]:
    """Return all that decides rights and belonging, table by table."""
    found: dict[str, list[object]] = {}
    for model in apps.get_app_config("workshop").get_models():
        names = [field.attname for field in model._meta.fields if is_guarded(field)]
        if names:
            found[model.__name__] = sorted(model._default_manager.values_list(*names), key=repr)
    return found


def is_guarded(field: "models.Field[object, object]") -> bool:
    """Whether a column decides rights or belonging, and is no moment, which differs by itself."""
    return field.attname in GUARDED and not isinstance(field, models.DateTimeField)


def after(row: Row, house: House, added: dict[str, str]) -> dict[str, list[object]]:
    """Send a row's form with more fields and return what it left, which is taken back."""
    cache.clear()  # it remembers what was noted, also once that is taken back
    with taken_back():
        fresh = afresh(house)
        row.before(fresh)
        seat = {"fay": fresh.fay, "ada": fresh.ada}.get(who_may(row))
        client_of(seat).post(address_of(row, fresh), {**added, **row.data(fresh)})
        return guarded()


def test_a_field_that_no_form_has_changes_nothing_at_any_address(house: House) -> None:
    rows = [row for row in FORMS if who_may(row)]
    for row in rows:
        plain = after(row, house, {})
        assert after(row, house, ADDED) == plain, row
    assert len(rows) > 80


def test_what_is_another_workshops_is_found_at_no_address(house: House) -> None:
    """Zoe and Zed try Fay's things under the address of their own workshop; Fay's stay as they are."""
    tried = 0
    for row in FORMS:
        with taken_back():
            fresh = afresh(house)
            row.before(fresh)
            if not is_about_things(row, fresh):
                continue
            address, data = address_of(row, fresh, slug=fresh.zoe.workshop.slug), row.data(fresh)
            browsers = [client_of(seat) for seat in (fresh.zoe, fresh.zed)]
            before = prints()
            found = {browser.post(address, data).status_code for browser in browsers}
            assert found <= ({302, 403} if row.name in TWICE else {403, 404}), (row, found)
            assert changed(before, prints()) == [], row
            tried += 1
    assert tried > 50


def test_a_wrong_host_is_refused_at_every_address(house: House) -> None:
    for row in FORMS:
        try:
            address = reverse(row.name, kwargs={"slug": house.workshop.slug} if row.in_workshop else {})
        except NoReverseMatch:
            continue
        assert Client().post(address, headers={"host": "evil.example"}).status_code == 400, row
