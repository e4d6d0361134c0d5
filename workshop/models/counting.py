"""What a round came to: how many have answered, and, once it is revealed, the counts of each card."""

from collections.abc import Hashable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from workshop.analysis.tallies import PollTally, SortTally, in_order, tally_nominations, tally_sorts

from .asked_of import could_answer
from .audiences import require_revealed
from .ballots import Ballot, Mark
from .brought import brought_totals
from .look_ups import LookUp
from .people import Seat
from .rounds import Round
from .sorting import SortedCard, cards_asked

STATES = LookUp(lambda round: Ballot.objects.filter(round=round).values_list("state", "proxy_id"))
NOMINATED = LookUp(
    lambda round: Mark.objects.filter(ballot__round=round, nominated=True).values_list("card_id", flat=True)
)


@dataclass(frozen=True)
class Answered:
    """How many of the seats that are asked have answered; never who."""

    count: int
    seats: int


@dataclass(frozen=True)
class Face:
    """A card as a picture of results needs it; ``key`` is its uid."""

    key: str
    label: str
    title: str
    short_title: str


@dataclass(frozen=True)
class PollResult:
    """The cards of a poll, most nominated first, ties in the cards' own order.

    ``entered`` is how many of all answers a facilitator entered: of here, as of a sort and a spectrum, it is
    told as ``entered.told_to`` says.
    """

    rows: list[tuple[Face, int]]
    tally: PollTally
    k: int
    entered: int = 0

    @property
    def answered(self) -> int:
        """How many answers are counted."""
        return self.tally.answered


@dataclass(frozen=True)
class SortResult:
    """The cards of a sort in their own order, each with its placements.

    ``entered`` is in how many sorts a facilitator entered a card or more.
    """

    rows: list[tuple[Face, SortTally]]
    people: int
    entered: int = 0

    @property
    def answered(self) -> int:
        """How many answers are counted."""
        return self.people


def answered(round: Round) -> Answered:
    """Count who has answered a round: sent or abstained in a poll, placed a card in a sort. Two queries."""
    count = round.answered
    if count is None:
        count = sum((VOTES if round.kind == Round.Kind.POLL else PLACED)(round))
    return Answered(count, max(count, could_answer(round)))


def entered_in(round: Round, counted: int) -> int:
    """Return how many answers a facilitator entered: as counted, or as it was kept at the close."""
    return counted if round.entered is None else round.entered


def _ballots_of(round: int) -> QuerySet[Ballot]:
    return Ballot.objects.filter(round=round, seat__removed_at=None, seat__role=Seat.Role.PARTICIPANT)


def _counted(ballots: QuerySet[Ballot]) -> QuerySet[Ballot, int]:
    return ballots.values("round").annotate(n=Count("pk", distinct=True)).values_list("n", flat=True)


VOTES = LookUp(lambda round: _counted(_ballots_of(round).exclude(state=Ballot.State.STARTED)))
PLACED = LookUp(lambda round: _counted(_ballots_of(round).filter(marks__isnull=False)))


def poll_result(round: Round) -> PollResult:
    """Count a revealed poll, in a fixed number of queries.

    Raises:
        ValueError: the round is not revealed.
    """
    require_revealed(round)
    faces: dict[Hashable, Face] = {each.card.pk: face(each) for each in cards_asked(round)}
    if brought := brought_totals(round):
        said, counts = brought
        nominated = [card for card, each in counts.items() for _n in range(each.nominated)]
        tally = tally_nominations([*faces], nominated, said.answered - said.abstained, said.abstained)
        return _poll_result(round, faces, tally, 0)
    ballots, nominated = STATES(round), NOMINATED(round)
    states = [state for state, _proxy in ballots]
    people, abstained = states.count(Ballot.State.SENT), states.count(Ballot.State.ABSTAINED)
    tally = tally_nominations([*faces], nominated, people, abstained)
    entered = sum(proxy is not None and state != Ballot.State.STARTED for state, proxy in ballots)
    return _poll_result(round, faces, tally, entered)


def _poll_result(round: Round, faces: dict[Hashable, Face], tally: PollTally, entered: int) -> PollResult:
    rows = [(faces[ranked.card], ranked.count) for ranked in in_order(tally.counts)]
    return PollResult(rows, tally, round.k, entered_in(round, entered))


def counted_marks(round: int) -> QuerySet[Mark]:
    """Return the placements that a sort counts, by the key of its round: whoever counts more asks here."""
    return Mark.objects.filter(ballot__round=round).exclude(zone="")


def sort_result(round: Round) -> SortResult:
    """Count a revealed sort, in a fixed number of queries. Blank cards are left out until adopted.

    Raises:
        ValueError: the round is not revealed.
    """
    require_revealed(round)
    faces = {each.card.pk: face(each) for each in cards_asked(round)}
    if brought := brought_totals(round):
        said, counts = brought
        brought_marks = [(card, zone) for card, each in counts.items() for zone in each.placements]
        tallies = tally_sorts([*faces], brought_marks, said.answered)
        return _sort_result(round, faces, tallies, said.answered, 0)
    marks = counted_marks(round.pk).filter(card__in=faces)
    placed = list(marks.values_list("ballot_id", "card_id", "zone", "proxy_id"))
    people = len({ballot for ballot, *_mark in placed})
    entered = len({ballot for ballot, *_mark, proxy in placed if proxy is not None})
    tallies = tally_sorts([*faces], ((card, zone) for _ballot, card, zone, _proxy in placed), people)
    return _sort_result(round, faces, tallies, people, entered)


def _sort_result(
    round: Round, faces: dict[int, Face], tallies: dict[int, SortTally], people: int, entered: int
) -> SortResult:
    rows = [(faces[card], tally) for card, tally in tallies.items()]
    return SortResult(rows, people, entered_in(round, entered))


def face(asked: SortedCard) -> Face:
    """Return what a picture shows of a card that a round asks about."""
    return Face(str(asked.card.uid), asked.label, asked.title, asked.short_title)


def faces_of(round: Round) -> list[Face]:
    """Return the cards that a round asks about, in their order."""
    return [face(each) for each in cards_asked(round)]
