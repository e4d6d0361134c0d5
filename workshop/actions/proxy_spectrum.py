"""Where somebody without a device marks the lines of a spectrum, as a facilitator enters it for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workshop.models import Card, Mark, Round, Seat
from workshop.models.spectrum import Pair

from .proxy_rows import Way, enter_rows
from .spectrum import Position, enter_marks

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
        whether the form says anything, as for ``enter_rows``.

    Raises:
        Invalid, Stale, Closed, Forbidden: as for ``enter_rows`` and ``enter_marks``.
    """
    way = Way("spectrum_entered", _is_said, _is_known, _is_seen, _enter, _marked_already)
    return enter_rows(by, seat, round, rows, replaces, way)


def _pair(mark: Mark | None) -> Pair:
    return (mark.now, mark.want) if mark else NOWHERE


def _is_said(row: LineRow) -> bool:
    return row.sent != row.seen


def _is_known(row: LineRow, mark: Mark | None, by: Seat) -> bool:
    return row.sent == _pair(mark) and (mark is None or mark.proxy_id == by.pk)


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
