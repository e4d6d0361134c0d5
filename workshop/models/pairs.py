"""Which two sorts of a series may be compared beside each and the next: any, for whom whole sorts are shown.

Where names are hidden it is only each with the next: the moves of one pair less those of another would leave
what the few did who are in one of them alone. Who takes part sees what all see, the same pairs.
"""

from dataclasses import dataclass, replace

from .audiences import FACILITATORS, may_see_people_rows, may_see_whole_sorts
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
    sorts = [each.round for each in results.outcomes if each.sort and each.people]
    if len(sorts) < FEWEST or audience != FACILITATORS:
        return None
    if not may_see_whole_sorts(workshop, audience):
        return Pairs([], not may_see_people_rows(workshop))
    known = {str(each.number): each.number for each in sorts}
    first, last = (known.get(each) for each in wanted)
    chosen = (first, last) if first and last and first < last else None
    return Pairs(sorts, False, chosen)


def with_pair(results: Results, workshop: Workshop, pairs: Pairs | None) -> Results:
    """Add the comparison of the two sorts that were chosen, unless it is there already."""
    if pairs is None or pairs.chosen is None:
        return results
    if pairs.chosen in [(each.before.number, each.after.number) for each in results.comparisons]:
        return results
    rounds = {each.number: each for each in pairs.sorts}
    sorts = {each.round.number: each.sort for each in results.outcomes if each.sort}
    first, last = pairs.chosen
    found = between(workshop, rounds[first], rounds[last], sorts[first])
    return replace(results, comparisons=[*results.comparisons, found])
