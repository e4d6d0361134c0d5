"""No field is forgotten: each that holds words, or knows a seat, has a rule for when a person withdraws."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, Model, TextField

from tests.erasing_rules import RULES
from tests.withdrawing import full_house
from workshop.actions.withdrawing import withdraw
from workshop.models import Seat


def models() -> list[type[Model]]:
    """Return our models."""
    return list(apps.get_app_config("workshop").get_models())


def fields() -> Iterator[str]:
    """Yield each field that may hold words (choices cannot), and each that knows a seat."""
    for model in models():
        for field in model._meta.concrete_fields:
            holds = isinstance(field, CharField | TextField | JSONField) and not field.choices
            if holds or field.related_model is Seat:
                yield f"{model.__name__}.{field.name}"


def test_each_field_that_holds_words_or_knows_a_seat_has_a_rule() -> None:
    assert set(fields()) == RULES.keys()


@pytest.mark.django_db
def test_no_row_but_a_shells_own_names_somebody_who_withdrew() -> None:
    house = full_house()
    withdraw(house.ada)
    shell = Seat.objects.get(uid=house.ada.uid)
    naming = {
        f"{model.__name__}.{field.name}"
        for model in models()
        for field in model._meta.concrete_fields
        if field.related_model is Seat and model._base_manager.filter(**{field.name: shell}).exists()
    }
    assert naming == {"Audit.seat", "History.seat"}  # the line that says that they withdrew
