"""Quotes as their three readers see them: facilitators, the speaker, and whoever opens the file."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from .cards import Card
from .consents import NONE
from .kept import Kept
from .people import Seat
from .quotable import Quotable, Source, may_name, nobody_named
from .quotes import Quote
from .workshops import Workshop


@dataclass(frozen=True)
class Line:
    """A quote with the words that it was taken from, if they still stand, and how they may be quoted.

    ``of_nobody``: what may be quoted where no words have an author any more.
    """

    quote: Quote
    source: Source | None
    allowance: str
    of_nobody: str = Kept.Quoting.NOTHING

    @property
    def has_moved(self) -> bool:
        """Whether the author changed the words since, and has not agreed to the quote."""
        return bool(self.source and not self.quote.is_checked and not self.source.has(self.quote.text))

    @property
    def is_shortened(self) -> bool:
        """Whether it would appear in other words than its author wrote, or in fewer."""
        return bool(self.source and self.source.text.split() != self.quote.words.split())

    @property
    def is_late(self) -> bool:
        """Whether the day has passed until which an answer was asked for."""
        until = self.quote.until
        return self.quote.state == Quote.State.ASKED and until is not None and until < timezone.localdate()

    @property
    def may_be_chosen(self) -> bool:
        """Whether a facilitator may let it out without an answer."""
        is_open = self.quote.state in (Quote.State.DRAFT, Quote.State.ASKED)
        return is_open and self.allowance != NONE and self.source is not None and not self.has_moved

    @property
    def goes_out(self) -> bool:
        """Whether it is in the file: agreed to, or chosen without an answer; and still allowed."""
        if self.quote.removed_at or self.source is None or not self._is_allowed:
            return False
        return self.quote.is_checked or (self.quote.unchecked and self.may_be_chosen)

    @property
    def _is_allowed(self) -> bool:
        """Words without an author go out as they were agreed to by the close, until somebody says no."""
        agreed_before = self.quote.is_checked and self.of_nobody == Kept.Quoting.CHECKED
        return agreed_before or self.allowance != NONE

    @property
    def is_named(self) -> bool:
        """Whether the attribution names the person."""
        return self.quote.is_named and may_name(self.allowance)

    @property
    def attribution(self) -> str:
        """How it says whose words they are: without a name once that is no longer allowed."""
        if self.quote.is_named and not may_name(self.allowance):
            return nobody_named()
        return self.quote.attribution

    @property
    def is_signed_otherwise(self) -> bool:
        """Whether its speaker agreed to it with their name, which is no longer allowed and not printed."""
        return self.quote.is_checked and self.attribution != self.quote.attribution


def quotes_in(workshop: Workshop) -> list[Line]:
    """Return every quote of a workshop in order of their making, those that were taken back last."""
    lines = lines_of(workshop, workshop.quotes.all())
    return sorted(lines, key=lambda line: line.quote.removed_at is not None)


def lines_of(workshop: Workshop, quotes: Iterable[Quote]) -> list[Line]:
    """Return quotes of a workshop with their words, which are read once however many there are."""
    rows = list(quotes)
    quotable = Quotable(workshop, rows)
    return [_line(quotable, row) for row in rows]


def line_of(quote: Quote) -> Line:
    """Return one quote with its words."""
    return _line(Quotable(quote.workshop, [quote]), quote)


def _line(quotable: Quotable, quote: Quote) -> Line:
    source = quotable.source_of(quote)
    allowance = quotable.allowance(source) if source else NONE
    return Line(quote, source, allowance, quotable.agreed.of_nobody)


def quotes_by_source(quotable: Quotable) -> dict[str, list[Quote]]:
    """Return the quotes that were not taken back, by the key of the words that they are from."""
    found: dict[str, list[Quote]] = {}
    for quote in quotable.workshop.quotes.filter(removed_at=None):
        if source := quotable.source_of(quote):
            found.setdefault(source.key, []).append(quote)
    return found


def lines_from(quotable: Quotable) -> dict[str, list[Line]]:
    """Return the same as lines."""
    found = quotes_by_source(quotable)
    return {key: [_line(quotable, quote) for quote in quotes] for key, quotes in found.items()}


def to_check(seat: Seat) -> int:
    """Return how many quotes of somebody's words wait for their answer."""
    return asked_quotes(seat).filter(state=Quote.State.ASKED).count()


def asked_quotes(seat: Seat) -> QuerySet[Quote]:
    """Return the quotes that a seat was asked to check, answered or not; none of words that it took back."""
    sent = seat.workshop.quotes.filter(_theirs(seat), removed_at=None).exclude(state=Quote.State.DRAFT)
    return sent.order_by("at", "pk")


def waiting_for(seat: Seat | int, workshop: Workshop | int) -> QuerySet[Quote]:
    """Return the quotes that wait for the answer of a seat, for a look-up that is made beside another."""
    return Quote.objects.filter(_theirs(seat), workshop=workshop, removed_at=None, state=Quote.State.ASKED)


def unanswered_in(workshop: Workshop) -> int:
    """Count the quotes that their speakers have not answered, sent to them or not."""
    waits = workshop.quotes.filter(state__in=[Quote.State.DRAFT, Quote.State.ASKED], removed_at=None)
    return waits.exclude(card__status=Card.Status.RETIRED).count()


def is_of(quote: Quote, seat: Seat) -> bool:
    """Whether the words of a quote stand, and are known as a seat's."""
    return seat.workshop.quotes.filter(_theirs(seat), pk=quote.pk).exists()


def _theirs(seat: Seat | int) -> Q:
    own = Q(remark__seat=seat, remark__withdrawn_at=None) & ~Q(remark__body="")
    own |= Q(card__proposer=seat) & ~Q(card__status=Card.Status.RETIRED)
    return own | Q(mark__ballot__seat=seat)


def quotes_of(seat: Seat) -> QuerySet[Quote]:
    """Return every quote of a seat's words, sent to it or not."""
    own = Q(remark__seat=seat) | Q(card__proposer=seat) | Q(mark__ballot__seat=seat)
    return Quote.objects.filter(own).order_by("at", "pk")


def erase_quotes(seat: Seat) -> None:
    """Erase every quote of a seat's words, also where the place of the words stays."""
    quotes_of(seat).delete()
