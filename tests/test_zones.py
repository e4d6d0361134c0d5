"""Time zones to choose from: no aliases, each once, found by typing its city."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from workshop.forms.zones import COMMON, zones


def names(keep: str = "") -> list[str]:
    """Return all zones on offer, in order."""
    return [name for _heading, group in zones(keep) for name, _label in group]


def labels() -> dict[str, str]:
    """Return what each zone is called."""
    return {name: label for _heading, group in zones() for name, label in group}


def test_the_usual_ones_come_first_and_each_comes_once() -> None:
    assert names()[: len(COMMON)] == COMMON
    assert len(names()) == len(set(names()))


def test_another_name_for_the_same_is_offered_only_where_it_is_stored() -> None:
    for alias in ("Asia/Calcutta", "GB", "US/Eastern", "Europe/Belfast", "Etc/GMT+1"):
        assert alias not in names()
        assert alias in names(keep=alias)
    assert names(keep="Nowhere/Land") == names(keep="Europe/London") == names()


@pytest.mark.parametrize(
    ("month", "says"),
    [(1, "London (Europe), UTC+00:00"), (7, "London (Europe), UTC+01:00")],
)
def test_a_zone_is_called_by_its_city_with_its_offset_now(
    month: int, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, month, 15, tzinfo=UTC))
    assert labels()["Europe/London"] == says
    assert labels()["Asia/Kolkata"] == "Kolkata (Asia), UTC+05:30"
    assert labels()["America/Sao_Paulo"] == "Sao Paulo (America), UTC−03:00"


def test_the_rest_are_in_the_order_of_their_cities() -> None:
    rest = [label.casefold() for _name, label in zones()[1][1]]
    assert rest == sorted(rest)
