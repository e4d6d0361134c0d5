"""Whether the group's order rests on one voice: its first cards, with each person left out in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from workshop.analysis.ranks import complete, rank_sums, ranks_of
from workshop.analysis.refused import Refused
from workshop.analysis.sorts import Sorts

FEWEST = 4
Tell = Literal["whether", "cards", "who"]


@dataclass(frozen=True, slots=True)
class LeavingOut:
    """What becomes of the first cards of the order of so many people, if any one of them were missing.

    ``first`` are these cards with everybody there: more than were asked for where cards tie. ``changes``:
    without somebody they would be other cards. The rest is told on request alone: ``voices``, without how
    many people, one at a time, that is so; ``enter`` and ``leave``, which cards would come in or go; ``who``,
    the people.
    """

    people: int
    first: tuple[Any, ...]
    changes: bool
    voices: int | None = None
    enter: tuple[Any, ...] = ()
    leave: tuple[Any, ...] = ()
    who: tuple[Any, ...] = ()


def leave_each_out(
    sorts: Sorts, cards: Sequence[Any], top: int = 3, tell: Tell = "whether", least: int = FEWEST
) -> LeavingOut | Refused:
    """Return whether the first cards by mean mid-rank would change if any one voice were missing.

    Their order among themselves is not looked at. Leaving one out in turn is the jackknife's way: J. W. Tukey
    (1958), Annals of Mathematical Statistics 29, 614.

    Args:
        sorts: by person and card, its zone and place; only who placed every card is in the order.
        cards: those that were asked about.
        top: how many cards come first; ties with the last of them count as first too.
        tell: ``whether`` they change and no more, which is all that may be told where names are hidden; also
            which ``cards`` and without how many; or ``who`` as well, for a caller that may see each sort.
        least: refused where fewer people than this placed every card, and below four in any case.

    Returns:
        the result; refused for ``few_cards`` (no more than ``top``) or ``few_voices``.
    """
    if len(cards) <= top:
        return Refused("few_cards")
    ranks = complete(ranks_of(sorts, cards), cards)
    if len(ranks) < max(least, FEWEST):
        return Refused("few_voices")
    sums = rank_sums(ranks, cards)
    first = _first(sums, top)
    without = {
        person: _first({card: sums[card] - own[card] for card in cards}, top) for person, own in ranks.items()
    }
    return _told(cards, first, without, tell)


def _first(sums: Mapping[Any, float], top: int) -> frozenset[Any]:
    """Return the cards with the least sums of ranks: so many, and those that tie with the last."""
    last = sorted(sums.values())[top - 1]
    return frozenset(card for card, total in sums.items() if total <= last)


def _told(
    cards: Sequence[Any], first: frozenset[Any], without: Mapping[Any, frozenset[Any]], tell: Tell
) -> LeavingOut:
    who = [person for person, left in without.items() if left != first]
    found = LeavingOut(len(without), tuple(card for card in cards if card in first), bool(who))
    if tell == "whether":
        return found
    enter = frozenset[Any]().union(*(without[person] - first for person in who))
    leave = frozenset[Any]().union(*(first - without[person] for person in who))
    return replace(
        found,
        voices=len(who),
        enter=tuple(card for card in cards if card in enter),
        leave=tuple(card for card in cards if card in leave),
        who=tuple(who) if tell == "who" else (),
    )
