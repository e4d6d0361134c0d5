"""A sort on the page where a facilitator enters for somebody: where each card lies, then the order."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from workshop.actions.proxy_order import Orders, order_for
from workshop.actions.proxy_sort import place_for
from workshop.actions.sort import Row
from workshop.models import Card, Closed, Invalid, Mark, Refusal, Round, Seat, clean_line

CIRCLES = (Mark.Zone.INNER, Mark.Zone.OUTER)
DIGITS = 3  # of a place in a circle, as its field takes them


def save_sort(
    by: Seat, seat: Seat, round: Round, cards: list[Card], sent: QueryDict
) -> tuple[bool, list[Refusal]]:
    """Save what a form says of the cards of a sort; what is refused does not keep the rest from it.

    Returns:
        whether the form says anything, and what was refused.
    """
    refused: list[Refusal] = [Invalid(_reason_alone(card)) for card in cards if _is_reason_alone(card, sent)]
    refused += [Invalid(_number_alone(card)) for card in cards if _is_number_alone(card, sent)]

    def tried(act: Callable[[], bool]) -> bool:
        try:
            return act()
        except Refusal as refusal:
            refused.append(refusal)
            return False

    says = tried(lambda: place_for(by, seat, round, _rows(cards, sent), replaces=replaced(cards, sent)))
    ordered = tried(lambda: _order(by, seat, round, cards, sent))
    return says or ordered, refused


def _order(by: Seat, seat: Seat, round: Round, cards: list[Card], sent: QueryDict) -> bool:
    orders: Orders = _orders(cards, sent)
    if orders:
        order_for(by, seat, round, orders)
    return bool(orders)


def _orders(cards: list[Card], sent: QueryDict) -> dict[str, list[Card]]:
    """Return the order of each circle in which the form changed one.

    Raises:
        Invalid: some cards of a circle have no place in its order, or two have the same.
    """
    orders = {}
    for zone in CIRCLES:
        there = [card for card in cards if sent.get(f"zone-{card.uid}") == zone]
        if all(_number(card, sent) == sent.get(f"place-was-{card.uid}", "") for card in there):
            continue
        numbers = [_number(card, sent) for card in there]
        if any(numbers):
            wanted = {int(number) for number in numbers if number.isdecimal() and len(number) <= DIGITS}
            if len(wanted) != len(there):
                raise Invalid(_not_in_order(zone))
        orders[str(zone)] = sorted(there, key=lambda card: int(_number(card, sent))) if any(numbers) else []
    return orders


def _number(card: Card, sent: QueryDict) -> str:
    return sent.get(f"place-{card.uid}", "").strip()


def _not_in_order(zone: str) -> str:
    if zone == Mark.Zone.INNER:
        return _(
            "The order of the inner circle is not saved: number each of its cards once, or none of them."
        )
    return _("The order of the outer circle is not saved: number each of its cards once, or none of them.")


def _rows(cards: list[Card], sent: QueryDict) -> list[Row]:
    """Return what the form says of each card; a page never shows a reason, so each one sent is new."""
    return [Row(card, _place(card, sent), (sent.get(f"was-{card.uid}", ""), "")) for card in cards]


def _place(card: Card, sent: QueryDict) -> tuple[str, str]:
    return sent.get(f"zone-{card.uid}", ""), clean_line(sent.get(f"reason-{card.uid}", ""))


def placed_gone(known: Iterable[UUID], sent: QueryDict) -> list[Refusal]:
    """Return a refusal if the form places a card that is not ``known``: it left the sort meanwhile."""
    parts = [name.partition("-") for name in sent if not name.startswith("place-was-")]
    named = {key for field, _dash, key in parts if field in ("zone", "place", "reason")}
    gone = named.difference(map(str, known))
    if not any(says_where(key, sent) for key in gone):
        return []
    return [
        Closed(_("A card that you placed is not in this sort any more, so where it lies was not entered."))
    ]


def says_where(key: str, sent: QueryDict) -> bool:
    """Whether a form says anything new of where a card lies: its zone, its place there, or a reason."""
    moved = sent.get(f"zone-{key}", "") not in ("", sent.get(f"was-{key}", ""))
    place = sent.get(f"place-was-{key}", "")
    numbered = sent.get(f"place-{key}", place).strip() != place
    return moved or numbered or bool(sent.get(f"reason-{key}", "").strip())


def replaced(cards: list[Card], sent: QueryDict) -> list[Card]:
    """Return the cards of which the form says that the person asked to replace what is there."""
    return [card for card in cards if f"replaces-{card.uid}" in sent]


def _is_reason_alone(card: Card, sent: QueryDict) -> bool:
    return bool(sent.get(f"reason-{card.uid}", "").strip()) and not sent.get(f"zone-{card.uid}")


def _reason_alone(card: Card) -> str:
    text = _("The reason for card %(label)s is not saved yet: say as well where the card belongs.")
    return text % {"label": card.label}


def _is_number_alone(card: Card, sent: QueryDict) -> bool:
    number, is_in = _number(card, sent), sent.get(f"zone-{card.uid}") in CIRCLES
    return not is_in and number not in ("", sent.get(f"place-was-{card.uid}", ""))


def _number_alone(card: Card) -> str:
    text = _("The place of card %(label)s in the order is not saved yet: say as well which circle it is in.")
    return text % {"label": card.label}
