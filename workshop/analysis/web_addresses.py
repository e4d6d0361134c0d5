"""The addresses of pages in a line of words; only those of the web are any."""

import re
from collections.abc import Iterator

ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
ENDS = ".,;:!?)’'"  # of a sentence, not of the address in it
Piece = tuple[str, str]  # words, and where they lead; empty for nowhere


def pieces(line: str) -> Iterator[Piece]:
    """Yield a line in pieces, in order: words that lead nowhere, and addresses that lead there."""
    at = 0
    for found in ADDRESS.finditer(line):
        address = found[0].rstrip(ENDS)
        if line[at : found.start()]:
            yield line[at : found.start()], ""
        yield address, address
        at = found.start() + len(address)
    if line[at:]:
        yield line[at:], ""
