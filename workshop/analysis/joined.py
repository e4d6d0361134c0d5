"""Two versions of the same words put together, without saying twice what both say."""

import re

SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def joined(first: str, second: str, between: str = "\n\n") -> str:
    """Return all that two texts say: the first whole, then what the second says beyond it.

    Joined with the second once more, what comes out stays as it is.

    Args:
        between: what stands between the two; nothing is put there where one text has the other in it.
    """
    if first in second:
        return second
    return between.join(filter(None, (first, beyond(first, second))))


def beyond(first: str, second: str) -> str:
    """Return the sentences of a second text that the first has not, each in its line; empty if it has all."""
    if second in first:
        return ""
    said = {each for line in first.splitlines() for each in _sentences(line)}
    lines = [" ".join(each for each in _sentences(line) if each not in said) for line in second.splitlines()]
    return "\n".join(filter(None, lines))


def _sentences(line: str) -> list[str]:
    return [each for each in SENTENCE.split(line.strip()) if each]
