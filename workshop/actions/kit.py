"""What every action shares: history, numbers and announcements, written last so that locks are short."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from workshop.models import History, Seat, Stream, Workshop
from workshop.models.audiences import AUDIENCES
from workshop.models.chairing import require_leading

from .auditing import audit_history

Fact = Callable[[int, dict[str, int]], None]


def done(
    seat: Seat,
    verb: str,
    fact: Fact | None = None,
    audiences: Iterable[str] = AUDIENCES,
    /,
    **ids: object,
) -> None:
    """Write down what was done and announce it. Call it last, inside the action's transaction.

    Args:
        seat: who did it.
        verb: the action's name in the past tense, such as ``round_revealed``.
        fact: the announcement, a function of ``workshop.live.announce``; none for what no page shows.
        audiences: who can see the change.
        ids: uids and numbers of what was touched; never words.
    """
    note(seat.workshop_id, seat, verb, **ids)
    if fact:
        fact(seat.workshop_id, take_numbers(seat.workshop_id, audiences))


def note(workshop_id: int, seat: Seat | None, verb: str, /, **ids: object) -> None:
    """Add a row to the history of a workshop, inside a transaction."""
    rows = Workshop.objects.filter(pk=workshop_id)
    rows.update(history_n=F("history_n") + 1)
    n = rows.values_list("history_n", flat=True).get()
    History.objects.create(
        workshop_id=workshop_id,
        n=n,
        verb=verb,
        seat=seat,
        ids={key: str(value) for key, value in ids.items()},
    )
    audit_history(seat, verb, ids)


def take_numbers(workshop_id: int, audiences: Iterable[str]) -> dict[str, int]:
    """Raise the number of each audience by one and return the new numbers.

    Runs in the caller's transaction, or in its own. The rows stay locked until commit, so nobody else can
    take the same number, and the order of numbers is the order of commits.
    """
    wanted = set(audiences)
    rows = Stream.objects.filter(workshop_id=workshop_id, audience__in=wanted)
    with transaction.atomic():
        in_order = rows.select_for_update().order_by(
            "audience"
        )  # two that take the same never wait crosswise
        for audience in sorted(wanted - set(in_order.values_list("audience", flat=True))):
            Stream.objects.get_or_create(workshop_id=workshop_id, audience=audience)
        rows.update(seq=F("seq") + 1)
        return dict(rows.values_list("audience", "seq"))


def locked(workshop_id: int) -> Workshop:
    """Return the workshop with its row locked until the end of the transaction.

    Rows that belong to it can still be added by others: only its key stays free.
    """
    return Workshop.objects.select_for_update(no_key=True).get(pk=workshop_id)


def leading(seat: Seat) -> Workshop:
    """Return the workshop of a seat, locked, if the seat leads it at this moment.

    Whoever hands the chair on holds the same lock, so no press comes between.

    Raises:
        Forbidden: the seat does not lead (any more); it says who is in the chair.
    """
    workshop = locked(seat.workshop_id)
    require_leading(seat, workshop)
    return workshop


def lock_promise(workshop_id: int) -> None:
    """Fix the promise at the first answer; later answers change nothing."""
    rows = Workshop.objects.filter(pk=workshop_id, promise_locked_at__isnull=True)
    rows.update(promise_locked_at=timezone.now())
