"""The process that reads a template apart from the server: bytes in, its document or what is wrong out."""

import json
import sys

from .child import limit_process
from .templates import read_template
from .wrong import Wrong


def main() -> None:
    """Read what comes in, and hand on the checked document, or why it cannot be brought in."""
    limit_process()
    try:
        said = read_template(sys.stdin.buffer.read())
    except Wrong as wrong:
        said = wrong.as_data()
    except (RecursionError, MemoryError):
        said = Wrong("too_much").as_data()
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
