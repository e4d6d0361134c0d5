"""Sorts for the tests of figures: made by hand, drawn by hypothesis, or by chance from a seed."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from workshop.analysis.sorts import ZONES, Spot

Sorts = dict[Any, dict[Any, Spot]]


def zones(*people: str) -> Sorts:
    """Return sorts without places: for each person a text of i, o and - (not placed), or . (not answered)."""
    meant = {"i": "inner", "o": "outer", "-": "unplaced"}
    return {
        n: {card: (meant[each], None) for card, each in enumerate(text) if each in meant}
        for n, text in enumerate(people)
    }


def ranking(*cards: Any, inner: int) -> dict[Any, Spot]:
    """Return one person's sort with these cards in order, so many of them in the inner circle."""
    return {card: ("inner", n + 1) if n < inner else ("outer", n + 1 - inner) for n, card in enumerate(cards)}


def by_chance(random: Random, people: int, cards: int) -> Sorts:
    """Return complete sorts in full order, with cards dealt out by chance, half of them inner."""
    return {n: ranking(*random.sample(range(cards), cards), inner=cards // 2) for n in range(people)}


def drawn(cards: int = 6, most: int = 7, *, missing: bool = True) -> st.SearchStrategy[Sorts]:
    """Draw sorts of up to so many people, with ties, and with cards not placed and not answered."""
    spot = st.tuples(st.sampled_from(ZONES if missing else ZONES[:2]), st.none() | st.integers(1, cards))
    spots = dict.fromkeys(range(cards), spot)
    sort = st.fixed_dictionaries({}, optional=spots) if missing else st.fixed_dictionaries(spots)
    return st.lists(sort, max_size=most).map(lambda sorts: {n: {**each} for n, each in enumerate(sorts)})
