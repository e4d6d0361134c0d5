"""The lineage as its picture draws it: the cards on the table at the beginning and after each change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workshop.analysis.lineage import Lineage
from workshop.analysis.lineage_picture import Column, LineagePicture, columns_of, draw, fits

from .cards import Card
from .lineage import ChangeCard, lineage_of
from .workshops import Workshop


@dataclass
class Drawn:
    """The table at each moment, with every card by its key."""

    every: Mapping[int, Card]
    columns: list[Column]

    @property
    def counts(self) -> list[int]:
        """How many cards were on the table at each moment, without repeating: 6, 7, 5, 4."""
        counts = [len(column.cards) for column in self.columns]
        return [n for at, n in enumerate(counts) if at == 0 or n != counts[at - 1]]

    @cached_property
    def picture(self) -> LineagePicture | None:
        """The picture; None of a story too long to be read in one."""
        return draw(self.columns) if fits(self.columns) else None


def drawn_lineage(workshop: Workshop, cards: Iterable[Card] | None = None) -> Drawn | None:
    """Return what a picture of the lineage draws, the same for everybody; None where nothing changed.

    Args:
        cards: those with a number, with their words, if they were read already.
    """
    lineage = lineage_of(workshop)
    if not lineage.standing:
        return None
    if cards is None:
        cards = workshop.cards.filter(number__isnull=False).with_words().order_by("position", "number")
    every = {card.pk: card for card in cards}
    drawn = Drawn(every, columns_for(workshop, every, lineage))
    return drawn if drawn.picture else None


def columns_for(workshop: Workshop, every: Mapping[int, Card], lineage: Lineage) -> list[Column]:
    """Return the table at the beginning and after each change that stands."""
    position = {pk: card.position for pk, card in every.items()}
    return columns_of(_first(workshop, every), lineage.standing, position)


def _first(workshop: Workshop, every: Mapping[int, Card]) -> list[int]:
    """Return the cards that were on the table before the first change."""
    rows = ChangeCard.objects.filter(change__workshop=workshop).order_by("change__n", "pk")
    before: dict[int, str] = {}
    for card, status in rows.values_list("card_id", "before_status"):
        before.setdefault(card, status)
    return [pk for pk, card in every.items() if before.get(pk, card.status) == Card.Status.LIVE]
