"""What was counted while it was known whose each answer is, as plain data: a file cannot count it."""

from typing import Any

from workshop.models import Workshop
from workshop.models.kept import kept_of
from workshop.models.ordering import revealed_sorts
from workshop.models.shifts import Moves, kept_moves, moves_between, pairs_of

Data = dict[str, Any]


def kept_data(workshop: Workshop, names: bool) -> Data:
    """Return the figures of an unlinked workshop, and where names are hidden what moved between two sorts.

    Where names are open, each answer says so itself.
    """
    kept = kept_of(workshop)
    figures = (
        {"took_part": kept.took_part, "starting": kept.starting, "quoting": kept.quoting} if kept else None
    )
    return {"unlinked": figures, "shifts": [] if names else _shifts(workshop)}


def _shifts(workshop: Workshop) -> list[Data]:
    numbered = workshop.cards.filter(number__isnull=False)
    cards = {pk: str(uid) for pk, uid in numbered.values_list("pk", "uid")}
    return [
        {"before": before, "after": after, "people": moves.people, "cards": _cards(moves, cards)}
        for (before, after), moves in _moves(workshop)
    ]


def _cards(moves: Moves, cards: dict[int, str]) -> list[Data]:
    rows = [
        {
            "card": cards[pk],
            "moved_in": each.moved_in,
            "moved_out": each.moved_out,
            "stayed": each.stayed,
            "other": each.other,
            "withheld": each.is_withheld,
        }
        for pk, each in moves.cards.items()
        if pk in cards
    ]
    return sorted(rows, key=lambda row: str(row["card"]))


def _moves(workshop: Workshop) -> list[tuple[tuple[int, int], Moves]]:
    if workshop.is_unlinked or workshop.brought_at:
        return [*kept_moves(workshop).items()]
    return [((a.number, b.number), moves_between(a, b)) for a, b in pairs_of(revealed_sorts(workshop))]
