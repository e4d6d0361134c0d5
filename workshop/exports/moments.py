"""Moments as text: ISO 8601 in UTC, to the second."""

from datetime import datetime


def stamp(moment: datetime | None) -> str | None:
    """Return a moment as text; ``None`` stays ``None``."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def moments(row: object, names: list[str]) -> dict[str, str | None]:
    """Return the named moments of a row, each as ``stamp``."""
    return {name: stamp(getattr(row, name)) for name in names}
