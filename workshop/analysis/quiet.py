"""The large quiet table of a stage: chairs round it, one card in front, others waiting beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.analysis.chairs import Chairs, chairs
from workshop.analysis.slips import Face, Slip, named
from workshop.analysis.table import corner_slips

# Further out than at a sort, so that they never lie on a chair (viewBox -352 to 352).
CORNERS = ((-303.0, 314.0), (303.0, 314.0), (-303.0, -314.0), (303.0, -314.0))


@dataclass(frozen=True, slots=True)
class QuietTable:
    """The chairs, the slip in front if there is one, and those that wait, at most four."""

    seats: Chairs
    front: Slip | None
    waiting: tuple[Slip, ...]


def quiet_table(
    answered: int, seats: int, front: Face | None = None, waiting: Sequence[Face] = ()
) -> QuietTable:
    """Lay the table for so many seats, of which so many have answered."""
    slip = named(Slip(0, 6, -1.6, 132, 88, front.label, front=True), front) if front else None
    return QuietTable(chairs(answered, seats, 332, 17), slip, corner_slips(waiting, CORNERS))
