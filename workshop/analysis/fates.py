"""What became of the cards from the first table to the last: which went, came, passed by or got new words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lineage import SUPERSEDING, Key
from .lineage_picture import Column


@dataclass(frozen=True)
class Fates:
    """Cards by what became of them, each in one list at most, in the order of the tables.

    ``gone``: of the first table, and no longer on their own. ``new``: of the last, and not there before.
    ``reworded``: of the first and the last, the same but for its words. ``passed``: added on the way, and no
    longer on their own.
    """

    gone: list[Key]
    new: list[Key]
    reworded: list[tuple[Key, Key]]
    passed: list[Key]


def fates_of(columns: Sequence[Column]) -> Fates:
    """Return what became of the cards of a lineage, from its tables in order, of which there is one at least.

    A card that replaced one other alone is that card in new words; so is what replaced it in turn.
    """
    first, last = columns[0].cards, columns[-1].cards
    roots = {card: card for card in first}  # by each card that stood on its own, what it was called at first
    added: set[Key] = set()
    for before, after in pairwise(columns):
        came, went = {*after.cards} - {*before.cards}, {*before.cards} - {*after.cards}
        verb = after.turn.verb if after.turn else ""
        if verb in SUPERSEDING and len(came) == len(went) == 1:
            [one], [other] = went, came
            roots[other] = roots.pop(one, one)
        elif verb == "adopt":
            roots |= {card: card for card in came}
            added |= came
    stand = {card: roots.get(card, card) for card in last}
    return Fates(
        gone=[card for card in first if card not in stand.values()],
        new=[card for card, root in stand.items() if root not in first],
        reworded=[(root, card) for card, root in stand.items() if root in first and root != card],
        passed=[card for card, root in roots.items() if root in added and card not in stand],
    )
