"""The timer of a step: it informs, and nothing waits for it."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _t

from .look_ups import LookUp
from .refusals import Invalid
from .workshops import Workshop

LONGEST = 180  # minutes


class Timer(models.Model):
    """Until when a step may take. It belongs to the step of ``step_rev``: when the stage moves, it is over.

    ``rev`` rises with each extension, so that one press sent twice adds its minutes once.
    """

    workshop = models.OneToOneField(Workshop, models.CASCADE, related_name="timer")
    step_rev = models.PositiveIntegerField()
    rev = models.PositiveIntegerField(default=1)
    ends_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.ends_at:%H:%M:%S}"

    @property
    def is_up(self) -> bool:
        """Whether its time has passed, by the server's clock."""
        return self.ends_at <= timezone.now()

    def extend(self, minutes: int) -> None:
        """Add minutes: to its end, or to now where that has passed."""
        self.ends_at = max(self.ends_at, timezone.now()) + timedelta(minutes=minutes)
        self.rev += 1
        self.save(update_fields=["ends_at", "rev"])


TIMERS = LookUp(lambda workshop, rev: Timer.objects.filter(workshop=workshop, step_rev=rev))


def timer_of(workshop: Workshop) -> Timer | None:
    """Return the timer of the step on the stage; ``None`` if it has none, or the workshop is closed."""
    if workshop.is_closed:
        return None
    return next(iter(TIMERS(workshop, workshop.step_rev)), None)


def checked_minutes(sent: str) -> int:
    """Return whole minutes.

    Raises:
        Invalid: it is no whole number from 1 to `LONGEST`.
    """
    sent = sent.strip()
    if sent.isdecimal() and len(sent) < 5 and 1 <= int(sent) <= LONGEST:
        return int(sent)
    raise Invalid(
        _t("Give the timer whole minutes, from 1 to %(most)s. Nothing was changed.") % {"most": LONGEST}
    )


def in_minutes(minutes: int) -> datetime:
    """Return the moment so many minutes from now."""
    return timezone.now() + timedelta(minutes=minutes)
