"""How the cards hang together, as a page shows it: the links between them, and where people would start.

A link stays on the two cards it was made between. It shows under what stands in their place now.
"""

from dataclasses import dataclass, field

from django.db.models import Count, Q

from .audiences import audience_of, led_by, may_see_people_rows
from .cards import Card
from .kept import kept_of
from .once import once, together
from .people import Seat
from .synthesis import Synthesis, TableCard
from .taking_part import taking_part
from .ties import Start, Tie
from .workshops import Workshop


@dataclass(frozen=True)
class TieLine:
    """A link with the cards that stand at its ends now; ``by`` is who made it, as the reader may know."""

    tie: Tie
    tails: list[Card]
    heads: list[Card]
    by: str

    @property
    def is_within(self) -> bool:
        """Whether both of its ends have become the same card."""
        return self.tails == self.heads

    @property
    def has_moved(self) -> bool:
        """Whether other cards stand at an end than those it was made between."""
        return self.tails != [self.tie.tail] or self.heads != [self.tie.head]


@dataclass(frozen=True)
class Begin:
    """A card on the table, how many would start with it, and whether this seat would."""

    row: TableCard
    count: int
    mine: bool


@dataclass(frozen=True)
class Hanging:
    """All that a seat sees of how the cards hang together; ``people`` may say where to start.

    ``starts`` are the cards on the table, for those who only look on the cards that somebody marked.
    """

    ties: list[TieLine] = field(default_factory=list)
    removed: list[TieLine] = field(default_factory=list)
    starts: list[Begin] = field(default_factory=list)
    people: int = 0


def tieable(found: Synthesis) -> list[Card]:
    """Return the cards that can be linked: those on the table and their sub-themes."""
    return [row.card for each in found.cards for row in (each, *each.subthemes)]


def hanging_for(seat: Seat, found: Synthesis) -> Hanging:
    """Return the links and the starts of a workshop, in a fixed number of queries.

    Args:
        found: what ``synthesis_of`` returned for this seat.
    """
    with together(seat.workshop):
        counts, people = once(seat.workshop, start_counts, seat.workshop), starting(seat.workshop)
    rows = seat.workshop.ties.select_related("tail", "head", "seat__person")
    lines = [_line(tie, seat, found) for tie in rows]
    return Hanging(
        [line for line in lines if line.tie.removed_at is None],
        [line for line in lines if line.tie.removed_at],
        _starts(seat, found, counts),
        people,
    )


def _line(tie: Tie, seat: Seat, found: Synthesis) -> TieLine:
    tails, heads = (_ends(found, pk) for pk in (tie.tail_id, tie.head_id))
    return TieLine(tie, tails, heads, led_by(tie.seat, seat.workshop, audience_of(seat)))


def _ends(found: Synthesis, pk: int) -> list[Card]:
    cards = [found.every[each] for each in found.lineage.bearers(pk)]
    return sorted(cards, key=lambda card: (card.number or 0, card.pk))


def start_counts(workshop: Workshop) -> dict[int, int]:
    """Return by card how many would start with it; the page and the export show the same.

    Two counts that differ by one person would tell what that person chose. So where names are hidden, they
    count on who was removed, or does not take part any more.
    """
    rows = Start.objects.filter(card__workshop=workshop).order_by()
    if may_see_people_rows(workshop):
        rows = rows.filter(Q(seat__in=once(workshop, taking_part, workshop)) | Q(seat=None))
    return dict(rows.values_list("card_id").annotate(n=Count("pk")))


def starting(workshop: Workshop) -> int:
    """Return how many people could say where they would start, of whom `start_counts` counts some."""
    if kept := kept_of(workshop):
        return kept.starting
    here = once(workshop, taking_part, workshop)
    if may_see_people_rows(workshop) and not workshop.brought_at:
        return here.count()
    said = Q(pk__in=here.values("pk")) | Q(starts__isnull=False)
    known = Seat.objects.filter(said, workshop=workshop).distinct().count()
    return max(
        known, *once(workshop, start_counts, workshop).values(), 0
    )  # who withdrew is counted, and known no more


def _starts(seat: Seat, found: Synthesis, counts: dict[int, int]) -> list[Begin]:
    own = set(seat.starts.values_list("card_id", flat=True))
    begins = [Begin(row, counts.get(row.card.pk, 0), row.card.pk in own) for row in found.cards]
    return begins if seat.is_participant else [begin for begin in begins if begin.count]
