"""Consent: what people agree to, item by item. Answers are added, never changed."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Consent, Forbidden, Invalid, Seat, Stale, Workshop
from workshop.models.agreed_to import may_quote
from workshop.models.asked_twice import question_before
from workshop.models.audiences import FACILITATORS, may_see_people_rows
from workshop.models.brought import forget_brought_words
from workshop.models.consents import Asked, ConsentItem, asked_of, binds
from workshop.models.kept import stop_quoting
from workshop.models.retention import day_in

from .auditing import audit
from .kit import done, locked


def answer_consents(
    seat: Seat,
    answers: Mapping[str, bool],
    *,
    by: Seat | None = None,
    partly: bool = False,
    sheet: int | None = None,
    until: str | None = None,
    agreed: str | None = None,
) -> bool:
    """Add what a seat answers to what it is asked now; what has not changed adds nothing.

    It is taken after the close too, since people may take back an agreement at any time. Where nobody
    knows any more whose words are whose, a no to being quoted lets none of them be quoted.

    Args:
        answers: yes or no by the uid of the item.
        by: the facilitator who records what the person said, if anybody does.
        partly: whether items may be left without an answer; those stay as they are.
        sheet: the version of the information that the page showed; the one that stands if not given.
        until: the day of erasure that the page showed, empty for none; the one that stands if not given.
        agreed: the print of what was asked before this press, empty if nothing was; ``None`` if the page
            itself said what it does.

    Returns:
        whether nothing of the workshop is quoted any more from now on, and something could be before.

    Raises:
        Forbidden: the seat is not asked to take part.
        Invalid: an item that is asked now has no answer, and not ``partly``.
        Stale: the answers would do what ``agreed`` was not asked about; ``data["question"]`` is what to ask.
    """
    if not seat.is_participant:
        raise Forbidden(_("Only those who take part are asked to agree. Your seat is of another kind."))
    with transaction.atomic():
        seat.workshop = workshop = locked(seat.workshop_id)  # what is told after rests on what holds now
        seen = min(sheet or workshop.sheet, workshop.sheet)
        changed = _changed(rows := asked_of(seat), answers, partly)
        _require_asked(seat, rows, answers, agreed)
        _add(seat, changed, by, seen)
        if not partly:
            Seat.objects.filter(pk=seat.pk, sheet__lt=seen).update(sheet=seen)
            Seat.objects.filter(pk=seat.pk).update(told_until=day_in(until, workshop))
        stopped = _bind_all(workshop, seat, [item for item, answer in changed if not answer])
        if changed:
            done(by or seat, "consent_given", announce.people_changed, [FACILITATORS], items=len(changed))
    return stopped


def _changed(rows: list[Asked], answers: Mapping[str, bool], partly: bool) -> list[tuple[ConsentItem, bool]]:
    """Return what is answered otherwise than before; refuse a line without an answer, if not ``partly``."""
    asked = [(item, was) for item, was in rows if not partly or str(item.uid) in answers]
    if any(str(item.uid) not in answers for item, _was in asked):
        raise Invalid(_("Answer each line, then go on."))
    return [(item, answers[str(item.uid)]) for item, was in asked if was != answers[str(item.uid)]]


def _add(seat: Seat, changed: list[tuple[ConsentItem, bool]], by: Seat | None, sheet: int) -> None:
    _note_part(seat, by or seat, changed)
    Consent.objects.bulk_create(
        Consent(seat=seat, item=item, answer=answer, proxy=by, sheet=sheet) for item, answer in changed
    )


def _note_part(seat: Seat, who: Seat, changed: list[tuple[ConsentItem, bool]]) -> None:
    """Note in the audit who takes no part (any more), or takes part again, before the answers are added.

    Not where names are hidden: beside two files, one from before, it would tell whose the missing words are.
    """
    said = {item.key: answer for item, answer in changed if item.required}
    if not said or not may_see_people_rows(seat.workshop):
        return
    rows = Consent.objects.filter(seat=seat, item__key__in=said).order_by("at", "pk")
    was = dict(rows.values_list("item__key", "answer"))
    if any(not answer and was.get(key) is not False for key, answer in said.items()):
        audit(seat.workshop, who, "part_declined", seat=seat.uid)
    elif all(said.values()) and False in was.values():
        audit(seat.workshop, who, "part_resumed", seat=seat.uid)


def _require_asked(seat: Seat, rows: list[Asked], answers: Mapping[str, bool], agreed: str | None) -> None:
    """Refuse answers that end more than they say, unless just that was asked about before."""
    question = None if agreed is None else question_before(seat, rows, answers)
    if question and question.print != agreed:
        raise Stale(_("What this answer does has changed. Nothing was changed yet."), question=question)


def _bind_all(workshop: Workshop, seat: Seat, refused: list[ConsentItem]) -> bool:
    """Let nothing be quoted any more, where nobody knows whose words are whose and one said no to it."""
    if not any(map(binds, refused)) or may_quote(workshop, seat):
        return False
    if workshop.brought_at:
        forget_brought_words(workshop)
    return workshop.is_unlinked and stop_quoting(workshop)
