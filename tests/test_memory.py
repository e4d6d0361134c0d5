"""A server that has begun searches seldom for objects that hold each other."""

import gc
from collections.abc import Iterator

import pytest

from config import lifespan
from config.keeping import serving


@pytest.fixture
def own_search(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Find nothing wrong with the settings; give back what the search was like before."""
    monkeypatch.setattr(lifespan, "problems", lambda: "")
    monkeypatch.setattr(serving, "hold", lambda: True)
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("own_search")
async def test_what_was_made_before_a_server_listens_is_left_out_of_every_search() -> None:
    steps = iter(["lifespan.startup", "lifespan.shutdown"])
    sent: list[str] = []

    async def receive() -> dict[str, str]:
        return {"type": next(steps)}

    async def send(message: dict[str, str]) -> None:
        sent.append(message["type"])

    await lifespan.lifespan({"type": "lifespan"}, receive, send)
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold()[0] > 700
