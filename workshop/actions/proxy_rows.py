"""Rows of a form, a card each, that a facilitator enters for a person: what every kind of round shares."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.db import transaction

from workshop.models import Card, Invalid, Mark, Round, Seat, Stale
from workshop.models.extra_time import require_open_for
from workshop.models.proxy import is_hidden_mark

from .kit import note
from .proxy import answered_elsewhere
from .proxy_rights import require_proxy_now
from .rounds import locked_round


class Entry(Protocol):
    """What a form says of one card."""

    @property
    def card(self) -> Card:
        """The card."""


Each = TypeVar("Each", bound=Entry)


@dataclass(frozen=True)
class Way(Generic[Each]):
    """How the rows of one kind of round are entered.

    Args:
        verb: what the history says of it.
        is_said: whether a row says other than its page did.
        is_known: whether that is there already, entered by oneself: the form was sent before.
        is_seen: whether a page showed what is there.
        enter: writes rows of a round that is locked; says whether anything had to be written.
        met: the sentence for cards that hold an answer which is hidden.
    """

    verb: str
    is_said: Callable[[Each], bool]
    is_known: Callable[[Each, Mark | None, Seat], bool]
    is_seen: Callable[[Each, Mark | None], bool]
    enter: Callable[[Seat, Seat, Round, list[Each]], bool]
    met: Callable[[list[Card]], str]


def enter_rows(
    by: Seat, seat: Seat, round: Round, rows: Sequence[Each], replaces: Collection[Card], way: Way[Each]
) -> bool:
    """Enter what was changed on a form. What is hidden and was not asked to be replaced stays as it is.

    Args:
        replaces: the cards whose answer the person asked to replace: of those, all that the form says counts.

    Returns:
        whether the form says anything; it is there then, by this form or the same one sent before.

    Raises:
        Invalid: cards hold an answer that is hidden, and nobody asked to replace it: ``data["asks"]`` has
            their uids, and the other rows are entered all the same; or as for ``way.enter``.
        Stale: what one entered oneself was changed elsewhere. Forbidden: as for ``require_proxy``.
        Closed: as for it, or the round takes no answers now.
    """
    with transaction.atomic():
        round = locked_round(round)
        require_proxy_now(by, seat)
        marks = {mark.card_id: mark for mark in Mark.objects.filter(ballot__round=round, ballot__seat=seat)}
        said = [row for row in rows if way.is_said(row) or row.card in replaces]
        changed = [row for row in said if not way.is_known(row, marks.get(row.card.pk), by)]
        if said and not changed:
            return True
        require_open_for(round, seat)  # and then what is there
        if not said:
            return False
        theirs = [row.card for row in changed if is_hidden_mark(marks.get(row.card.pk), by)]
        met = [card for card in theirs if card not in replaces]
        _require_seen([row for row in changed if row.card not in theirs], marks, way)
        if way.enter(by, seat, round, [row for row in changed if row.card not in met]):
            note(round.workshop_id, by, way.verb, seat=seat.uid, round=round.number)
        if met:
            note(round.workshop_id, by, "answer_met", seat=seat.uid, round=round.number)
    if met:
        raise Invalid(way.met(met), asks=[str(card.uid) for card in met])
    return True


def _require_seen(rows: list[Each], marks: Mapping[int, Mark], way: Way[Each]) -> None:
    if not all(way.is_seen(row, marks.get(row.card.pk)) for row in rows):
        raise Stale(answered_elsewhere())
