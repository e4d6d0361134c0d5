"""What one step did to the table: which cards came to it, moved on it and left it."""

from collections.abc import Mapping
from dataclasses import dataclass

Key = int
# Each card that lies on the table, and the card that it is part of; ``None`` if it lies there by itself.
Table = Mapping[Key, Key | None]


@dataclass(frozen=True)
class Difference:
    """What became of one card: ``kind`` is came, nested, lifted, carried or left.

    ``was`` and ``now`` are the cards that it was part of before and is part of now.
    """

    kind: str
    was: Key | None = None
    now: Key | None = None


def table_of(alone: set[Key], nested: Mapping[Key, Key]) -> dict[Key, Key | None]:
    """Return what lies on the table; a part of a card that does not lie there is not on it either.

    Args:
        alone: the cards that lie by themselves.
        nested: for each sub-theme the card that it is part of.
    """
    parts = {card: parent for card, parent in nested.items() if parent in alone}
    return {**dict.fromkeys(alone), **parts}


def differences(before: Table, after: Table) -> dict[Key, Difference]:
    """Return for each card that a step touched what became of it; cards that lie as before are left out."""
    found = {}
    for card, now in after.items():
        if card not in before:
            found[card] = Difference("came", None, now)
        elif before[card] != now:
            found[card] = Difference(_moved(before[card], now), before[card], now)
    left = {card: Difference("left", was) for card, was in before.items() if card not in after}
    return found | left


def _moved(was: Key | None, now: Key | None) -> str:
    if now is None:
        return "lifted"
    return "nested" if was is None else "carried"
