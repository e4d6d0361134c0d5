"""Figures that are not given, and why: keys, which `templatetags/refused.py` puts into words."""

from dataclasses import dataclass
from typing import Literal, get_args

Why = Literal[
    "few_people", "few_cards", "cards_differ", "no_order", "no_pairs", "all_alike", "few_voices", "level"
]
WHY: tuple[Why, ...] = get_args(Why)


@dataclass(frozen=True, slots=True)
class Refused:
    """Stands where a figure would mislead; ``why`` is one of WHY."""

    why: Why
