"""What a facilitator enters for a person without a device: through the same actions, and marked as such.

The facilitator must not learn what the person chose themselves, so nothing of theirs is shown or written over
unless they asked for it.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import (
    Ballot,
    Card,
    Closed,
    Forbidden,
    Invalid,
    Mark,
    Prompt,
    Refusal,
    Remark,
    Round,
    Seat,
    Stale,
    clean_line,
)
from workshop.models.consents import needs_consent
from workshop.models.proxy import agreements_of, is_hidden_ballot

from .consents import answer_consents
from .discussion import post_remark
from .kit import locked, note
from .remarks import save_remark
from .rounds import Vote, cast_ballots, locked_round
from .sort import Choice, enter_cards


def require_proxy(by: Seat, seat: Seat, *, agreed: bool = True) -> None:
    """Raise unless a facilitator may enter an answer for a seat of the same workshop.

    Args:
        agreed: whether the person must have agreed to take part.

    Raises:
        Forbidden: not a facilitator, not somebody who takes part, or somebody who has not agreed.
        Closed: the seat was removed.
    """
    if not by.is_facilitator or by.workshop_id != seat.workshop_id or not seat.is_participant:
        raise Forbidden(_("Only facilitators enter answers, and only for people who take part."))
    if seat.removed_at:
        raise Closed(_("This seat was removed. Give it back first."))
    if agreed and needs_consent(seat):
        raise Forbidden(_("Record first what this person agrees to: without that, nothing is entered."))


def record_consents(by: Seat, seat: Seat, answers: Mapping[str, bool]) -> None:
    """Record what a person agreed to, aloud or on paper. What they answered themselves stays as it is.

    Raises:
        Invalid: an item has no answer. Forbidden, Closed: as for ``require_proxy``.
    """
    with transaction.atomic():
        require_proxy(by, seat, agreed=False)
        locked(seat.workshop_id)
        own = {str(each.item.uid): each.given for each in agreements_of(seat) if each.is_own}
        kept = {uid: given for uid, given in own.items() if given is not None}
        answer_consents(seat, {**answers, **kept}, by=by)


def cast_for(
    by: Seat, seat: Seat, round: Round, cards: frozenset[str], *, rev: int, replaces: bool
) -> Ballot:
    """Enter what a person chooses in a poll; no card means that they would rather not choose.

    Args:
        rev: the rev of the ballot that the page knew; 0 for none.
        replaces: whether the person asked to replace what they, or somebody else for them, chose before.

    Raises:
        Stale: it was answered meanwhile. Invalid: it holds an answer that is hidden, and nobody asked to
            replace it; or as for ``cast_ballots``. Closed, Forbidden: as for both.
    """
    with transaction.atomic():
        round = locked_round(round)
        require_proxy(by, seat)
        ballot = Ballot.objects.filter(round=round, seat=seat).first()
        if ballot and _is_same(ballot, by, cards):
            return ballot
        _require_fresh(ballot, rev)
        if is_hidden_ballot(ballot, by) and not replaces:
            raise Invalid(_("There is an answer already. Replace it only if they asked you to, and say so."))
        [cast] = cast_ballots(round, [Vote(seat, cards, abstains=not cards)])
        if isinstance(cast, Refusal):
            raise cast
        Ballot.objects.filter(pk=cast.pk).update(proxy=by)
        note(round.workshop_id, by, "ballot_entered", seat=seat.uid, round=round.number)
    return cast


def _is_same(ballot: Ballot, by: Seat, cards: frozenset[str]) -> bool:
    chosen = ballot.marks.filter(nominated=True).values_list("card__uid", flat=True)
    state = Ballot.State.SENT if cards else Ballot.State.ABSTAINED
    return (ballot.proxy_id, ballot.state, {str(uid) for uid in chosen}) == (by.pk, state, set(cards))


def _require_fresh(ballot: Ballot | None, rev: int) -> None:
    if (ballot.rev if ballot else 0) != rev:
        raise Stale(_("This was answered elsewhere a moment ago, so nothing was saved. Look again first."))


def place_for(by: Seat, seat: Seat, round: Round, choices: Sequence[Choice], *, rev: int) -> bool:
    """Enter where a person puts cards. What is not among the choices stays as it is.

    Args:
        rev: the rev of the sort that the page knew; 0 for none.

    Returns:
        whether anything had to be written.

    Raises:
        Stale: the sort was changed meanwhile. Invalid, Closed, Forbidden: as for ``enter_cards``.
    """
    with transaction.atomic():
        round = locked_round(round)
        require_proxy(by, seat)
        ballot = Ballot.objects.filter(round=round, seat=seat).first()
        entered = ballot.marks.filter(proxy=by) if ballot else Mark.objects.none()
        known = {mark.card_id: (mark.zone, clean_line(mark.reason)) for mark in entered}
        new = [each for each in choices if (each[1], clean_line(each[2])) != known.get(each[0].pk)]
        if not new:
            return False
        _require_fresh(ballot, rev)
        written = enter_cards(by, seat, round, new)
        note(round.workshop_id, by, "sort_entered", seat=seat.uid, round=round.number)
    return written


def write_for(by: Seat, seat: Seat, prompt: Prompt, text: str, rev: int) -> Remark:
    """Enter a comment of a person's pack. What they wrote themselves is kept as a version.

    Raises:
        Invalid, Closed, Stale: as for ``save_remark``. Forbidden: as for ``require_proxy``.
    """
    with transaction.atomic():
        require_proxy(by, seat)
    return save_remark(seat, prompt, text, rev, by=by)


def say_for(by: Seat, seat: Seat, card: Card, body: str, *, uid: UUID, kind: str = "") -> Remark:
    """Enter what a person says in the discussion of a card.

    Raises:
        Invalid, Closed, Stale, Remark.DoesNotExist: as for ``post_remark``.
        Forbidden: as for ``require_proxy``.
    """
    require_proxy(by, seat)
    return post_remark(seat, card, body, uid=uid, kind=kind, by=by)
