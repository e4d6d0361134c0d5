"""What is said beside the moves between two sorts: plain data for the page."""

from dataclasses import dataclass, field

from workshop.analysis.refused import Refused
from workshop.analysis.shift import Shift
from workshop.analysis.tau import Tau


@dataclass(frozen=True)
class Moved:
    """How far the group's two orders go the same way, and each person's own moves where those may be seen.

    ``people`` are counts of cards, by what each person is called.
    """

    tau: Tau | Refused
    people: list[tuple[str, Shift]] = field(default_factory=list)
