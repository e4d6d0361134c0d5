"""A step that waits is taken off the agenda, and put back where it was."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Closed, History, Invalid, Seat, Step, Workshop

from .agenda import number_steps, open_agenda
from .kit import done

REMOVED, RESTORED = "step_removed", "step_restored"


def remove_step(seat: Seat, step: Step) -> None:
    """Take a step that has not begun off the agenda; its question or card stays. Twice changes nothing.

    Raises:
        Invalid: it has begun, or is the welcome, a round or an end. Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = open_agenda(seat)
        found = workshop.steps.select_related("card", "prompt").filter(pk=step.pk).first()
        if found is None:
            return
        if not found.is_removable:
            raise Invalid(_("Only what has not begun can be removed. Rounds have a page of their own."))
        facts = {
            "step": found.uid,
            "kind": found.kind,
            "position": found.position,
            "minutes": found.minutes or "",
            "card": found.card.uid if found.card else "",
            "question": found.prompt.uid if found.prompt else "",
        }
        found.delete()
        done(seat, REMOVED, announce.stage_moved, **facts)


def restore_step(seat: Seat, uid: UUID) -> None:
    """Put a step back on the agenda, where it was. Twice changes nothing.

    Raises:
        Closed: it was not removed here, what it was about is gone, or the workshop is closed.
    """
    with transaction.atomic():
        workshop = open_agenda(seat)
        if workshop.steps.filter(uid=uid).exists():
            return
        row = workshop.history.filter(verb=REMOVED, ids__step=str(uid)).order_by("-n").first()
        if row is None:
            raise Closed(_("This is not among what was removed from the agenda. Nothing was changed."))
        Step.objects.create(workshop=workshop, uid=uid, **_facts(workshop, row.ids))
        number_steps(list(workshop.steps.all()))
        done(seat, RESTORED, announce.stage_moved, step=uid)


def _facts(workshop: Workshop, ids: dict[str, str]) -> dict[str, object]:
    card = workshop.cards.filter(uid=ids["card"]).first() if ids["card"] else None
    prompt = workshop.prompts.filter(uid=ids["question"]).first() if ids["question"] else None
    if (ids["card"] and card is None) or (ids["question"] and prompt is None):
        raise Closed(_("What this was about is gone, so it cannot be put back."))
    minutes = int(ids["minutes"]) if ids["minutes"] else None
    known = {"kind": ids["kind"], "position": int(ids["position"]), "minutes": minutes}
    return {**known, "card": card, "prompt": prompt}


def last_removed(workshop: Workshop) -> History | None:
    """Return what was removed last, if it was not put back."""
    row = workshop.history.filter(verb__in=[REMOVED, RESTORED]).order_by("-n").first()
    return row if row and row.verb == REMOVED else None
