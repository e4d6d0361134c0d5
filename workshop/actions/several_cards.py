"""Several cards at once, as a table brings them: all of them, or none."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from django.db import transaction

from workshop.models import Card, Seat

from .cards import write_card


def write_cards(seat: Seat, uid: UUID, cards: Sequence[dict[str, str]]) -> list[Card]:
    """Add cards at the end of the pack in this order, each as `write_card` adds one.

    Args:
        uid: made with the form: sent twice, it makes each card once.
        cards: the words of each.

    Raises:
        Invalid: a word of one cannot be kept, or there would be more than forty cards.
        Closed: the pack has been opened.
        Stale: the same form made cards with other words.
    """
    with transaction.atomic():
        return [write_card(seat, uid=uuid5(uid, str(n)), **words) for n, words in enumerate(cards)]
