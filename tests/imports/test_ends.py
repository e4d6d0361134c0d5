"""What a file may not ask for: more than there are people, or a moment at the end of time."""

import json
from typing import Any

import pytest

from tests.imports.test_refusals import document, wrong

__all__ = ["document"]
pytestmark = pytest.mark.django_db


def test_more_starts_than_people_are_refused(document: dict[str, Any]) -> None:
    document["starts"] = [{"card": document["cards"][0]["uid"], "count": 2_000_000_000}]
    assert wrong(json.dumps(document).encode()).path == ("starts", 0, "count")


def test_a_moment_at_the_end_of_time_is_refused(document: dict[str, Any]) -> None:
    document["workshop"]["created_at"] = "9999-12-31T23:00:00-05:00"
    assert wrong(json.dumps(document).encode()).path == ("workshop", "created_at")
