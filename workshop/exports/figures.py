"""How far people agree in each revealed sort, and in what order: the figures of the results page, as data.

They stand unrounded, each beside what it may only be read with. What is refused stands as ``refused``: why.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from workshop.analysis.alpha import Corrected
from workshop.analysis.concordance import Concordance
from workshop.analysis.leaving_out import LeavingOut
from workshop.analysis.orders import Order, Orders
from workshop.analysis.refused import Refused
from workshop.models import Workshop
from workshop.models.audiences import FACILITATORS
from workshop.models.counting import sort_result
from workshop.models.figures import CardAgreement, Figures, figures_of
from workshop.models.ordering import revealed_sorts

Data = dict[str, Any]


def figures_data(workshop: Workshop) -> list[Data]:
    """Return the figures of each revealed sort that two people answered, as facilitators see them."""
    sorts = revealed_sorts(workshop)
    found = [(each, figures_of(each, sort_result(each), FACILITATORS)) for each in sorts]
    return [_round(each.number, figures) for each, figures in found if figures]


def _round(number: int, figures: Figures) -> Data:
    said = figures.reckoned
    return {
        "round": number,
        "people": figures.people,
        "pairs": asdict(figures.pairs),
        "cards": sorted(map(_card, figures.cards), key=lambda each: str(each["card"])),
        "alpha_of_circles": _given(said.alpha, _corrected),
        "ac1_of_circles": _given(said.ac1, _corrected),
        "alpha_of_order": _given(said.alpha_of_order, _corrected),
        "kendalls_w": _given(said.concordance, _concordance),
        "orders": _given(said.orders, _orders),
        "leaving_out": _given(said.leaving_out, _leaving_out),
    }


def _given(figure: Any, tell: Callable[[Any], Data]) -> Data:
    return {"refused": figure.why} if isinstance(figure, Refused) else tell(figure)


def _card(each: CardAgreement) -> Data:
    pairs = each.pairs and asdict(each.pairs)
    return {"card": each.card.key, "pairs": pairs, "split": each.split}


def _corrected(found: Corrected) -> Data:
    likely = found.interval and asdict(found.interval)
    return {"value": found.value, "interval": likely, "people": found.people, "pairs": asdict(found.pairs)}


def _concordance(found: Concordance) -> Data:
    return {
        "value": found.w,
        "people": found.people,
        "cards": found.cards,
        "chance": found.chance,
        "chance_passes_once_in_20": found.often,
        "p": found.p,
        "arrangements": found.arrangements,
        "seed": found.seed,
    }


def _orders(found: Orders) -> Data:
    ways = {"mean_rank": found.ranks, "share_inner": found.inner, "copeland": found.copeland}
    orders = {name: _order(order) for name, order in ways.items()}
    return {"people": found.people, "differ": found.differ, **orders}


def _order(order: Order) -> list[Data]:
    return [
        {"card": str(each.card), "value": each.value, "rank": each.rank, "tied": each.tied} for each in order
    ]


def _leaving_out(found: LeavingOut) -> Data:
    return {
        "people": found.people,
        "first": sorted(map(str, found.first)),
        "changes": found.changes,
        "voices": found.voices,
        "enter": sorted(map(str, found.enter)),
        "leave": sorted(map(str, found.leave)),
    }
