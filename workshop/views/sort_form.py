"""The card sort as one plain form: every row with what its page showed, and a button that moves a card."""

import re
from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext as _

from workshop.actions.sort import Move, Row
from workshop.models import Mark, clean_line
from workshop.models.sorting import SortedCard

MOVE = re.compile(r"(inner|outer):([0-9a-f-]{36}):(\d{1,3})")


def rows_of(sent: QueryDict, cards: Iterable[SortedCard]) -> list[Row]:
    """Return a row for each card that the form places."""
    return [_row(sent, each) for each in cards if sent.get(f"zone-{each.card.uid}")]


def _row(sent: QueryDict, each: SortedCard) -> Row:
    uid = each.card.uid
    zone, _colon, reason = sent.get(f"seen-{uid}", "").partition(":")
    now = sent.get(f"zone-{uid}", ""), clean_line(sent.get(f"reason-{uid}", ""))
    return Row(each.card, sent=now, seen=(zone, clean_line(reason)))


def move_of(sent: QueryDict, cards: Iterable[SortedCard]) -> Move | None:
    """Return the move that a button asks for; ``None`` without one, and for a card that is not there."""
    found = MOVE.fullmatch(sent.get("move", ""))
    if not found:
        return None
    zone, uid, place = found.groups()
    card = next((each.card for each in cards if str(each.card.uid) == uid), None)
    return Move(card, zone, int(place)) if card else None


def keep_unsaved(cards: Iterable[SortedCard], rows: Iterable[Row]) -> None:
    """Give each card what a refused form had for it, where the form changed it and it is not saved."""
    unsaved = {row.card.pk: row.sent for row in rows if row.sent != row.seen}
    for each in cards:
        sent, saved = unsaved.get(each.card.pk), (each.zone, each.reason)
        if sent and sent != saved:
            values = {"sent": _in_words(*sent), "saved": _in_words(*saved)}
            each.sent, each.note = sent, _("Not saved: %(sent)s. Saved now: %(saved)s.") % values


def _in_words(zone: str, reason: str) -> str:
    said = dict(Mark.Zone.choices).get(zone, zone) or _("no answer")
    return _("%(zone)s, “%(reason)s”") % {"zone": said, "reason": reason} if reason else str(said)
