"""Python's search for objects that hold each other, kept from stopping a full room.

The search goes through all that was made and is still held: with a thousand sockets open it stopped the
server for 90 to 170 ms, several times an hour and once in each storm of votes.
"""

import gc

YOUNG, MIDDLE, OLD = 10_000, 20, 50  # Python's own: 700, 10, 10


def settle() -> None:
    """Leave what was made before the server listens out of every search, and search seldom.

    What a request leaves behind is young and is found soon; only what outlives many requests waits longer.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
