"""The process that reads a file apart from the server: bytes in, what is wrong out; it has limits."""

import json
import sys
from typing import Any

from .limits import MEMORY, SECONDS
from .reading import read_document
from .wrong import Wrong


def main() -> None:
    """Read what comes in, and say whether it can be brought in: ``null``, or what is wrong with it."""
    limit_process()
    sys.stdout.write(json.dumps(_verdict(sys.stdin.buffer.read())))


def _verdict(content: bytes) -> dict[str, Any] | None:
    try:
        read_document(content)
    except Wrong as wrong:
        return wrong.as_data()
    except (RecursionError, MemoryError):
        return Wrong("too_much").as_data()
    return None


def limit_process() -> None:
    """Take no more memory and time than the limits say, where the system can hold a process to that."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    main()
