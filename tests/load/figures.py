"""Measure the figures of a sort with 1,000 people and twelve cards. `bin/load --figures` starts it.

It prints, as JSON, the processor time in ms of each figure and of all together, by kind of sort: circles
without order, with an order, and with an order and one card in seven left out. The least of five times each.
"""

import time
from collections.abc import Callable
from random import Random
from typing import Any

from workshop.analysis.ac1 import ac1_of_zones
from workshop.analysis.alpha import alpha_of_ranks, alpha_of_zones
from workshop.analysis.concordance import concordance
from workshop.analysis.leaving_out import leave_each_out
from workshop.analysis.orders import orders
from workshop.analysis.shifts import own_shifts, shifts
from workshop.analysis.sorts import Sorts, Spot
from workshop.analysis.tau import tau_b

PEOPLE, CARDS, TIMES = 1000, range(12), 5


def sorts(random: Random, *, ordered: bool, left_out: float = 0.0) -> dict[int, dict[int, Spot]]:
    """Return sorts by chance, in which cards lie a little more often inner the lower their number."""
    return {person: _sort(random, ordered, left_out) for person in range(PEOPLE)}


def _sort(random: Random, ordered: bool, left_out: float) -> dict[int, Spot]:
    cards = sorted(CARDS, key=lambda card: card + random.gauss(0, 8))
    inner = random.randint(3, 9)
    return {
        card: ("inner" if n < inner else "outer", n + 1 if ordered else None)
        for n, card in enumerate(cards)
        if random.random() >= left_out
    }


def every(before: Sorts, after: Sorts) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    ranks = {card: float(n) for n, card in enumerate(CARDS)}
    return {
        "orders": lambda: orders(after, CARDS),
        "concordance": lambda: concordance(after, CARDS),
        "alpha_of_zones": lambda: alpha_of_zones(after, CARDS),
        "alpha_of_ranks": lambda: alpha_of_ranks(after, CARDS),
        "ac1_of_zones": lambda: ac1_of_zones(after, CARDS),
        "leave_each_out": lambda: leave_each_out(after, CARDS, tell="who"),
        "shifts": lambda: shifts(before, after, CARDS, {11: (10, 11)}, least=3),
        "own_shifts": lambda: own_shifts(before, after, CARDS, {11: (10, 11)}),
        "tau_b": lambda: tau_b(ranks, ranks),
    }


def measured(figures: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the processor time of each in ms, and of all of them."""
    found = {name: min(_spent(figure) for _time in range(TIMES)) for name, figure in figures.items()}
    return {name: round(1000 * spent, 1) for name, spent in (found | {"all": sum(found.values())}).items()}


def _spent(figure: Callable[[], object]) -> float:
    start = time.process_time()
    figure()
    return time.process_time() - start


def main() -> dict[str, Any]:
    """Measure each kind of sort."""
    random = Random(1)
    kinds: dict[str, dict[str, Any]] = {
        "circles": {"ordered": False},
        "ordered": {"ordered": True},
        "left out": {"ordered": True, "left_out": 1 / 7},
    }
    return {kind: measured(every(sorts(random, **kw), sorts(random, **kw))) for kind, kw in kinds.items()}
