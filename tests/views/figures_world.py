"""Sorts in full order, for the figures of a page: who put which cards in which order, and so many inner."""

from collections.abc import Iterable

from tests.analysis.sorting import ranking
from tests.support import House, make_house
from tests.views.results_world import results_page
from workshop.actions.rounds import reveal_round
from workshop.actions.sort import place_card
from workshop.models import Seat

Order = tuple[str, int]  # the numbers of cards in order, and how many of them, from the first, are inner
# Inner 4, 5, 0, 2, 2, 1 of five; sums of ranks 13, 7, 25, 18, 19, 23.
FIVE: tuple[Order, ...] = (("215346", 3), ("241635", 3), ("125364", 2), ("426153", 3), ("251463", 3))
# Each card is first, second ... for somebody: all sums of ranks are the same or nearly so.
CHANCE: tuple[Order, ...] = (("123456", 3), ("654321", 3), ("231564", 3), ("465132", 3), ("312645", 3))


def sort_all(house: House, orders: Iterable[Order]) -> None:
    """Let each leader in turn lay the cards out in order."""
    cards = house.cards
    for seat, (order, inner) in zip(house.leaders, orders, strict=False):
        for number, (zone, place) in ranking(*map(int, order), inner=inner).items():
            place_card(seat, house.pack, cards[number - 1], zone, place=place)


def house_of(orders: Iterable[Order], promise: str = "named", leaders: int = 5) -> House:
    """Return a house in which the pack's sort came out so and is revealed."""
    house = make_house(leaders, promise=promise)
    sort_all(house, orders)
    reveal_round(house.fay, house.pack)
    return house


def section(house: House, seat: Seat | None = None) -> str:
    """Return the part of a page of results that has the figures, Fay's if no other; empty if none has."""
    _before, found, rest = results_page(house, seat or house.fay).partition('<section class="figures"')
    return found + rest.partition("</section>")[0]
