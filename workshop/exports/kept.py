"""What was counted while it was known whose each answer is, and what moved between two sorts, as data."""

from collections.abc import Collection
from typing import Any

from workshop.analysis.refused import Refused
from workshop.models import Workshop
from workshop.models.agreed_to import Agreed
from workshop.models.brought import came_unsigned
from workshop.models.counting import SortResult, sort_result
from workshop.models.kept import kept_of
from workshop.models.movements import order_between
from workshop.models.ordering import revealed_sorts
from workshop.models.shifts import Moves, kept_moves, moves_between, pairs_of

from .csv_moves import MOVED

Data = dict[str, Any]
Pair = tuple[int, int]


def kept_data(workshop: Workshop, names: bool, agreed: Agreed) -> Data:
    """Return the figures of an unlinked workshop, and what moved between two sorts.

    Where names are open only the answers that are in the file count in what moved: beside those, others would
    tell what somebody did who takes no part. Elsewhere it is what the page says.
    """
    kept = kept_of(workshop)
    figures = (
        {"took_part": kept.took_part, "starting": kept.starting, "quoting": kept.quoting} if kept else None
    )
    return {"unlinked": figures, "shifts": _shifts(workshop, agreed.declined if names else ())}


def _shifts(workshop: Workshop, without: Collection[int]) -> list[Data]:
    numbered = workshop.cards.filter(number__isnull=False)
    cards = {pk: str(uid) for pk, uid in numbered.values_list("pk", "uid")}
    moves = _moves(workshop, without)
    sorts = {each.number: sort_result(each) for each in revealed_sorts(workshop)} if moves else {}
    return [
        {
            "before": before,
            "after": after,
            "people": found.people,
            "tau_b": _order(sorts[before], sorts[after]),
            "cards": _cards(found, cards),
        }
        for (before, after), found in moves
    ]


def _order(before: SortResult, after: SortResult) -> Data:
    tau = order_between(before, after)
    return {"refused": tau.why} if isinstance(tau, Refused) else {"value": tau.value, "cards": tau.cards}


def _cards(moves: Moves, cards: dict[int, str]) -> list[Data]:
    rows = [
        {
            "card": cards[pk],
            **{way: None if each.is_withheld else getattr(each, way) for way in MOVED},
            "withheld": each.is_withheld,
        }
        for pk, each in moves.cards.items()
        if pk in cards
    ]
    return sorted(rows, key=lambda row: str(row["card"]))


def _moves(workshop: Workshop, without: Collection[int]) -> list[tuple[Pair, Moves]]:
    if workshop.is_unlinked or came_unsigned(workshop):
        return [*kept_moves(workshop).items()]
    pairs = pairs_of(revealed_sorts(workshop))
    return [((a.number, b.number), moves_between(a, b, without)) for a, b in pairs]
