"""A later sort beside the one before: which cards are new or changed, and where this person had the others.

A new or changed card asks people to place it: it inherits no placement, neither their own nor an average.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .ballots import Mark
from .lineage import lineage_of
from .people import Seat
from .rounds import Round
from .sorting import SortedCard

NEW, CHANGED = "new", "changed"


@dataclass(frozen=True)
class Former:
    """The sort before a round, and one person's marks in it of cards whose words are the same now."""

    round: Round
    marks: dict[int, Mark] = field(default_factory=dict)


def sort_before(round: Round) -> Round | None:
    """Return the newest sort of the series before a round that people were asked; ``None`` for the first."""
    earlier = [each for each in round.workshop.rounds_in_order() if each.number < round.number]
    sorts = [each for each in earlier if each.kind == Round.Kind.SORT and each.series == round.series]
    return next((each for each in reversed(sorts) if not each.is_draft), None)


def look_back(seat: Seat, round: Round, cards: Iterable[SortedCard]) -> Former | None:
    """Say of each card whether it is new or changed, what it came from, and where the seat had it before.

    Returns:
        the sort before with the marks that a person may start from; ``None`` for the first sort.
    """
    before = sort_before(round)
    if before is None:
        return None
    asked = dict(before.round_cards.values_list("card", "text_rev"))
    own = Mark.objects.filter(ballot__round=before, ballot__seat=seat).exclude(zone="")
    marks = {mark.card_id: mark for mark in own}
    sources, labels = lineage_of(round.workshop).sources, _labels(round)
    same = {}
    for each in cards:
        pk = each.card.pk
        if pk not in asked:
            each.news = "" if each.card.is_blank else NEW
            each.came_from = [labels[source] for source in sources.get(pk, ()) if source != pk]
        elif asked[pk] != each.words.rev:
            each.news = CHANGED
        elif pk in marks:
            same[pk] = marks[pk]
            each.was = marks[pk].zone
    return Former(before, same)


def _labels(round: Round) -> dict[int, str]:
    return {card.pk: card.label for card in round.workshop.cards.all()}
