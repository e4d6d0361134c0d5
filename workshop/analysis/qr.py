"""A code to scan, as the path of an SVG."""

from dataclasses import dataclass
from functools import lru_cache

import segno

QUIET = 4  # modules of white around it, as ISO/IEC 18004 asks


@dataclass(frozen=True)
class Qr:
    """A code to scan as the path of an SVG: ``size`` modules wide, without a quiet zone."""

    size: int
    path: str

    @property
    def svg(self) -> str:
        """The code as a picture of its own, dark on white, with its quiet zone."""
        side = self.size + 2 * QUIET
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-QUIET} {-QUIET} {side} {side}">'
            f'<path fill="#fff" d="M{-QUIET} {-QUIET}h{side}v{side}h{-side}z"/><path d="{self.path}"/></svg>'
        )


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
