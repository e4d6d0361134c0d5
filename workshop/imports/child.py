"""The process that reads a file apart from the server: bytes in, what it holds or what is wrong out."""

import json
import sys
from typing import Any

from .facts import facts_of
from .limits import MEMORY, SECONDS
from .reading import read_document
from .wrong import Wrong


def main() -> None:
    """Read what comes in, and say what is in it, in counts, or why it cannot be brought in."""
    limit_process()
    sys.stdout.write(json.dumps(_said(sys.stdin.buffer.read())))


def _said(content: bytes) -> dict[str, Any]:
    try:
        return facts_of(read_document(content))
    except Wrong as wrong:
        return wrong.as_data()
    except (RecursionError, MemoryError):
        return Wrong("too_much").as_data()


def limit_process() -> None:
    """Take no more memory and time than the limits say, where the system can hold a process to that."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    main()
