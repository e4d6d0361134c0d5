"""Where somebody without a device marks the lines of a spectrum, as a facilitator enters it for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workshop.models import Card, Mark, Round, Seat

from .proxy_rows import Way, enter_rows
from .spectrum import Position, enter_marks

Pair = tuple[int | None, int | None]  # where we are now, where we want to be
NOWHERE: Pair = (None, None)


@dataclass(frozen=True)
class LineRow:
    """What a form says of one card, both marks: as sent, and as its page showed them."""

    card: Card
    sent: Pair
    seen: Pair


def mark_for(
    by: Seat, seat: Seat, round: Round, rows: Sequence[LineRow], *, replaces: Collection[Card] = ()
) -> bool:
    """Enter where a person marks cards. A card whose marks are as its page showed them stays as it is.

    Both marks of a card are one answer: one that is left out is taken away, so that nothing of what is hidden
    comes to be shown.

    Args:
        replaces: the cards whose marks the person asked to replace.

    Returns:
        whether anything had to be written.

    Raises:
        Invalid, Stale, Closed, Forbidden: as for ``enter_rows`` and ``enter_marks``.
    """
    way = Way("spectrum_entered", _is_new, _is_seen, _enter, _marked_already)
    return enter_rows(by, seat, round, rows, replaces, way)


def _pair(mark: Mark | None) -> Pair:
    return (mark.now, mark.want) if mark else NOWHERE


def _is_new(row: LineRow, mark: Mark | None, by: Seat) -> bool:
    """Whether a row says other than its page did, and other than what one entered oneself."""
    is_known = mark is not None and mark.proxy_id == by.pk and row.sent == _pair(mark)
    return row.sent != row.seen and not is_known


def _is_seen(row: LineRow, mark: Mark | None) -> bool:
    return row.seen == _pair(mark)


def _enter(by: Seat, seat: Seat, round: Round, rows: list[LineRow]) -> bool:
    if rows:
        enter_marks(seat, round, [Position(row.card, *row.sent) for row in rows], by=by)
    return bool(rows)


def _marked_already(cards: list[Card]) -> str:
    return _(
        "Marked already, by them or for them: %(cards)s. That stays as it is, unless you say at the card "
        "that they asked you to."
    ) % {"cards": ", ".join(card.label for card in cards)}
