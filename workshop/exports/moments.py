"""Moments as text: ISO 8601 in UTC, to the second."""

from datetime import datetime
from typing import Any


def stamp(moment: datetime | None) -> str | None:
    """Return a moment as text; ``None`` stays ``None``."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def moments(row: object, names: list[str]) -> dict[str, str | None]:
    """Return the named moments of a row, each as ``stamp``."""
    return {name: stamp(getattr(row, name)) for name in names}


def held_at(document: dict[str, Any]) -> str | None:
    """Return when the workshop of a document is dated, as its pages date it: see `Workshop.held_at`."""
    said = document["workshop"]
    return min(filter(None, (said["starts_at"], said["closed_at"])), default=None)


def began_at(document: dict[str, Any]) -> str | None:
    """Return when its first step came on the stage; ``None`` if none did."""
    return min(filter(None, (step["started_at"] for step in document["agenda"])), default=None)
