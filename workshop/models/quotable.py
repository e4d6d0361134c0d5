"""What may be quoted, of whom, and how: the words as they stand, the consent, and the promise."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from .agreed_to import Agreed, agreed_in
from .audiences import FACILITATORS, may_see_names, may_see_people_rows
from .ballots import Mark
from .cards import Card
from .comments import Prompt, Remark
from .consents import NAMED, NONE
from .credits import credit_of
from .people import Seat
from .quotes import CUT, Quote
from .reasons import reasons_of
from .workshops import Workshop

Rows = TypeVar("Rows", bound="QuerySet[Any, Any]")


@dataclass(frozen=True)
class Source:
    """Words that somebody wrote: ``kind`` and ``key`` name them in a form, ``place`` says on what card."""

    kind: str
    row: Remark | Card | Mark
    text: str
    seat: Seat | None
    card: Card | None

    @property
    def key(self) -> str:
        """Its name in a form: its uid; of a reason those of its seat and card, one mark a round."""
        row = self.row
        if isinstance(row, Mark):
            return (
                f"{row.ballot.round.number}.{row.ballot.seat.uid if row.ballot.seat else ''}.{row.card.uid}"
            )
        return str(row.uid)

    @property
    def is_private(self) -> bool:
        """Whether it was written to facilitators alone: who quotes it shows the group what it never read."""
        return isinstance(self.row, Remark) and self.row.visibility == Remark.Visibility.FACILITATORS

    def has(self, words: str) -> bool:
        """Whether a quote is taken from these words: each part between cuts stands in them, in order."""
        at = 0
        for part in (" ".join(each.split()) for each in words.split(CUT)):
            found = " ".join(self.text.split()).find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return bool(words.replace(CUT, "").strip())


@dataclass(frozen=True)
class Quotable:
    """What can be quoted in a workshop, read once for a page or a file.

    ``only``: quotes of whose words alone it reads; of all words if there is none.
    """

    workshop: Workshop
    only: Collection[Quote] | None = None

    @cached_property
    def agreed(self) -> Agreed:
        """What everybody agreed to."""
        return agreed_in(self.workshop)

    def allowance(self, source: Source) -> str:
        """Return how words may be quoted: ``none``, ``unnamed`` or ``named``, as author and promise allow."""
        seat = source.seat.pk if source.seat else None
        if seat in self.agreed.declined:
            return NONE
        return self.agreed.of_row(source.row, seat, may_see_people_rows(self.workshop))

    @cached_property
    def sources(self) -> list[Source]:
        """All words that could be quoted, in an order by card."""
        found = [*self._remarks(), *self._blanks(), *self._reasons()]
        return sorted(found, key=lambda each: (each.card is None, each.card.position if each.card else 0))

    @cached_property
    def by_row(self) -> dict[tuple[str, int], Source]:
        """The sources by kind and primary key."""
        return {(type(each.row).__name__, each.row.pk): each for each in self.sources}

    def source_named(self, key: str) -> Source | None:
        """Return the words that a form names, if they still stand."""
        return next((each for each in self.sources if each.key == key), None)

    def source_of(self, quote: Quote) -> Source | None:
        """Return the words that a quote was taken from; ``None`` once they were withdrawn or emptied."""
        for name, key in (("Remark", quote.remark_id), ("Card", quote.card_id), ("Mark", quote.mark_id)):
            if key:
                return self.by_row.get((name, key))
        return None

    @property
    def _order(self) -> str:
        """As they were written, or where facilitators know nobody by name in an order that tells nothing."""
        return "pk" if may_see_names(self.workshop, FACILITATORS) else "uid"

    def _of(self, rows: Rows) -> Rows:
        return rows if self.only is None else rows.filter(quotes__in=self.only).distinct()

    def _remarks(self) -> Iterator[Source]:
        rows = Remark.objects.said().filter(workshop=self.workshop)
        rows = rows.exclude(prompt__kind=Prompt.Kind.AGREED).filter(
            ~Q(prompt__kind=Prompt.Kind.OPEN) | Q(prompt__shown_at__isnull=False)
        )
        for row in (
            self._of(rows).select_related("seat__person", "card", "prompt__card").order_by(self._order)
        ):
            card = row.card or (row.prompt.card if row.prompt else None)
            kind = "answer" if row.prompt and row.prompt.kind == Prompt.Kind.OPEN else "comment"
            yield Source(kind, row, row.body, row.seat, card)

    def _blanks(self) -> Iterator[Source]:
        rows = Card.objects.filter(workshop=self.workshop).exclude(status=Card.Status.RETIRED)
        rows = rows.filter(Q(proposer__isnull=False) | Q(status=Card.Status.PROPOSED))
        for row in (
            self._of(rows).select_related("proposer__person", "rephrases").order_by(self._order).with_words()
        ):
            texts = vars(row)["read_texts"]
            own = next((each for each in texts if each.seat_id == row.proposer_id), row.words)
            words = ". ".join(each for each in (own.title, own.summary) if each)
            if words and own.seat_id == row.proposer_id:
                yield Source("blank card", row, words, row.proposer, row.rephrases)

    def _reasons(self) -> Iterator[Source]:
        rows = self._of(reasons_of(self.workshop))
        for row in rows.select_related("ballot__seat__person", "ballot__round", "card"):
            yield Source("reason", row, row.reason, row.ballot.seat, row.card)


def names_of(source: Source) -> list[str]:
    """Return the names by which a speaker goes: of the seat, and as they are credited."""
    if source.seat is None:
        return []
    return [source.seat.name, *filter(None, [credit_of(source.seat).name])]


def attribution_for(source: Source, allowance: str) -> str:
    """Return an attribution to begin with: the name as it is credited, a description, or neither.

    A description from the credit stands only where names are open: it is on the seat, too, so that beside the
    words it would say whose they are.
    """
    seat = source.seat
    if seat is None or not may_see_people_rows(seat.workshop):
        return nobody_named()
    credit = credit_of(seat)
    if may_name(allowance):
        return credit.name or seat.name
    return credit.role if credit.role and not credit.name else nobody_named()


def nobody_named() -> str:
    """Return the attribution that tells nothing of anybody."""
    return _("a participant")


def may_name(allowance: str) -> bool:
    """Whether an attribution may name the person."""
    return allowance == NAMED
