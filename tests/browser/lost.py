"""Counting what was typed against what is found: each word has a number, so none is missed or there twice."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

WORD = re.compile(r"w\d{4}")
DEVICE = """() => Object.entries(localStorage)
    .filter(([key]) => key.startsWith("roundel-draft")).map(([, value]) => value).join(" ")"""


@dataclass
class Typed:
    """What somebody typed: numbered words."""

    words: list[str]

    @property
    def text(self) -> str:
        """All of it, as it goes into a box."""
        return " ".join(self.words)


def numbered(start: int, many: int = 12) -> Typed:
    """Return so many words with numbers from ``start`` on; each is in no other text."""
    return Typed([f"w{n:04d}" for n in range(start, start + many)])


def on_device(page: Page) -> str:
    """Return everything that this device keeps."""
    found: str = page.evaluate(DEVICE)
    return found


@dataclass(frozen=True)
class Count:
    """Characters typed, found once, lost and doubled."""

    typed: int
    found: int
    lost: int
    doubled: int


def count(typed: Typed, stored: str, device: str = "") -> Count:
    """Compare typed words with what is stored, or, where it is not there, with what the device keeps.

    A word is lost if it is in neither; it is doubled for each time it is stored beyond the first.
    """
    there, kept = Counter(WORD.findall(stored)), set(WORD.findall(device))
    size = {word: len(word) for word in typed.words}
    lost = sum(size[word] for word in typed.words if not there[word] and word not in kept)
    doubled = sum(size[word] * max(there[word] - 1, 0) for word in typed.words)
    total = sum(size.values())
    return Count(total, total - lost, lost, doubled)


def report(record: Callable[[str, object], None], name: str, counted: Count) -> None:
    """Write the figure down with the test, then hold it: nothing lost, nothing doubled."""
    for what in ("typed", "lost", "doubled"):
        record(f"characters {what}", getattr(counted, what))
    assert (counted.lost, counted.doubled) == (0, 0), (name, counted)
