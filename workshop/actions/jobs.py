"""The worker's part: it takes a job, does it, or puts it off; what it died over is taken up by another."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from django.db import connection, transaction

from workshop.models import Job
from workshop.models.jobs import BEAT, BEAT_LASTS, LASTING, LEASE, MOST_TRIES, pause_after, waiting

log = logging.getLogger(__name__)
Do = Callable[[Job], None]  # does the work and finishes the job, in one transaction where it can be


def plan(kind: str, key: str, due_at: datetime) -> Job:
    """Have a job done at a time; the same key again changes nothing."""
    return Job.objects.get_or_create(key=key, defaults={"kind": kind, "due_at": due_at})[0]


def do_next(now: datetime, ways: Mapping[str, Do]) -> bool:
    """Take one job that is due and do it; return whether there was one.

    What fails is tried again after a minute, two, four …, and given up after eight times; the log has it.
    An erasure is tried every day for ever.
    """
    job = lease(now)
    if job is None:
        return False
    try:
        ways[job.kind](job)
    except Exception:  # whatever it is, the other jobs are not held up
        log.exception("The job %s failed, %s times now.", job.key, job.tries)
        put_off(job, now)
    return True


def lease(now: datetime) -> Job | None:
    """Take the job that is longest due, for a while: no other worker takes it meanwhile."""
    with transaction.atomic():
        skip = connection.features.has_select_for_update_skip_locked
        job = waiting(now).select_for_update(skip_locked=skip).first()
        if job:
            job.leased_until, job.tries = now + LEASE, job.tries + 1
            job.save(update_fields=["leased_until", "tries"])
        return job


def finish(job: Job) -> None:
    """Say that a job is done. In the transaction of its work, neither is there without the other."""
    Job.objects.filter(pk=job.pk).update(state=Job.State.DONE, leased_until=None)


def put_off(job: Job, now: datetime) -> None:
    """Let a job that failed rest before it is tried again, or give it up."""
    is_over = job.tries >= MOST_TRIES and job.kind not in LASTING
    state = Job.State.FAILED if is_over else Job.State.WAITING
    rest = {"leased_until": None, "due_at": now + pause_after(job.tries)}
    Job.objects.filter(pk=job.pk).update(state=state, **rest)


def beat(now: datetime) -> None:
    """Say that a worker works."""
    Job.objects.update_or_create(
        key=BEAT, defaults={"kind": BEAT, "leased_until": now + BEAT_LASTS, "state": Job.State.DONE}
    )
