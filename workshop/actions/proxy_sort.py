"""Where somebody without a device puts the cards of their pack, as a facilitator enters it for them."""

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import Card, Invalid, Mark, Round, Seat, Stale, clean_line
from workshop.models.proxy import is_hidden_mark

from .kit import note
from .proxy import require_proxy
from .rounds import locked_round
from .sort import Row, enter_cards


def place_for(
    by: Seat, seat: Seat, round: Round, rows: Sequence[Row], *, replaces: Collection[Card] = ()
) -> bool:
    """Enter where a person puts cards. A card without a zone, or as its page showed it, stays as it is.

    Args:
        rows: each card, its zone and its reason; an empty reason keeps one that is there.
        replaces: the cards that the person asked to have placed again.

    Returns:
        whether anything had to be written.

    Raises:
        Invalid: cards hold a place that is hidden, and nobody asked to replace it: ``data["asks"]`` has their
            uids, and the other cards are placed all the same; or as for ``enter_cards``.
        Stale: what one entered oneself was changed elsewhere. Closed, Forbidden: as for ``enter_cards``.
    """
    with transaction.atomic():
        round = locked_round(round)
        require_proxy(by, seat)
        marks = {mark.card_id: mark for mark in Mark.objects.filter(ballot__round=round, ballot__seat=seat)}
        changed = [row for row in rows if _is_new(row, marks.get(row.card.pk), by)]
        if not changed:
            return False
        theirs = [row.card for row in changed if is_hidden_mark(marks.get(row.card.pk), by)]
        met = [card for card in theirs if card not in replaces]
        _require_same(by, [row for row in changed if row.card not in theirs], marks)
        free = [(row.card, row.sent[0], row.sent[1] or None) for row in changed if row.card not in met]
        written = enter_cards(by, seat, round, free)
        verbs = ["sort_entered"] * written + ["answer_met"] * bool(met)
        for verb in verbs:
            note(round.workshop_id, by, verb, seat=seat.uid, round=round.number)
    if met:
        raise Invalid(_placed_already(met), asks=[str(card.uid) for card in met])
    return written


def _is_new(row: Row, mark: Mark | None, by: Seat) -> bool:
    """Whether a row says other than its page did, and other than what one entered oneself."""
    zone, reason = row.sent
    known = (mark.zone, clean_line(mark.reason)) if mark and mark.proxy_id == by.pk else None
    is_known = known is not None and zone == known[0] and reason in ("", known[1])
    return bool(zone) and row.sent != row.seen and not is_known


def _require_same(by: Seat, rows: list[Row], marks: Mapping[int, Mark]) -> None:
    for row in rows:
        mark = marks.get(row.card.pk)
        if row.seen[0] != (mark.zone if mark else ""):
            raise Stale(
                _("This was answered elsewhere a moment ago, so nothing was saved. Look again first.")
            )


def _placed_already(cards: list[Card]) -> str:
    return _(
        "Placed already, by them or for them: %(cards)s. That stays as it is, unless you say at the card "
        "that they asked you to."
    ) % {"cards": ", ".join(card.label for card in cards)}
