"""Roundel as it is served, with beats a second apart: `uvicorn tests.browser.brisk:application`."""

from config.asgi import application
from workshop.live.hub import hub

hub.beat_every = (0.8, 1.0)

__all__ = ["application"]
