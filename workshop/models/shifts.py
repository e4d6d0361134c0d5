"""Two sorts of a series side by side: what moved, card by card, and what the sources of a new card had."""

from collections import defaultdict
from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from itertools import pairwise

from workshop.analysis.lineage import Lineage
from workshop.analysis.shift import Shift, shift
from workshop.analysis.tallies import SortTally

from .audiences import least_counted, require_revealed
from .ballots import Mark
from .brought import came_unsigned
from .counting import Face, SortResult, face
from .kept import KeptShift
from .lineage import lineage_of
from .moved import Moved
from .rounds import Round
from .sorting import cards_asked
from .workshops import Workshop

Zones = dict[int, dict[Hashable, str]]


@dataclass
class Moves:
    """What moved, by card, and how many people answered both sorts."""

    people: int = 0
    cards: dict[int, Shift] = field(default_factory=dict)


@dataclass(frozen=True)
class ShiftRow:
    """A card of the later sort: its shift, or, where it was not asked before, what its sources had then."""

    card: Face
    shift: Shift | None
    sources: list[tuple[Face, SortTally]] = field(default_factory=list)
    is_reworded: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two revealed sorts, and how many people answered both; ``moved`` if `movements` was asked for it."""

    before: Round
    after: Round
    people: int
    rows: list[ShiftRow]
    moved: Moved | None = None

    @property
    def follows_lineage(self) -> bool:
        """Whether some card of the later sort came out of cards of the earlier one."""
        return any(row.sources for row in self.rows)


def comparisons_of(workshop: Workshop, sorts: dict[int, SortResult]) -> list[Comparison]:
    """Compare each revealed sort with the one before it in its series.

    The number of queries rests on that of sorts alone; there are none while fewer than two are revealed. Of
    an unlinked workshop it is what was compared when it closed, and nothing new.

    Args:
        sorts: the results of the revealed sorts by the number of their round.
    """
    rounds = [each for each in workshop.rounds_in_order() if each.number in sorts]
    if len(rounds) < 2:
        return []
    lineage = lineage_of(workshop)
    if workshop.is_unlinked or came_unsigned(workshop):
        kept = kept_moves(workshop)
        known = {each.number: each for each in rounds}
        return [
            _compare(known[a], known[b], sorts[a], lineage, found)
            for (a, b), found in kept.items()
            if a in known and b in known
        ]
    return [_compare(a, b, sorts[a.number], lineage, moves_between(a, b)) for a, b in pairs_of(rounds)]


def between(workshop: Workshop, before: Round, after: Round, result: SortResult) -> Comparison:
    """Compare any two revealed sorts of a series; ``result`` is that of the earlier one.

    Only for a caller that may see each person's sort: see `pairs`.
    """
    return _compare(before, after, result, lineage_of(workshop), moves_between(before, after))


def pairs_of(sorts: list[Round]) -> list[tuple[Round, Round]]:
    """Return which of these sorts, in order, are compared: each with the one before it in its series."""
    return [(a, b) for a, b in pairwise(sorts) if a.series == b.series]


def moves_between(before: Round, after: Round, without: Collection[int] = ()) -> Moves:
    """Compare two revealed sorts person by person.

    Args:
        without: the keys of seats that are not counted.

    Raises:
        ValueError: one of them is not revealed.
    """
    for round in (before, after):
        require_revealed(round)
    least = least_counted(before.workshop)
    was, now = _zones(before, without), _zones(after, without)
    cards = {card: shift(was[card], now[card], least) for card in {*was, *now}}
    return Moves(len(_people(was) & _people(now)), cards)


def kept_moves(workshop: Workshop) -> dict[tuple[int, int], Moves]:
    """Return what was kept of each two sorts by their numbers."""
    rows = KeptShift.objects.filter(after__workshop=workshop).select_related("before", "after")
    found: dict[tuple[int, int], Moves] = {}
    for row in rows.order_by("after__number"):
        moves = found.setdefault((row.before.number, row.after.number), Moves())
        if row.card_id is None:
            moves.people = row.people
        else:
            counts = (row.moved_in, row.moved_out, row.stayed, row.other)
            moves.cards[row.card_id] = Shift(*counts, is_withheld=row.is_withheld)
    return found


def _compare(before: Round, after: Round, result: SortResult, lineage: Lineage, moves: Moves) -> Comparison:
    tallies = {card.key: (card, tally) for card, tally in result.rows}
    asked = {each.card.pk: each for each in cards_asked(before)}
    rows = []
    for each in cards_asked(after):
        pk = each.card.pk
        if pk in asked:
            reworded = asked[pk].words.rev != each.words.rev
            rows.append(ShiftRow(face(each), moves.cards.get(pk, Shift()), is_reworded=reworded))
            continue
        origins = [asked[source] for source in lineage.origins(pk) if source in asked]
        rows.append(ShiftRow(face(each), None, [tallies[str(source.card.uid)] for source in origins]))
    return Comparison(before, after, moves.people, rows)


def _zones(round: Round, without: Collection[int]) -> Zones:
    """Return by card and seat where it was put.

    An unlinked ballot is of somebody who answered this sort alone: the totals have it, so it must not be what
    is left of them when the moves of the others are taken away.
    """
    marks = Mark.objects.filter(ballot__round=round).exclude(zone="")
    found: Zones = defaultdict(dict)
    rows = marks.values_list("card_id", "ballot__seat_id", "ballot_id", "zone")
    for card, seat, ballot, zone in (row for row in rows if row[1] not in without):
        found[card][seat or f"ballot {ballot}"] = zone
    return found


def _people(zones: Zones) -> set[Hashable]:
    return {seat for placed in zones.values() for seat in placed}
