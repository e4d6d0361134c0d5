"""The frames of the live protocol, as the text that goes over the socket; `here` has no number."""

import json
from typing import Any

LAYER, RESTART, GONE = "layer", "restart", "gone"  # why a socket is closed


def hello(seq: int, spread: float, build: str) -> str:
    """Return the first frame: the audience's number, seconds to spread coming back over, the code's name."""
    return _frame("hello", seq=seq, spread=spread, build=build)


def push(seq: int, since: int, html: str) -> str:
    """Return fragments, for a browser that holds at least ``since`` and less than ``seq``."""
    return _frame("push", seq=seq, since=since, html=html)


def here(html: str) -> str:
    """Return who is here, never stored: it has no number, may be missed, and the next one brings it."""
    return _frame("here", html=html)


def beat(seq: int) -> str:
    """Return the number alone: a browser that holds another one fetches its regions afresh."""
    return _frame("beat", seq=seq)


def bye(why: str, retry_after: float) -> str:
    """Return the last frame: why the socket closes, and after how many seconds to come back."""
    return _frame("bye", why=why, retry_after=retry_after)


def _frame(kind: str, **content: Any) -> str:
    return json.dumps({"type": kind, **content}, ensure_ascii=False, separators=(",", ":"))
