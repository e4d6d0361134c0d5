"""What the tests of letters begin with."""

from collections.abc import Iterator

import pytest

from tests.letters.postbox import Postbox, postbox
from workshop.actions.letters import handing


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test wait between two letters."""
    monkeypatch.setattr(handing, "PACE", 0)


@pytest.fixture
def box() -> Iterator[Postbox]:
    """A mail server."""
    with postbox() as served:
        yield served
