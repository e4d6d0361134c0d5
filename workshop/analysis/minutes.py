"""About how long a pack takes: a guess that is told to people before they begin."""

import math

A_CARD, A_PROMPT, STEP = 1.5, 3.0, 5  # minutes


def minutes_of(cards: int, prompts: int) -> int:
    """Return about how many minutes a pack takes, in steps of five.

    A card is read, commented on and placed; an open prompt is answered at length. Six cards come to the ten
    minutes that the pack is made for.
    """
    return max(STEP, math.ceil((cards * A_CARD + prompts * A_PROMPT) / STEP) * STEP)
