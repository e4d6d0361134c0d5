"""A question on the agenda: added, and its answers shown to everybody at one moment."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import LIMITS, Closed, Prompt, Remark, Seat, Stale, Step, checked_text
from workshop.models.closing import require_going_on

from .agenda import open_agenda, put_before_the_end
from .kit import done, leading, locked


def add_question(seat: Seat, text: str, *, uid: UUID, citation: str = "") -> Step:
    """Put a question on the agenda, before the results; with it the place for the text that is agreed.

    Args:
        text: what is asked.
        uid: made with the form: sent twice, it adds one question.
        citation: where the question comes from, if it is not the group's own.

    Raises:
        Invalid: nothing is asked, or it is too long. Closed: the workshop is closed, or it was removed since.
        Forbidden: the seat does not lead. Stale: this form added a question in other words.
    """
    text = checked_text(text, limit=LIMITS["summary"], name=_("The question"), required=True)
    with transaction.atomic():
        workshop = open_agenda(seat)
        if same := workshop.prompts.filter(uid=uid).first():
            return _same(same, text)
        kinds = Prompt.Kind
        asked = Prompt.objects.create(
            workshop=workshop, uid=uid, kind=kinds.OPEN, text=text, citation=citation
        )
        agreed = Prompt.objects.create(workshop=workshop, kind=kinds.AGREED, question=asked)
        Remark.objects.create(workshop=workshop, prompt=agreed)
        step = put_before_the_end(workshop, Step(workshop=workshop, kind=Step.Kind.QUESTION, prompt=asked))
        done(seat, "question_added", announce.stage_moved, step=step.uid, question=uid)
    return step


def _same(prompt: Prompt, text: str) -> Step:
    step = prompt.steps.first()
    if step is None:
        raise Closed(_("This question was removed since. Load the page again to add it anew."))
    if prompt.text != text:
        raise Stale(_("This form was sent before, with other words. Load the page again to add another."))
    return step


def current(seat: Seat, prompt: Prompt) -> Prompt:
    """Return a question as it is now, the workshop locked until the transaction ends.

    Raises:
        Closed: it has not been asked yet.
    """
    workshop = locked(seat.workshop_id)
    found = Prompt.objects.get(pk=prompt.pk)
    found.workshop = workshop
    if not found.steps.filter(started_at__isnull=False).exists():
        raise Closed(_("This question has not been asked yet. Nothing was changed."))
    return found


def current_open(seat: Seat, prompt: Prompt) -> Prompt:
    """Return the same where answers and texts can still be written.

    Raises:
        Closed: it has not been asked yet, or the workshop is closed.
    """
    found = current(seat, prompt)
    require_going_on(found.workshop, "questions")
    return found


def show_answers(seat: Seat, prompt: Prompt) -> Prompt:
    """Show everybody what each has answered, for good; from then on the agreed text can be written.

    Showing twice changes nothing. It is allowed after the close as well, as the reveal of a round is.

    Raises:
        Forbidden: the seat does not lead. Closed: it has not been asked yet.
    """
    with transaction.atomic():
        leading(seat)
        prompt = current(seat, prompt)
        if prompt.is_shown:
            return prompt
        prompt.shown_at = timezone.now()
        prompt.save(update_fields=["shown_at"])
        done(seat, "answers_shown", announce.stage_moved, question=prompt.uid)
    return prompt
