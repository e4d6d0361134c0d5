"""What tells of one person in a file before it is taken: who stands alone in a total or a role."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

Data = dict[str, Any]
LEAST = 3


def lonely_roles(document: Data) -> list[str]:
    """Return the roles that only one person has: whatever is said of that role is said of them."""
    roles = Counter(seat["role"] for seat in document.get("seats", []) if not seat["removed"])
    return sorted(role for role, count in roles.items() if count == 1)


def alone_in(document: Data) -> list[tuple[int, str, str, str]]:
    """Return where one person stands alone against all others who answered for a card.

    Counts of one or two are usual in a small group. What singles somebody out is to have answered as nobody
    else did where all others answered alike.

    Returns:
        the round's number, the card's uid, what that person answered, and what all others did.
    """
    return [
        (each["number"], total["card"], *pair)
        for each in document.get("rounds", [])
        for total in each["totals"] or ()
        for shares in _divided(each, total)
        if (pair := _alone(shares))
    ]


def _divided(round: Data, total: Data) -> Iterator[dict[str, int]]:
    """Yield how many of those who answered for a card said what: each way in which they are divided."""
    if "now" in total:
        yield {name: total[name] for name in ("towards_first", "stay", "towards_second")}
        yield from (
            {f"{side}_{n}": count for n, count in enumerate(total[side], 1)} for side in ("now", "want")
        )
    elif total["nominated"] is not None:
        others = round["answered"] - round["abstained"] - total["nominated"]
        yield {"nominated": total["nominated"], "passed_over": others}
    else:
        yield {name: total[name] or 0 for name in ("inner", "outer", "unplaced")}


def _alone(shares: dict[str, int]) -> tuple[str, str] | None:
    counts = sorted((count, said) for said, count in shares.items() if count)
    if len(counts) == 2 and counts[0][0] == 1 and counts[1][0] >= LEAST - 1:
        return counts[0][1], counts[1][1]
    return None


def few_in(document: Data) -> list[tuple[int, int]]:
    """Return the rounds with totals of fewer than three people, each with how many."""
    rounds = document.get("rounds", [])
    return [
        (each["number"], each["answered"]) for each in rounds if each["totals"] and each["answered"] < LEAST
    ]


def holds_totals(document: Data) -> bool:
    """Whether a document has totals of a round at all: of those that are revealed."""
    return any(each["totals"] for each in document.get("rounds", []))
