"""How somebody in the room joins: the address, the code, and both as a picture to scan."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import segno
from django.conf import settings

from workshop.models import Workshop


@dataclass(frozen=True)
class Join:
    """``place`` is the address to type, without its scheme; ``spoken`` the code in two parts."""

    url: str
    place: str
    code: str
    spoken: str
    qr: "Qr"


@dataclass(frozen=True)
class Qr:
    """A code to scan as the path of an SVG: ``size`` modules wide, without a quiet zone."""

    size: int
    path: str


def join_facts(workshop: Workshop) -> Join | None:
    """Return how to join; ``None`` where the code is switched off or the workshop is closed."""
    if not workshop.join_code or workshop.is_closed:
        return None
    place = f"{urlsplit(settings.SITE_URL).netloc}/join"
    code, url = workshop.join_code, f"{settings.SITE_URL}/join/#{workshop.join_code}"
    letters = code.rstrip("0123456789")
    return Join(url, place, code, f"{letters} {code[len(letters) :]}".strip(), qr_of(url))


@lru_cache(maxsize=256)
def qr_of(text: str) -> Qr:
    """Return the text as a QR code (error correction M), each run of dark modules one step of a path."""
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    steps = [f"M{x} {y}h{n}v1h-{n}z" for y, row in enumerate(rows) for x, n in _runs(row)]
    return Qr(len(rows), "".join(steps))


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Return where each run of dark modules begins, and how long it is."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((x, 1))
    return runs
