"""Card sorts beside the pack, and spectrums, as a facilitator may see them who enters for a person.

What one entered oneself is shown again while it can be corrected; all else is as if nothing was there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .ballots import Mark
from .people import Seat
from .proxy import is_hidden_mark
from .rounds import Round
from .sorting import SortedCard, cards_asked
from .spectrum import Line


@dataclass(frozen=True)
class SortFor:
    """An open card sort: each card with the zone that one entered oneself, or none."""

    round: Round
    places: list[tuple[SortedCard, str]]


@dataclass(frozen=True)
class SpectrumFor:
    """An open spectrum: each card with the marks that one entered oneself, or none."""

    round: Round
    lines: list[Line]


def sort_for(by: Seat, seat: Seat, round: Round) -> SortFor:
    """Return a card sort that is asked beside the pack. A reason is never shown."""
    marks = _own_marks(by, seat, round)
    places = [(each, marks.get(each.card.pk, Mark()).zone) for each in cards_asked(round)]
    return SortFor(round, places)


def spectrum_for(by: Seat, seat: Seat, round: Round) -> SpectrumFor:
    """Return a spectrum."""
    marks = _own_marks(by, seat, round)
    found = [(each, marks.get(each.card.pk, Mark())) for each in cards_asked(round)]
    return SpectrumFor(round, [Line(each, mark.now, mark.want) for each, mark in found])


def _own_marks(by: Seat, seat: Seat, round: Round) -> Mapping[int, Mark]:
    marks = Mark.objects.filter(ballot__round=round, ballot__seat=seat)
    return {mark.card_id: mark for mark in marks if not is_hidden_mark(mark, by)}
