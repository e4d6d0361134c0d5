"""A spectrum: one person's own lines as their page shows them, and what a revealed round came to."""

from dataclasses import dataclass

from workshop.analysis.spectrum import Spread, spread

from .audiences import least_counted, require_revealed
from .ballots import Mark
from .brought import brought_totals
from .cards import CardText
from .counting import entered_in
from .people import Seat
from .rounds import Round
from .sorting import SortedCard, cards_asked

Pair = tuple[int | None, int | None]  # where we are now, where we want to be


@dataclass(frozen=True)
class Line:
    """A card from pole to pole, with a person's own marks; ``None`` is not answered.

    ``is_entered`` says that a facilitator entered them.
    """

    asked: SortedCard
    now: int | None = None
    want: int | None = None
    is_entered: bool = False

    @property
    def words(self) -> CardText:
        """The words that the round shows, the poles among them."""
        return self.asked.words


@dataclass(frozen=True)
class Poles:
    """A card as a picture of a spectrum needs it; ``key`` is its uid."""

    key: str
    label: str
    title: str
    short_title: str
    a: str
    b: str


@dataclass(frozen=True)
class SpectrumResult:
    """The cards of a spectrum in their own order, each with its marks.

    ``entered`` is for how many people a facilitator entered a card or more.
    """

    rows: list[tuple[Poles, Spread]]
    people: int
    entered: int = 0

    @property
    def answered(self) -> int:
        """How many answers are counted."""
        return self.people


def lines_of(seat: Seat, round: Round) -> list[Line]:
    """Return the cards of a spectrum with the seat's own marks, in a fixed number of queries."""
    marks = {m.card_id: m for m in Mark.objects.filter(ballot__round=round, ballot__seat=seat)}
    found = [(each, marks.get(each.card.pk)) for each in cards_asked(round)]
    return [_line(each, mark) if mark else Line(each) for each, mark in found]


def _line(each: SortedCard, mark: Mark) -> Line:
    return Line(each, mark.now, mark.want, mark.proxy_id is not None)


def spectrum_result(round: Round) -> SpectrumResult:
    """Return the marks of a revealed spectrum by card, in a fixed number of queries.

    Raises:
        ValueError: the round is not revealed.
    """
    require_revealed(round)
    cards = cards_asked(round)
    if brought := brought_totals(round):
        said, counts = brought
        lines = [(_poles(each), counts[each.card.pk].spread) for each in cards]
        return SpectrumResult(lines, said.answered, entered_in(round, 0))
    least = least_counted(round.workshop)
    pairs: dict[int, list[tuple[int | None, int | None]]] = {each.card.pk: [] for each in cards}
    ballots, entered = set(), set()
    marks = Mark.objects.filter(ballot__round=round, card__in=pairs)
    names = ("ballot_id", "card_id", "now", "want", "proxy_id")
    for ballot, card, now, want, proxy in marks.values_list(*names):
        pairs[card].append((now, want))
        ballots.add(ballot)
        entered |= set() if proxy is None else {ballot}
    rows = [(_poles(each), spread(pairs[each.card.pk], least)) for each in cards]
    return SpectrumResult(rows, len(ballots), entered_in(round, len(entered)))


def _poles(each: SortedCard) -> Poles:
    words = each.words
    return Poles(str(each.card.uid), each.label, each.title, each.short_title, words.pole_a, words.pole_b)
