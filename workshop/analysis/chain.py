"""A chain of lines, each with a hash of its words and of the line before: a line that was changed shows."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

LOST = "?"  # who wrote a line is lost: an early version kept it nowhere but in the row of a seat


@dataclass(frozen=True)
class Link:
    """One line of a chain.

    Attributes:
        who: what names whoever did it, or nothing, or ``LOST``.
        at: the moment, as ISO 8601 in UTC.
    """

    chain: str
    n: int
    verb: str
    who: str
    at: str
    before: str
    hash: str
    ids: dict[str, str] = field(default_factory=dict)


def hash_of(link: Link) -> str:
    """Return what the hash of a line must be: SHA-256 of its facts, with the hash of the line before."""
    facts = [link.before, link.chain, link.n, link.verb, link.who, link.ids, link.at]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def first_broken(links: Iterable[Link]) -> tuple[int, str] | None:
    """Return the number of the first line that is not as it was written, and why; ``None`` if all are.

    The last lines of a chain can be cut off without a trace in it: compare its length and last hash with
    a print that was kept elsewhere.

    Args:
        links: one chain, by number.
    """
    before = ""
    for n, link in enumerate(links, start=1):
        if link.n != n:
            return n, "it is missing"
        if link.before != before:
            return n, "it does not follow the line before"
        if link.who != LOST and link.hash != hash_of(link):
            return n, "it was changed"
        before = link.hash
    return None
