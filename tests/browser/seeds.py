"""Which seeds a test of chance runs over: a few in CI, those that `bin/soak` names otherwise."""

import os


def seeds(few: int) -> range:
    """Return `few` seeds, or SOAK_SEEDS of them from SOAK_FIRST on."""
    first, count = (
        int(os.environ.get(name, default)) for name, default in (("SOAK_FIRST", 0), ("SOAK_SEEDS", few))
    )
    return range(first, first + count)
