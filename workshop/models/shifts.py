"""Two sorts of a series side by side: what moved, card by card, and what the sources of a new card had."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from itertools import pairwise

from workshop.analysis.lineage import Lineage
from workshop.analysis.shift import Shift, shift
from workshop.analysis.tallies import SortTally

from .audiences import least_counted, require_revealed
from .ballots import Mark
from .counting import Face, SortResult, face
from .lineage import lineage_of
from .rounds import Round
from .sorting import cards_asked
from .workshops import Workshop

Zones = dict[int, dict[Hashable, str]]


@dataclass(frozen=True)
class ShiftRow:
    """A card of the later sort: its shift, or, where it was not asked before, what its sources had then."""

    card: Face
    shift: Shift | None
    sources: list[tuple[Face, SortTally]] = field(default_factory=list)
    is_reworded: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two revealed sorts, and how many people answered both."""

    before: Round
    after: Round
    people: int
    rows: list[ShiftRow]

    @property
    def follows_lineage(self) -> bool:
        """Whether some card of the later sort came out of cards of the earlier one."""
        return any(row.sources for row in self.rows)


def comparisons_of(workshop: Workshop, sorts: dict[int, SortResult]) -> list[Comparison]:
    """Compare each revealed sort with the one before it in its series.

    The number of queries rests on that of sorts alone; there are none while fewer than two are revealed.

    Args:
        sorts: the results of the revealed sorts by the number of their round.
    """
    rounds = [each for each in workshop.rounds_in_order() if each.number in sorts]
    if len(rounds) < 2:
        return []
    lineage = lineage_of(workshop)
    pairs = [(a, b) for a, b in pairwise(rounds) if a.series == b.series]
    return [_compare(a, b, sorts[a.number], lineage) for a, b in pairs]


def _compare(before: Round, after: Round, result: SortResult, lineage: Lineage) -> Comparison:
    for round in (before, after):
        require_revealed(round)
    least = least_counted(before.workshop)
    was, now = _zones(before), _zones(after)
    tallies = {card.key: (card, tally) for card, tally in result.rows}
    asked = {each.card.pk: each for each in cards_asked(before)}
    rows = []
    for each in cards_asked(after):
        pk = each.card.pk
        if pk in asked:
            reworded = asked[pk].words.rev != each.words.rev
            rows.append(ShiftRow(face(each), shift(was[pk], now[pk], least), is_reworded=reworded))
            continue
        origins = [asked[source] for source in lineage.origins(pk) if source in asked]
        rows.append(ShiftRow(face(each), None, [tallies[str(source.card.uid)] for source in origins]))
    return Comparison(before, after, len(_people(was) & _people(now)), rows)


def _zones(round: Round) -> Zones:
    """Return by card and seat where it was put.

    An unlinked ballot is of somebody who answered this sort alone: the totals have it, so it must not be what
    is left of them when the moves of the others are taken away.
    """
    marks = Mark.objects.filter(ballot__round=round).exclude(zone="")
    found: Zones = defaultdict(dict)
    for card, seat, ballot, zone in marks.values_list("card_id", "ballot__seat_id", "ballot_id", "zone"):
        found[card][seat or f"ballot {ballot}"] = zone
    return found


def _people(zones: Zones) -> set[Hashable]:
    return {seat for placed in zones.values() for seat in placed}
