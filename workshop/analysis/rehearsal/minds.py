"""What simulated leaders think of cards: they agree on some, and some divide them, as in real groups.

A card has a worth that the group shares, drawn from -1 to 1, and each leader differs from it: a little on
most cards, much on those that divide. After the talk they differ half as much.
"""

from collections.abc import Sequence

from .draws import between, draw

DIVIDES = 0.34  # of all cards, so many divide the group
MUCH, LITTLE = 1.5, 0.5  # how far a leader is from the group, on a card that divides and on another
AFTER_TALK = 0.5
UNPLACED, SHORT, ABSTAINS = 0.1, 0.3, 0.04  # how often somebody leaves one out, names fewer, names none
STANCES = ((0.55, "fine"), (0.8, "live_with"), (0.9, "subtheme"), (1.0, "no"))
DISSENTS = 0.2
Placed = tuple[int, str]  # a card's number and its zone


def worth(seed: str, leader: int, card: int, *, talked: bool = False) -> float:
    """Return how much a card matters to a leader: about -1 to 1, on divided cards up to 2.5 either way."""
    apart = MUCH if draw(seed, "divides", card) < DIVIDES else LITTLE
    own = between(-apart, apart, seed, "own", leader, card)
    return between(-1, 1, seed, "shared", card) + own * (AFTER_TALK if talked else 1)


def in_order(seed: str, leader: int, cards: Sequence[int], *, talked: bool = False) -> list[int]:
    """Return cards as they matter to a leader, most first."""
    return sorted(cards, key=lambda card: (-worth(seed, leader, card, talked=talked), card))


def sorted_by(seed: str, leader: int, cards: Sequence[int], *, talked: bool = False) -> list[Placed]:
    """Return each card with the circle that a leader puts it in, in the order in which they place them.

    About half go into the inner circle. Now and then the last one is left unplaced.
    """
    order = in_order(seed, leader, cards, talked=talked)
    inner = max(1, round(len(order) * between(0.35, 0.65, seed, "inner", leader)))
    placed = [(card, "inner" if n < inner else "outer") for n, card in enumerate(order)]
    if len(placed) > 2 and draw(seed, "unplaced", leader) < UNPLACED:
        placed[-1] = (placed[-1][0], "unplaced")
    return placed


def nominated_by(seed: str, leader: int, cards: Sequence[int], most: int, about: str) -> list[int]:
    """Return the cards that a leader nominates, ``most`` or fewer; now and then none: they abstain."""
    if draw(seed, "abstains", leader, about) < ABSTAINS:
        return []
    count = most - 1 if most > 1 and draw(seed, "fewer", leader, about) < SHORT else most

    def wish(card: int) -> float:
        return worth(seed, leader, card) + between(-0.3, 0.3, seed, "on the day", leader, card, about)

    return sorted(cards, key=lambda card: (-wish(card), card))[:count]


def marked_by(seed: str, leader: int, card: int) -> tuple[int, int]:
    """Return where a leader sees a card on its spectrum now, and where they want to be: each 0 to 100."""
    now = 45 + 22 * worth(seed, leader, card, talked=True)
    want = 68 + 10 * worth(seed, leader, card) + between(-8, 8, seed, "want", leader, card)
    return _on_the_line(now), _on_the_line(want)


def _on_the_line(value: float) -> int:
    return round(min(100, max(0, value)))


def stance_of(seed: str, leader: int, about: str) -> str:
    """Return what a leader says to a change of cards: fine, live_with, subtheme or no."""
    drawn = draw(seed, "stance", leader, about)
    return next(answer for most, answer in STANCES if drawn < most)


def assent_of(seed: str, leader: int, about: str) -> str:
    """Return what a leader says to the text that the group wrote: agree or dissent."""
    return "dissent" if draw(seed, "assent", leader, about) < DISSENTS else "agree"
