"""The process that reads a filled pack apart from the server: the bytes of a Word file in, its lines out."""

import json
import sys
from dataclasses import asdict
from typing import Any

from workshop.imports.child import limit_process
from workshop.imports.wrong import Wrong

from .lines import lines_of
from .package import open_package

LINES, PIECES, CHARACTERS = 20_000, 50_000, 500_000


def main() -> None:
    """Read what comes in, and say what its lines are, or what is wrong with it."""
    limit_process()
    sys.stdout.write(json.dumps(_said(sys.stdin.buffer.read())))


def _said(content: bytes) -> dict[str, Any]:
    try:
        return read_word(content)
    except Wrong as wrong:
        return wrong.as_data()
    except (RecursionError, MemoryError):
        return Wrong("filled_too_much").as_data()


def read_word(content: bytes) -> dict[str, Any]:
    """Return the ``lines`` of a Word file, and the words ``beside`` it: in its margin and in its notes.

    Raises:
        Wrong: it is too large, or no Word file that can be read.
    """
    document, aside = open_package(content)
    lines = lines_of(document)
    beside = [_text(part) for part in aside.values()]
    if sum(len(line.pieces) for line in lines) > PIECES:
        raise Wrong("filled_too_much")
    many = sum(len(piece.text) for line in lines for piece in line.pieces) + sum(map(len, beside))
    if len(lines) > LINES or many > CHARACTERS:
        raise Wrong("filled_too_long", most=CHARACTERS)
    return {"lines": [asdict(line) for line in lines], "beside": [text for text in beside if text.strip()]}


def _text(part: Any) -> str:
    return "\n".join("".join(piece.text for piece in line.pieces) for line in lines_of(part))


if __name__ == "__main__":
    main()
