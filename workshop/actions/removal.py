"""A step that waits is taken off the agenda, and put back where it was."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Closed, History, Invalid, Seat, Step, Workshop
from workshop.models.agenda import REMOVED, log_of, steps_of
from workshop.models.once import once

from .agenda import number_steps, open_agenda, put_before_the_end
from .dropping import accept_again, drop_steps
from .kit import done
from .places import place_after, stood_before

RESTORED = "step_restored"
OFFERED = 5  # of what was removed, so many can be put back from the desk


def remove_step(seat: Seat, uid: UUID) -> None:
    """Take a step that has not begun off the agenda; its question or card stays. Twice changes nothing.

    If somebody suggested it, that waits for who leads again.

    Raises:
        Invalid: it has begun, or is the welcome, a round or an end.
        Closed: it is not on the agenda and was not removed here, or the workshop is closed.
    """
    with transaction.atomic():
        workshop = open_agenda(seat)
        found = workshop.steps.select_related("card", "prompt").filter(uid=uid).first()
        if found is None:
            _require_removed(workshop, uid)
            return
        if not found.is_removable:
            raise Invalid(_("Only what has not begun can be removed. Rounds have a page of their own."))
        facts = {
            "step": found.uid,
            "kind": found.kind,
            "after": " ".join(stood_before(workshop, found)),
            "minutes": found.minutes or "",
            "card": found.card.uid if found.card else "",
            "question": found.prompt.uid if found.prompt else "",
        }
        suggested = " ".join(drop_steps(workshop, [found]))
        done(seat, REMOVED, announce.stage_moved, **facts, suggested=suggested)


def restore_step(seat: Seat, uid: UUID) -> None:
    """Put a step back on the agenda, where it was, with what was suggested. Twice changes nothing.

    A card whose discussion waits on the agenda by now gets no second one.

    Raises:
        Closed: it was not removed here, what it was about is gone, or the workshop is closed.
    """
    with transaction.atomic():
        workshop = open_agenda(seat)
        if workshop.steps.filter(uid=uid).exists():
            return
        row = _require_removed(workshop, uid)
        step = Step(workshop=workshop, uid=uid, **_facts(workshop, row.ids))
        if step.card_id and workshop.steps.filter(card=step.card_id, started_at=None).exists():
            return
        _put_after(workshop, step, row.ids.get("after", "").split())
        accept_again(workshop, step, row.ids.get("suggested", "").split())
        done(seat, RESTORED, announce.stage_moved, step=uid)


def _put_after(workshop: Workshop, step: Step, after: list[str]) -> None:
    """Store a step after the first of these that is still on the agenda, else before the end."""
    steps = list(workshop.steps.all())
    at = place_after([str(each.uid) for each in steps], after)
    if not at:
        put_before_the_end(workshop, step)
        return
    step.save()
    number_steps([*steps[:at], step, *steps[at:]])


def _require_removed(workshop: Workshop, uid: UUID) -> History:
    row = workshop.history.filter(verb=REMOVED, ids__step=str(uid)).order_by("-n").first()
    if row is None:
        raise Closed(_("This is not among what was removed from the agenda. Nothing was changed."))
    return row


def _facts(workshop: Workshop, ids: dict[str, str]) -> dict[str, object]:
    card = workshop.cards.filter(uid=ids["card"]).first() if ids["card"] else None
    prompt = workshop.prompts.filter(uid=ids["question"]).first() if ids["question"] else None
    if (ids["card"] and card is None) or (ids["question"] and prompt is None):
        raise Closed(_("What this was about is gone, so it cannot be put back."))
    minutes = int(ids["minutes"]) if ids["minutes"] else None
    return {"kind": ids["kind"], "minutes": minutes, "card": card, "prompt": prompt}


def removed_steps(workshop: Workshop) -> list[Step]:
    """Return what was taken off and can be put back, unsaved: the newest first, `OFFERED` at most."""
    steps, log = once(workshop, steps_of, workshop), once(workshop, log_of, workshop)
    here = {str(step.uid) for step in steps}
    waits = {step.card_id for step in steps if step.started_at is None}
    found: list[Step] = []
    for ids in [ids for verb, ids in reversed(log) if verb == REMOVED]:
        if len(found) == OFFERED or ids["step"] in here:
            continue
        here.add(ids["step"])
        try:
            step = Step(workshop=workshop, uid=UUID(ids["step"]), **_facts(workshop, ids))
        except Closed:  # the card or the question is gone
            continue
        if step.card_id is None or step.card_id not in waits:
            found.append(step)
    return found
