"""What somebody without a device answers to a question, to the agreed text and to a proposed change of cards.

As with a ballot: blind to what the person said themselves, and nothing of it is written over unasked.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import (
    Assent,
    Closed,
    Invalid,
    Prompt,
    Proposal,
    Remark,
    Seat,
    Stale,
    Stance,
    checked_text,
    clean_text,
)
from workshop.models.proxy_seen import seen_before, seen_of
from workshop.models.proxy_words import Word, is_hidden_answer, is_hidden_word

from .agreed import say_assent
from .answers import enter_words
from .kit import note
from .proxy import answer_met, answered_elsewhere
from .proxy_rights import require_proxy_now
from .questions import current_open
from .stances import before_the_group, take_stance


def enter_answer(
    by: Seat,
    seat: Seat,
    prompt: Prompt,
    text: str,
    *,
    seen: str = "",
    replaces: bool = False,
    late: bool = False,
) -> Remark:
    """Enter what a person answers to a question. What they wrote before is kept as a version.

    Args:
        seen: which answer the page rests on, as ``seen_of`` says it; empty for none and a hidden one.
        replaces: whether the person asked to replace what is there; ``seen`` is then what the refusal named.
        late: whether the page said that the answers are shown, so that these words go to everybody.

    Raises:
        Stale: it was answered elsewhere meanwhile. Forbidden: as for ``require_proxy``.
        Invalid: it holds an answer that is hidden, and nobody asked to replace it (``data["seen"]``);
            too many words; or none, where one entered none oneself.
        Closed: as for ``require_proxy`` and ``save_answer``.
    """
    text = checked_text(text, limit=Remark.LIMIT, name=_("The answer"))
    with transaction.atomic():
        prompt = current_open(seat, prompt)
        require_proxy_now(by, seat)
        _require_time(prompt, late)
        found = Remark.objects.filter(prompt=prompt, seat=seat).first()
        remark = found or Remark(workshop=prompt.workshop, prompt=prompt, seat=seat)
        if _is_entered(remark, text, prompt, by) or _is_emptied(remark, text, seen):
            return remark
        _require_words(remark, text, by)
        if replaces or not is_hidden_answer(remark, prompt, by):
            _require_seen(remark, seen)
            return enter_words(seat, prompt, remark, text, by=by)
        note(seat.workshop_id, by, "answer_met", seat=seat.uid, question=prompt.uid)
    raise Invalid(answer_met(), seen=seen_of(remark))


def _is_entered(remark: Remark, text: str, prompt: Prompt, by: Seat) -> bool:
    return bool(text) and remark.body == text and (prompt.is_shown or remark.proxy_id == by.pk)


def _is_emptied(remark: Remark, text: str, seen: str) -> bool:
    """Whether the same form emptied the answer before, or somebody else what it wants to empty."""
    return not text and not remark.body and bool(seen) and seen == seen_before(remark)


def _require_time(prompt: Prompt, late: bool) -> None:
    if prompt.is_shown and not late:
        raise Closed(
            _(
                "The answers were shown a moment ago, so this was not sent by itself. Send it again if "
                "everybody should read it."
            )
        )


def _require_words(remark: Remark, text: str, by: Seat) -> None:
    if not text and not (remark.body and remark.proxy_id == by.pk):
        raise Invalid(_("Write what they answer. What they wrote themselves, only they can take back."))


def enter_assent(
    by: Seat,
    seat: Seat,
    prompt: Prompt,
    answer: str,
    why: str,
    *,
    rev: int,
    seen: str = "",
    replaces: bool = False,
) -> Assent:
    """Enter that a person agrees to the text of the group, or dissents.

    Args:
        rev: the rev of the text that was read to them.
        seen: which word of theirs the page rests on, as ``seen_of`` says it; empty for none and a hidden one.
        replaces: whether they asked to replace what is there; ``seen`` is then what the refusal named.

    Raises:
        Invalid: they said so already, and nobody asked to replace it (``data["seen"]``); or as for
            ``say_assent``. Stale: it was said elsewhere meanwhile. Closed, Forbidden: as for both.
    """
    with transaction.atomic():
        prompt = current_open(seat, prompt)
        require_proxy_now(by, seat)
        known = Assent.objects.filter(prompt=prompt, seat=seat).first()
        if known and known.rev == rev and _is_same(known, by, answer, why):
            return known
        if _may_enter(by, seat, known, seen, replaces, question=prompt.uid):
            said = say_assent(seat, prompt, answer, why, rev, by=by)
            note(seat.workshop_id, by, "assent_entered", seat=seat.uid, question=prompt.uid)
            return said
    raise Invalid(answer_met(), seen=seen_of(known))


def enter_stance(
    by: Seat,
    seat: Seat,
    proposal: Proposal,
    answer: str,
    why: str,
    *,
    seen: str = "",
    replaces: bool = False,
) -> Stance:
    """Enter what a person answers to a change of cards that is before the group.

    Args:
        seen, replaces: as for ``enter_assent``.

    Raises:
        Invalid: they answered already, and nobody asked to replace it (``data["seen"]``); or as for
            ``take_stance``. Stale: it was answered elsewhere meanwhile. Closed, Forbidden: as for both.
    """
    with transaction.atomic():
        proposal = before_the_group(seat, proposal)
        require_proxy_now(by, seat)
        known = Stance.objects.filter(proposal=proposal, seat=seat).first()
        if known and _is_same(known, by, answer, why):
            return known
        if _may_enter(by, seat, known, seen, replaces, proposal=proposal.uid):
            taken = take_stance(seat, proposal, answer, why, by=by)
            note(seat.workshop_id, by, "stance_entered", seat=seat.uid, proposal=proposal.uid)
            return taken
    raise Invalid(answer_met(), seen=seen_of(known))


def _is_same(known: Word, by: Seat, answer: str, why: str) -> bool:
    return (known.proxy_id, known.answer, known.why) == (by.pk, answer, clean_text(why))


def _may_enter(by: Seat, seat: Seat, known: Word | None, seen: str, replaces: bool, **about: UUID) -> bool:
    """Whether a word may be written; where it would replace a hidden one unasked, the history keeps that."""
    if replaces or not is_hidden_word(known, by):
        _require_seen(known, seen)
        return True
    note(seat.workshop_id, by, "answer_met", seat=seat.uid, **about)
    return False


def _require_seen(known: Word | Remark | None, seen: str) -> None:
    if seen_of(known) != seen:
        raise Stale(answered_elsewhere(), seen=seen_of(known))
