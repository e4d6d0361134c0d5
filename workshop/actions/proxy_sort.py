"""Where somebody without a device puts the cards of a sort, as a facilitator enters it for them."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from workshop.models import Card, Mark, Round, Seat, clean_line

from .proxy_rows import Way, enter_rows
from .sort import Row, enter_cards


def place_for(
    by: Seat, seat: Seat, round: Round, rows: Sequence[Row], *, replaces: Collection[Card] = ()
) -> bool:
    """Enter where a person puts cards. A card without a zone, or as its page showed it, stays as it is.

    Args:
        rows: each card, its zone and its reason; an empty reason keeps one that is there.
        replaces: the cards that the person asked to have placed again.

    Returns:
        whether the form says anything, as for ``enter_rows``.

    Raises:
        Invalid, Stale, Closed, Forbidden: as for ``enter_rows`` and ``enter_cards``.
    """
    way = Way("sort_entered", _is_said, _is_known, _is_seen, _enter, _placed_already)
    return enter_rows(by, seat, round, rows, replaces, way)


def _is_said(row: Row) -> bool:
    return bool(row.sent[0]) and row.sent != row.seen


def _is_known(row: Row, mark: Mark | None, by: Seat) -> bool:
    if mark is None or mark.proxy_id != by.pk:
        return False
    zone, reason = row.sent
    return zone == mark.zone and reason in ("", clean_line(mark.reason))


def _is_seen(row: Row, mark: Mark | None) -> bool:
    return row.seen[0] == (mark.zone if mark else "")


def _enter(by: Seat, seat: Seat, round: Round, rows: list[Row]) -> bool:
    return enter_cards(by, seat, round, [(row.card, row.sent[0], row.sent[1] or None) for row in rows])


def _placed_already(cards: list[Card]) -> str:
    return _(
        "Placed already, by them or for them: %(cards)s. That stays as it is, unless you say at the card "
        "that they asked you to."
    ) % {"cards": ", ".join(card.label for card in cards)}
