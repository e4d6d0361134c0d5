"""Steps leave the agenda; what was suggested with them waits again, and comes back with them."""

from collections.abc import Iterable

from django.utils import timezone

from workshop.models import Step, Suggestion, Workshop

from .kit import note

State = Suggestion.State


def drop_steps(workshop: Workshop, steps: Iterable[Step]) -> list[str]:
    """Delete steps; what was suggested with them is before who leads again. Runs inside a transaction.

    The announcement is the caller's.

    Returns:
        The uids of these suggestions.
    """
    gone = [step.pk for step in steps]
    found = workshop.suggestions.filter(step__in=gone)
    uids = [str(uid) for uid in found.values_list("uid", flat=True)]
    found.update(state=State.OPEN, settled_at=None, step=None)
    for uid in uids:
        note(workshop.pk, None, "suggestion_reopened", suggestion=uid)
    workshop.steps.filter(pk__in=gone).delete()
    return uids


def accept_again(workshop: Workshop, step: Step, uids: list[str]) -> None:
    """Let suggestions be on the agenda with a step that came back. Runs inside a transaction."""
    rows = workshop.suggestions.filter(uid__in=uids, step=None)
    rows.update(state=State.ACCEPTED, settled_at=timezone.now(), step=step)
