"""Figures that are not given, and why: keys, which `templatetags/refused.py` puts into words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Why = Literal[
    "few_people",
    "few_cards",
    "cards_differ",
    "no_order",
    "no_pairs",
    "all_alike",
    "few_voices",
    "level",
    "small_part",
    "few_sorts",
    "whole_sorts",
    "names_hidden",
]
WHY: tuple[Why, ...] = get_args(Why)

# What is never given, however well it could be reckoned: in the order in which a page lists it.
Never = Literal["per_cent", "medians", "tests", "fleiss", "eijk", "parts", "clusters"]
NEVER: tuple[Never, ...] = get_args(Never)
LEAST_IN_PART = 3


@dataclass(frozen=True, slots=True)
class Refused:
    """Stands where a figure would mislead; ``why`` is one of WHY."""

    why: Why


def parts_refused(sizes: Iterable[int], least: int = LEAST_IN_PART) -> Refused | None:
    """Say whether a group may not be shown in parts, by role for example.

    Args:
        sizes: how many people are in each part and in none of them: what is left of the total counts too.
        least: how many of them a part needs, if that is more than three.

    Returns:
        the refusal, ``small_part``, if a part has somebody and too few; ``None`` if all may be shown.
    """
    least = max(least, LEAST_IN_PART)
    return Refused("small_part") if any(0 < size < least for size in sizes) else None
