"""Forms of the set-up as a browser sends them, for its tests."""

import uuid
from typing import Any

from tests.support import House
from workshop.forms.setup import SetupForm
from workshop.models import Workshop


def setup_words(house: House, **changed: str) -> dict[str, Any]:
    """Return the set-up's form as it stands, with some fields changed."""
    form = SetupForm(Workshop.objects.get(pk=house.workshop.pk))
    sent = {field.name: form[field.name].value() for field in form}
    shown = {name: "" if value is None else str(value) for name, value in sent.items()}
    return {**shown, **changed}


def card_words(house: House, **changed: Any) -> dict[str, Any]:
    """Return the form of a card with new words, based on its first rev."""
    words = {"title": "Trust vs control", "short_title": "Trust", "summary": "Who decides.", "notes": ""}
    return {**words, "uid": str(uuid.uuid4()), "rev": 1, **changed}


def item_words(house: House, **changed: Any) -> dict[str, Any]:
    """Return the form of a consent item with new words, based on the first item."""
    from workshop.actions.consent_items import item_print

    item = house.workshop.consent_items.all()[0]
    base = {"uid": str(uuid.uuid4()), "seen": item_print(item)}
    return {**base, "text": "I agree to be recorded.", **changed}
