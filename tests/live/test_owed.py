"""What takes no number when it is written is owed to the room by a process that dies before it sends."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from workshop.live import announce, pacing

PACED: list[Callable[..., None]] = [
    fact
    for name, fact in inspect.getmembers(announce, inspect.isfunction)
    if fact.__module__ == announce.__name__
    and not name.startswith("_")
    and "number" in inspect.signature(fact).parameters
]


@pytest.mark.parametrize("fact", PACED, ids=lambda fact: fact.__name__)
def test_the_first_socket_is_told_all_that_may_be_owed(
    fact: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: dict[str, Any] = {}
    monkeypatch.setattr(announce, "_pace", lambda _workshop, fragments, _number: told.update(fragments))
    fact(1, lambda *_: {})
    assert told
    for audience, fragments in told.items():
        assert {*fragments} <= {*pacing.UNNUMBERED[audience]}
