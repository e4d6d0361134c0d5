"""What people show without a word: a hand, "ready", private signals to who leads. No history, no export.

A hand stays until it is lowered, and who asks for a pause needs it until it was heard, or a break begins.
"Ready", plainer words and more time are about the step that was on the stage when they were shown
(``step_rev``), so that they end by themselves when the stage moves.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .look_ups import LookUp
from .people import Seat
from .refusals import Closed
from .stage import Step
from .workshops import Workshop

HEARD_FOR = timedelta(minutes=1)  # after a signal was heard, before the same seat may give it again


class GestureQuerySet(models.QuerySet["Gesture"]):
    """Gestures by what counts now."""

    def of(self, workshop: Workshop) -> "GestureQuerySet":
        """Return what seats show in the present step, and what was taken down in it; not of removed seats."""
        return self.at(workshop.pk, workshop.step_rev)

    def at(self, workshop: int, step_rev: int) -> "GestureQuerySet":
        """Return the same for the primary key of a workshop and the rev of its step."""
        current = Q(kind__in=STAYS) | Q(step_rev=step_rev)
        return self.filter(current, seat__workshop=workshop, seat__removed_at=None)

    def up(self) -> "GestureQuerySet":
        """Return what nobody has taken down."""
        return self.filter(lowered_at=None)

    def lower(self) -> int:
        """Take down what is up, as who leads; return how many that were."""
        return self.up().update(lowered_at=timezone.now())


class Gesture(models.Model):
    """What one seat shows. Taking it back deletes the row; ``lowered_at`` is when who leads took it down."""

    class Kind(models.TextChoices):
        HAND = "hand", _("Hand up")
        READY = "ready", _("Ready")
        PLAINER = "plainer", _("Plainer words")
        PAUSE = "pause", _("A pause")
        TIME = "time", _("More time")

    uid = uid_field()
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="gestures")
    kind = models.CharField(max_length=8, choices=Kind)
    step_rev = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    lowered_at = models.DateTimeField(null=True, blank=True)

    objects = GestureQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            unique("seat", "kind", name="gesture_once"),
            one_of("kind", "hand ready plainer pause time", "gesture_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.seat_id}"


HAND, READY = Gesture.Kind.HAND, Gesture.Kind.READY
STAYS = (HAND, Gesture.Kind.PAUSE)  # when the stage moves
SIGNALS = (Gesture.Kind.PLAINER, Gesture.Kind.PAUSE, Gesture.Kind.TIME)


def show(seat: Seat, workshop: Workshop, kind: str) -> bool:
    """Let a seat show a gesture; return whether that is news. What is shown already keeps its place.

    Raises:
        Closed: who leads has just heard this signal from this seat.
    """
    shown = Gesture.objects.of(workshop).filter(seat=seat, kind=kind).first()
    if shown and shown.lowered_at is None:
        return False
    now = timezone.now()
    if shown and kind in SIGNALS and shown.lowered_at and now < shown.lowered_at + HEARD_FOR:
        raise Closed(
            _t("Who leads heard this a moment ago. Give them a minute, then press again if you need to.")
        )
    Gesture.objects.filter(seat=seat, kind=kind).delete()
    Gesture.objects.create(seat=seat, kind=kind, step_rev=workshop.step_rev, at=now)
    return True


def put_back(workshop: Workshop, kind: str) -> int:
    """Put back what who leads took down last, each in its old place in the queue; return how many."""
    down = Gesture.objects.of(workshop).filter(kind=kind, lowered_at__isnull=False)
    last = last_lowered(down)
    return down.filter(lowered_at=last).update(lowered_at=None) if last else 0


def last_lowered(gestures: GestureQuerySet) -> datetime | None:
    """Return when who leads last took one of these down; ``None`` for never."""
    last: datetime | None = gestures.aggregate(last=models.Max("lowered_at"))["last"]
    return last


def own_gestures(seat: Seat) -> dict[str, Gesture]:
    """Return, by kind, what a seat shows, and what of it was taken down or heard in the present step."""
    rev = seat.workshop.step_rev
    return {each.kind: each for each in OWN(seat) if each.kind in STAYS or each.step_rev == rev}


@dataclass(frozen=True)
class Counts:
    """How many seats show a gesture now, and how many of it who leads has taken down in the present step."""

    up: int = 0
    down: int = 0


def counts_of(workshop: Workshop) -> dict[str, Counts]:
    """Return the counts by kind, in one query; kinds that nobody shows or showed are left out."""
    return {kind: Counts(up, every - up) for kind, up, every in COUNTED(workshop, workshop.step_rev)}


COUNTED = LookUp(
    lambda workshop, rev: (
        Gesture.objects.at(workshop, rev)
        .order_by()
        .values_list("kind")
        .annotate(up=models.Count("pk", filter=Q(lowered_at=None)), all=models.Count("pk"))
    )
)
OWN = LookUp(lambda seat: Gesture.objects.filter(seat=seat).order_by())


def forget_gestures(workshop: Workshop) -> None:
    """Forget all of them: the workshop is closed."""
    Gesture.objects.filter(seat__workshop=workshop).delete()


def forget_past(workshop: Workshop) -> None:
    """Forget what ended with the last step, so that nobody can look up who gave a signal.

    Hands stay, and so does who asks for a pause, unless this is one.
    """
    stays = [HAND] if workshop.step and workshop.step.kind == Step.Kind.BREAK else STAYS
    past = Gesture.objects.filter(seat__workshop=workshop)
    past.exclude(step_rev=workshop.step_rev).exclude(kind__in=stays).delete()
    past.filter(lowered_at__isnull=False).delete()
