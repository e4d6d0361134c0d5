"""Consent: what people agree to, item by item. Answers are added, never changed."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Consent, Forbidden, Invalid, Seat, Workshop
from workshop.models.audiences import FACILITATORS
from workshop.models.consents import ConsentItem, asked_of, binds, may_quote
from workshop.models.kept import stop_quoting

from .kit import done, locked


def answer_consents(
    seat: Seat,
    answers: Mapping[str, bool],
    *,
    by: Seat | None = None,
    partly: bool = False,
    sheet: int | None = None,
) -> None:
    """Add what a seat answers to what it is asked now; what has not changed adds nothing.

    It is taken after the close too, since people may take back an agreement at any time. Where nobody
    knows any more whose words are whose, a no to being quoted lets none of them be quoted.

    Args:
        answers: yes or no by the uid of the item.
        by: the facilitator who records what the person said, if anybody does.
        partly: whether items may be left without an answer; those stay as they are.
        sheet: the version of the information that the page showed; the one that stands if not given.

    Raises:
        Forbidden: the seat is not asked to take part.
        Invalid: an item that is asked now has no answer, and not ``partly``.
    """
    if not seat.is_participant:
        raise Forbidden(_("Only those who take part are asked to agree. Your seat is of another kind."))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        seen = min(sheet or workshop.sheet, workshop.sheet)
        asked = [(item, was) for item, was in asked_of(seat) if not partly or str(item.uid) in answers]
        if any(str(item.uid) not in answers for item, _was in asked):
            raise Invalid(_("Answer each line, then go on."))
        changed = [(item, answers[str(item.uid)]) for item, was in asked if was != answers[str(item.uid)]]
        Consent.objects.bulk_create(
            Consent(seat=seat, item=item, answer=answer, proxy=by, sheet=seen) for item, answer in changed
        )
        if not partly:
            Seat.objects.filter(pk=seat.pk, sheet__lt=seen).update(sheet=seen)
        if changed:
            _bind_all(workshop, seat, [item for item, answer in changed if not answer])
            done(by or seat, "consent_given", announce.people_changed, [FACILITATORS], items=len(changed))


def _bind_all(workshop: Workshop, seat: Seat, refused: list[ConsentItem]) -> None:
    """Let nothing be quoted any more, where nobody knows whose words are whose and one said no to it."""
    if workshop.is_unlinked and any(map(binds, refused)) and not may_quote(workshop, seat):
        stop_quoting(workshop)
