"""Whether letters leave this server at present, for the pages about letters."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from config.mail import sends_mail
from workshop.models import Workshop
from workshop.models.audit_lines import last_restore
from workshop.models.jobs import is_worker_alive

TOLD_FOR = timedelta(days=30)


def state_of(workshop: Workshop) -> dict[str, Any]:
    """Return what facilitators should know before they send: ``keeps`` is why nothing goes out at all."""
    now, restored = timezone.now(), last_restore()
    reached = Count("pk", filter=Q(person__email__gt=""))
    people = workshop.seats.answering().aggregate(everybody=Count("pk"), reachable=reached)
    return {
        "keeps": workshop.purpose if workshop.purpose != Workshop.Purpose.REAL else "",
        "printed": not sends_mail(),
        "idle": not is_worker_alive(now),
        "restored": restored if restored and restored.at > now - TOLD_FOR else None,
    } | people
