"""A worker that stops in the middle of an erasure: `python -m tests.standing.worker SLUG [later]`.

With `later`, the lease of a job that was left is over.
"""

import sys
import time
from datetime import timedelta
from unittest.mock import patch

import django

django.setup()

from django.db import transaction  # noqa: E402 - Django must be set up
from django.utils import timezone  # noqa: E402 - the same

from workshop.actions import erasure_ledger, retention  # noqa: E402 - the same
from workshop.actions.auditing import audit  # noqa: E402 - the same
from workshop.actions.jobs import do_next, plan  # noqa: E402 - the same
from workshop.models import Job, Workshop  # noqa: E402 - the same
from workshop.models.retention import ERASE, REMINDED  # noqa: E402 - the same


def stop(*_words: object, **_ids: object) -> str:
    """Say so, and go no further."""
    sys.stdout.write("in the middle\n")
    sys.stdout.flush()
    time.sleep(600)
    return ""


def main(slug: str) -> None:
    """Have a workshop whose day has come, and begin to erase it."""
    now = timezone.now()
    day = timezone.localdate() - timedelta(days=1)
    Workshop.objects.filter(slug=slug).update(retain_until=day)
    with patch.object(timezone, "now", lambda: now - timedelta(days=8)), transaction.atomic():
        audit(Workshop.objects.get(slug=slug), None, REMINDED, until=day, count=1)
    plan(ERASE, f"erase:{slug}:{day}:0", timezone.now() - timedelta(hours=1))
    erasure_ledger._add = stop
    do_next(timezone.now(), retention.WAYS)


if __name__ == "__main__":
    if sys.argv[2:]:
        Job.objects.update(leased_until=timezone.now() - timedelta(minutes=1))
    else:
        main(sys.argv[1])
