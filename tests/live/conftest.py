"""A hub and a pacer of a test's own; nothing is left running after it."""

from collections.abc import AsyncIterator
from functools import partial

import pytest
from asgiref.sync import sync_to_async
from channels.layers import channel_layers
from django.db import connections

from tests.live.support import never, settle
from workshop.actions.kit import take_numbers
from workshop.live import pacing, publishing
from workshop.live.hub import Hub
from workshop.live.pacing import Pacer
from workshop.live.reading import in_thread


@pytest.fixture
async def hub(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hub]:
    """A hub whose beats come when a test calls them, with a pacer that never waits."""
    hub = Hub(sleep=never, presence_gap=3600)
    pacer = Pacer(partial(publishing.publish, hub), gap=lambda workshop_id: 0.0)
    pacer.number = take_numbers
    monkeypatch.setattr(pacing, "hub", hub)
    monkeypatch.setattr(pacing, "pacer", pacer)
    hub.people_moved = pacing.people_moved
    yield hub
    for subscription in list(hub.subscriptions.values()):
        await subscription.close()
    pacer.loop = None
    for task in list(pacer.running.values()):
        task.cancel()
    await settle()
    await in_thread(int)  # what the live thread still reads would stand in the way of emptying the tables
    await sync_to_async(connections.close_all)()  # channels' communicators leave theirs open


@pytest.fixture(autouse=True)
def _fresh_layer() -> None:
    """A channel layer of its own for each test."""
    channel_layers.backends.clear()
