"""Every address for who leads: a press let in while the chair went is refused, and changes nothing."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.chairs import hand
from tests.stagecraft import HTMX
from tests.support import client_of, make_house
from tests.views.permission_rows import ROWS
from tests.views.permissions import Row
from workshop.models import Seat, Workshop
from workshop.models.chairing import require_leading
from workshop.views import access

pytestmark = pytest.mark.django_db

ONLY_LOOKED_AT = {"desk", "parkings", "suggestions-waiting", "tie-new"}
IN_PART = {"steps", "step", "questions", "agenda-order", "agenda-removal", "agenda-restoration"}
IN_PART |= {"timer", "timer-extension", "timer-removal"}
IN_PART |= {"gesture-lowering", "gestures-lowering", "gestures-restoration"}


def led(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[str]:
    """Yield the name of each address whose view is for who leads."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from led(pattern.url_patterns)
        elif pattern.name and is_led(pattern.callback):
            yield pattern.name


def is_led(view: Callable[..., Any] | None) -> bool:
    """Whether a view, or what it wraps, was made with ``seat_required(leads=True)``."""
    while view:
        if inspect.isfunction(view) and inspect.getclosurevars(view).nonlocals.get("leads") is True:
            return True
        view = getattr(view, "__wrapped__", None)
    return False


LED = set(led())
PRESSES = [row for row in ROWS if row.name in LED and row.method == "post"]


def everything() -> dict[str, list[Any]]:
    """Return every row of every table."""
    models = apps.get_app_config("workshop").get_models()
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


def test_every_address_for_who_leads_is_pressed() -> None:
    assert {row.name for row in PRESSES} == LED - ONLY_LOOKED_AT
    assert len(LED) > 25


@pytest.mark.parametrize("row", PRESSES, ids=str)
def test_a_press_let_in_while_the_chair_went_is_refused_and_changes_nothing(
    row: Row, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, seen = late(row, monkeypatch)
    assert answer.status_code == 403
    assert "Fay is in the chair now" in answer.content.decode()
    assert seen == [everything()]


@pytest.mark.parametrize("row", [row for row in PRESSES if row.name in IN_PART], ids=str)
def test_a_press_in_a_part_of_the_room_hears_beside_it_who_has_the_chair(
    row: Row, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, _seen = late(row, monkeypatch, HTMX)
    assert answer.status_code == 403
    assert "Fay is in the chair now" in unquote(answer["X-Roundel-Refusal"])


def late(row: Row, patch: pytest.MonkeyPatch, headers: dict[str, str] | None = None) -> tuple[Any, list[Any]]:
    """Return the answer to a press of Ada's, let in while her chair went, and all rows as they were then."""
    house, seen = make_house(leaders=3), []
    row.before(house)
    address = reverse(row.name, kwargs={"slug": house.workshop.slug, **row.parts(house)})
    data = row.data(house) | {"confirmed": 1}
    hand(house, house.fay, house.ada)

    def let_in_and_lose_the_chair(seat: Seat, workshop: Workshop) -> None:
        require_leading(seat, workshop)
        hand(house, house.fay, house.fay)
        seen.append(everything())

    patch.setattr(access, "require_leading", let_in_and_lose_the_chair)
    return client_of(house.ada).post(address, data, headers=headers), seen
