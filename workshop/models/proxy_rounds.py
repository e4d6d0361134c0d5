"""Card sorts beside the pack, and spectrums, as a facilitator may see them who enters for a person.

What one entered oneself is shown again while it can be corrected; all else is as if nothing was there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .ballots import Mark
from .people import Seat
from .proxy import is_hidden_mark, where
from .rounds import Round
from .sorting import SortedCard, cards_asked, own_blanks
from .spectrum import Line


@dataclass(frozen=True)
class SortFor:
    """An open card sort: each card with the zone and the place that one entered oneself, or none.

    The person's own blank cards are among them, once they have a title.
    """

    round: Round
    places: list[tuple[SortedCard, str, int | None]]


@dataclass(frozen=True)
class SpectrumFor:
    """An open spectrum: each card with the marks that one entered oneself, or none."""

    round: Round
    lines: list[Line]


def sort_for(by: Seat, seat: Seat, round: Round) -> SortFor:
    """Return a card sort that is asked beside the pack. A reason is never shown."""
    cards = cards_to_place(seat, round)
    lies = where(by, [each.card for each in cards], _marks(seat, round))
    return SortFor(round, [(each, *lies[each.card.pk]) for each in cards])


def cards_to_place(seat: Seat, round: Round) -> list[SortedCard]:
    """Return the cards that a sort asks a seat about: the round's, and its own blank cards with a title."""
    return [*cards_asked(round), *own_blanks(seat)]


def spectrum_for(by: Seat, seat: Seat, round: Round) -> SpectrumFor:
    """Return a spectrum."""
    own = {card: mark for card, mark in _marks(seat, round).items() if not is_hidden_mark(mark, by)}
    found = [(each, own.get(each.card.pk, Mark())) for each in cards_asked(round)]
    return SpectrumFor(round, [Line(each, mark.now, mark.want) for each, mark in found])


def _marks(seat: Seat, round: Round) -> Mapping[int, Mark]:
    return {mark.card_id: mark for mark in Mark.objects.filter(ballot__round=round, ballot__seat=seat)}
