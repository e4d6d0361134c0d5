"""Where cards lie, as a copy of the pack may hold it: a person's own, or nothing."""

from collections.abc import Mapping

from workshop.analysis.anchors import Anchor, What
from workshop.models import Mark
from workshop.models.cards import Card

from .content import Place, Zone

ZONES: dict[str, Zone] = {"inner": "inner", "outer": "outer", "unplaced": "unplaced"}
Marks = Mapping[int, Mark]  # by the key of their card; empty in any copy but one's own


def place_of(card: Card | None, number: int, marks: Marks, *, blank: bool = False) -> Place:
    """Return where a card goes, with its codes; ``number`` is the card's, or the place of a blank one."""
    of_blank = (What.BLANK_PLACE, What.BLANK_ORDER, What.BLANK_WHY)
    where, order, why = of_blank if blank else (What.PLACE, What.ORDER, What.WHY)
    mark = marks.get(card.pk) if card else None
    codes = Anchor(where, number), Anchor(order, number), Anchor(why, number)
    if mark is None:
        return Place(*codes)
    return Place(*codes, ZONES.get(mark.zone, ""), mark.place, mark.reason)
