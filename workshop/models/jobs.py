"""Work that waits its turn: leased by one worker at a time, tried again later, done once by its key."""

from datetime import datetime, timedelta

from django.db import models

from .history import Job

LEASE = timedelta(minutes=5)  # after it, whoever had the job is taken to be dead
MOST_TRIES = 8
WIPE = "wipe"
LASTING = frozenset({"erase", WIPE, "rehearsal"})  # kinds that are never given up: people were told of them
LONGEST = timedelta(days=1)
BEAT, BEAT_LASTS = "worker", timedelta(minutes=2)


def waiting(now: datetime) -> models.QuerySet[Job]:
    """Return the jobs that are due and that no living worker has, the longest due first."""
    free = models.Q(leased_until__isnull=True) | models.Q(leased_until__lte=now)
    due = Job.objects.filter(free, state=Job.State.WAITING, due_at__lte=now).exclude(kind=BEAT)
    return due.order_by("due_at", "pk")


def pause_after(tries: int) -> timedelta:
    """Return how long a job rests that has failed so many times: a minute, twice as long each time, a day."""
    return min(timedelta(minutes=2 ** min(tries - 1, 11)), LONGEST)


def is_worker_alive(now: datetime) -> bool:
    """Whether a worker has said within the last two minutes that it works."""
    return Job.objects.filter(kind=BEAT, leased_until__gt=now).exists()


def failed_jobs() -> int:
    """Return how many jobs were given up, or have failed as often and are still tried."""
    tried = models.Q(state=Job.State.WAITING, tries__gte=MOST_TRIES)
    return Job.objects.filter(models.Q(state=Job.State.FAILED) | tried).count()
