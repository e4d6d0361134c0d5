"""What a facilitator enters for a person without a device: through the same actions, and marked as such.

The facilitator must not learn what the person chose themselves, so nothing of theirs is shown or written over
unless they asked for it. Who sends an answer learns whether there was one; the history keeps that they did.
"""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import (
    Ballot,
    Card,
    Closed,
    Invalid,
    Prompt,
    Refusal,
    Remark,
    Round,
    Seat,
    Stale,
)
from workshop.models.proxy import agreements_of, is_hidden_ballot
from workshop.models.proxy_seen import seen_of

from .blank_words import BlankWords
from .blanks import save_blank
from .consents import answer_consents
from .discussion import post_remark
from .kit import locked, note
from .proxy_rights import require_proxy_now
from .remarks import save_remark
from .rounds import Vote, cast_ballots, locked_round


def record_consents(by: Seat, seat: Seat, answers: Mapping[str, bool], *, closed: bool) -> None:
    """Record what a person agreed to, aloud or on paper. What they answered themselves stays as it is.

    Args:
        closed: whether the page showed the workshop closed, and so said what a no does then.

    Raises:
        Stale: it was closed after the page was shown.
        Invalid: an item has no answer, while the workshop goes on. Forbidden: as for ``require_proxy``.
        Closed: as for it, or an agreement is new and the workshop is closed: they may still take one back.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_proxy_now(by, seat, agreed=False)
        if workshop.is_closed and not closed:
            raise Stale(
                _(
                    "The workshop was closed meanwhile, and with it what a no does has changed. Nothing was "
                    "recorded. Read what it does now, then record what they take back."
                )
            )
        known = agreements_of(seat)
        kept = {str(each.item.uid): each.given for each in known if each.is_own and each.given is not None}
        new = [
            each for each in known if not each.given and not each.is_own and answers.get(str(each.item.uid))
        ]
        if new and workshop.is_closed:
            raise Closed(
                _("The workshop is closed. You can record what they take back, and no new agreement.")
            )
        answer_consents(seat, {**answers, **kept}, by=by, partly=workshop.is_closed)


def cast_for(
    by: Seat, seat: Seat, round: Round, cards: frozenset[str], *, seen: str, replaces: bool
) -> Ballot:
    """Enter what a person chooses in a poll; no card means that they would rather not choose.

    Args:
        seen: which ballot the page rests on, as ``seen_of`` says it; empty for none and a hidden one.
        replaces: whether the person asked to replace what they, or somebody else for them, chose before;
            ``seen`` is then what the refusal named.

    Raises:
        Stale: it was answered meanwhile. Invalid: it holds an answer that is hidden, and nobody asked to
            replace it (``data["seen"]``); or as for ``cast_ballots``.
        Closed, Forbidden: as for both.
    """
    with transaction.atomic():
        round = locked_round(round)
        require_proxy_now(by, seat)
        ballot = Ballot.objects.filter(round=round, seat=seat).first()
        if ballot and _is_same(ballot, by, cards):
            return ballot
        round.require_open()
        if ballot is None or replaces or not is_hidden_ballot(ballot, by):
            _require_fresh(ballot, seen)
            return _enter_ballot(by, seat, round, cards)
        note(round.workshop_id, by, "answer_met", seat=seat.uid, round=round.number)
    raise Invalid(answer_met(), seen=seen_of(ballot))


def answer_met() -> str:
    """Return the sentence for who enters an answer where there is one that they may not see."""
    return _("There is an answer already. Replace it only if they asked you to, and say so.")


def answered_elsewhere() -> str:
    """Return the sentence for an answer that changed after the page was loaded."""
    return _("This was answered elsewhere a moment ago, so nothing was saved. Look again first.")


def _enter_ballot(by: Seat, seat: Seat, round: Round, cards: frozenset[str]) -> Ballot:
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


def _require_fresh(ballot: Ballot | None, seen: str) -> None:
    if seen_of(ballot) != seen:
        raise Stale(answered_elsewhere(), seen=seen_of(ballot))


def write_for(by: Seat, seat: Seat, prompt: Prompt, text: str, rev: int) -> Remark:
    """Enter a comment of a person's pack. What they wrote themselves is kept as a version.

    Raises:
        Invalid, Closed, Stale: as for ``save_remark``. Forbidden: as for ``require_proxy``.
    """
    return save_remark(seat, prompt, text, rev, by=by)


def fill_for(by: Seat, seat: Seat, uid: UUID, rev: int, words: BlankWords) -> Card:
    """Enter what a blank card of a person's says. What they wrote themselves is kept.

    Raises:
        Invalid, Closed, Stale, Card.DoesNotExist: as for ``save_blank``. Forbidden: as for ``require_proxy``.
    """
    return save_blank(seat, uid, rev, words, by)


def say_for(by: Seat, seat: Seat, card: Card, body: str, *, uid: UUID, kind: str = "") -> Remark:
    """Enter what a person says in the discussion of a card.

    Raises:
        Invalid, Closed, Stale, Remark.DoesNotExist: as for ``post_remark``.
        Forbidden: as for ``require_proxy``.
    """
    with transaction.atomic():
        locked(seat.workshop_id)
        require_proxy_now(by, seat)
        return post_remark(seat, card, body, uid=uid, kind=kind, by=by)
