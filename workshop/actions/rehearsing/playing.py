"""A rehearsal played: at once, for whoever does not want to wait, or a little with each look at the clock."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from workshop.analysis.rehearsal.plan import deeds, due
from workshop.analysis.rehearsal.scene import Deed, Scene
from workshop.models import Workshop
from workshop.models.paces import SPEEDS, Pace
from workshop.models.rehearsals import Cast, cast_of, scene_of

from .doing import do_deed

AT_A_TIME = 6  # deeds with one look at the clock: a press at the desk waits for few of them
AT_ONCE = 600  # deeds with one press: a pack of 40 cards for twelve leaders is filled with two
TRIES = 3  # after which what is refused is let be
LONGEST = 5.0  # seconds that one look makes up for: after a pause nobody catches up all at once


@dataclass
class Clock:
    """How long simulated leaders have been at what they are asked: in memory, begun anew after a restart.

    What was done is done; what was not begins to count again.
    """

    now: float = 0.0
    looked: float | None = None
    begun: dict[str, float] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)

    def move(self, seconds: float, speed: float) -> None:
        """Move on to a moment of the system's clock, at a speed."""
        passed = 0.0 if self.looked is None else min(max(seconds - self.looked, 0), LONGEST)
        self.now, self.looked = self.now + passed * speed, seconds

    def begin(self, scene: Scene) -> None:
        """Note what is asked, each from when it is first seen."""
        for opened in scene.opened:
            self.begun.setdefault(opened.name, self.now)


def play_on(workshop: Workshop, clock: Clock, seconds: float) -> int:
    """Let simulated leaders do what is due by now, if the rehearsal runs; return how much that was.

    Args:
        seconds: the system's clock, as ``time.monotonic``.
    """
    if workshop.pace not in SPEEDS:
        clock.looked = seconds
        return 0
    clock.move(seconds, SPEEDS[Pace(workshop.pace)])
    cast = cast_of(workshop)
    scene = scene_of(workshop, cast)
    clock.begin(scene)
    ripe = due(deeds(scene), clock.begun, clock.now)
    return _do(workshop, cast, ripe, clock.refused, AT_A_TIME)


def play_all(workshop: Workshop, kinds: Iterable[str] = ()) -> int:
    """Let simulated leaders do now all that they are asked, whatever the clock says; return how much it was.

    Args:
        kinds: of deeds, these alone; all of them if none is named.
    """
    count, refused, wanted = 0, Counter[str](), set(kinds)
    while count < AT_ONCE:
        workshop.look_again()
        cast = cast_of(workshop)
        left = [deed for deed in deeds(scene_of(workshop, cast)) if not wanted or deed.kind in wanted]
        did = _do(workshop, cast, left, refused, AT_ONCE - count)
        count += did
        if not did:
            break
    return count


def _do(workshop: Workshop, cast: Cast, ripe: Iterable[Deed], refused: Counter[str], most: int) -> int:
    """Do deeds in order, ``most`` at the most; what was refused before so often is passed over."""
    count = 0
    for deed in ripe:
        if count == most:
            break
        if refused[deed.name] >= TRIES:
            continue
        if do_deed(workshop, cast[deed.leader], deed):
            count += 1
        else:
            refused[deed.name] += 1
    return count
