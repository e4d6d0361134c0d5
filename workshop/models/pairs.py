"""Which two sorts of a series may be compared beside each and the next: any, for whom whole sorts are shown.

Where names are hidden it is only each with the next: the moves of one pair less those of another would leave
what the few did who are in one of them alone. Who takes part sees what all see, the same pairs.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from .audiences import FACILITATORS, may_see_people_rows, may_see_whole_sorts
from .outcomes import sorts_in
from .results import Results
from .rounds import Round
from .shifts import between
from .workshops import Workshop

FEWEST = 3  # sorts; of two there is one pair, which is shown anyway


@dataclass(frozen=True)
class Pairs:
    """The sorts that may be chosen, none where only neighbours are compared; and which two are chosen."""

    sorts: list[Round]
    withheld: bool
    chosen: tuple[int, int] | None = None


def pairs_for(results: Results, workshop: Workshop, audience: str, wanted: tuple[str, str]) -> Pairs | None:
    """Return what a facilitator may choose, with what they chose; None where there is nothing to choose.

    Args:
        wanted: the numbers of two rounds as an address has them; what is none of them is not chosen.
    """
    sorts = _of_long_series(each.round for each in results.outcomes if each.sort and each.people)
    if not sorts or audience != FACILITATORS:
        return None
    if not may_see_whole_sorts(workshop, audience):
        return Pairs([], not may_see_people_rows(workshop))
    pairs = ((a.number, b.number) for a, b in combinations(sorts, 2) if a.series == b.series)
    return Pairs(sorts, False, {(str(a), str(b)): (a, b) for a, b in pairs}.get(wanted))


def _of_long_series(sorts: Iterable[Round]) -> list[Round]:
    """Return the sorts of each series that has more than one pair of them."""
    found = list(sorts)
    count = Counter(each.series for each in found)
    return [each for each in found if count[each.series] >= FEWEST]


def with_pair(results: Results, workshop: Workshop, pairs: Pairs | None) -> Results:
    """Add the comparison of the two sorts that were chosen, unless it is there already."""
    if pairs is None or pairs.chosen is None:
        return results
    if pairs.chosen in [(each.before.number, each.after.number) for each in results.comparisons]:
        return results
    rounds = {each.number: each for each in pairs.sorts}
    first, last = pairs.chosen
    found = between(workshop, rounds[first], rounds[last], sorts_in(results.outcomes)[first])
    return replace(results, comparisons=[*results.comparisons, found])
