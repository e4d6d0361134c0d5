"""What is stored says the same whoever's press it came by: no word of it is in the reader's language."""

from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import CharField, JSONField, TextField
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real

from tests.leaks.acts import ACTS
from tests.leaks.cast import gather
from tests.leaks.told import MOMENTS
from tests.support import client_of, make_house
from tests.views.permission_rows import ROWS
from tests.welsh.listening import Listening
from workshop.models.languages import COOKIE, WELSH

pytestmark = pytest.mark.django_db
MARK = "⟦"


class Marking(Listening):
    """Answers with each text marked, so that it is known wherever it turns up."""

    def gettext(self, message: str) -> str:
        """Look up a text."""
        return f"{MARK}{message}"

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Look up a text that counts."""
        return f"{MARK}{one if number == 1 else many}"


@pytest.fixture(autouse=True)
def _marked(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WELSH = True
    monkeypatch.setitem(vars(trans_real)["_translations"], WELSH, Marking())


def marked() -> list[str]:
    """Return each text in the database that was looked up."""
    found = []
    for model in apps.get_app_config("workshop").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, CharField | TextField | JSONField):
                values = model._default_manager.values_list(field.name, flat=True)
                found += [f"{model.__name__}.{field.name}: {value}" for value in values if MARK in str(value)]
    return found


def test_a_workshop_that_is_led_in_another_language_stores_the_same_words() -> None:
    cast = gather("named")
    with translation.override(WELSH):
        assert translation.gettext("Help").startswith(MARK)
        for moment in MOMENTS:
            ACTS[moment](cast)
    assert marked() == []


def test_no_form_of_who_takes_part_stores_a_word_in_their_language() -> None:
    for row in (row for row in ROWS if row.method == "post"):
        with transaction.atomic():
            house = make_house(leaders=3)
            row.before(house)
            browser: Client = client_of(house.ada)
            browser.cookies[COOKIE] = WELSH
            parts = {"slug": house.workshop.slug} if row.in_workshop else {}
            browser.post(reverse(row.name, kwargs=parts | row.parts(house)), row.data(house))
            assert marked() == [], row
            transaction.set_rollback(True)


def test_a_word_that_was_looked_up_and_stored_is_found() -> None:
    house = make_house(leaders=1)
    with translation.override(WELSH):
        house.workshop.title = translation.gettext("Help")
        house.workshop.save(update_fields=["title"])
    assert marked() == ["Workshop.title: ⟦Help"]
