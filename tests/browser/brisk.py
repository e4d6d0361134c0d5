"""Roundel as it is served, with its long waits cut: `uvicorn tests.browser.brisk:application`."""

from config.asgi import application
from workshop.live import consumers
from workshop.live import hub as hubs

hubs.hub.beat_every = (0.8, 1.0)
hubs.RETRY_AFTER = consumers.RETRY_AFTER = 0.5

__all__ = ["application"]
