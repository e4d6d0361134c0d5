"""The workshop: the whole undertaking, from set-up to archive."""

import uuid
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .base import one_of, random_slug, unique
from .cities import city_of
from .join_codes import random_join_code
from .look_ups import LookUp
from .paces import Pace
from .text import LIMITS, CleanCharField, CleanTextField, validate_zone

if TYPE_CHECKING:
    from .rounds import Round

TRIES = 20


def free_join_code() -> str:
    """Return such a code that no workshop has: among a thousand drawn, two are alike in 41 of 100 draws."""
    codes = (random_join_code() for _n in range(TRIES))
    return next(code for code in codes if not Workshop.objects.filter(join_code=code).exists())


class Workshop(models.Model):
    """One workshop. Everything else belongs to exactly one, and is looked up through a seat in it."""

    class Purpose(models.TextChoices):
        REAL = "real", _("Real")
        DEMO = "demo", _("Demonstration")
        REHEARSAL = "rehearsal", _("Rehearsal")

    class Promise(models.TextChoices):
        NAMED = "named", _("Named")
        HIDDEN = "hidden", _("Names hidden from other participants")
        UNLINKED = "unlinked", _("Unlinked after close")

    class Order(models.TextChoices):
        POLL = "", _("As the newest poll left it")
        NOMINATIONS = "nominations", _("By nominations")
        SPLIT = "split", _("By split")
        HAND = "hand", _("By hand")

    slug = models.CharField(max_length=20, unique=True, default=random_slug, editable=False)
    join_code = models.CharField(max_length=12, unique=True, null=True, blank=True, default=random_join_code)
    series_uid = models.UUIDField(default=uuid.uuid4, editable=False)
    title = CleanCharField(max_length=LIMITS["title"])
    question = CleanTextField(blank=True)
    instructions = CleanTextField(blank=True)
    account_title = CleanCharField(max_length=LIMITS["title"], blank=True)  # over the open prompts
    reading_title = CleanCharField(max_length=LIMITS["title"], blank=True)
    reading = CleanTextField(blank=True)
    information = CleanTextField(blank=True)
    sheet = models.PositiveSmallIntegerField(default=1)  # which version of the information stands
    citation = CleanTextField(blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    venue = CleanCharField(max_length=LIMITS["venue"], blank=True)  # where it meets: a room, a video call
    zone = models.CharField(max_length=64, default="Europe/London", validators=[validate_zone])
    moved = models.PositiveSmallIntegerField(default=0, editable=False)  # how often its date was changed
    closed_at = models.DateTimeField(null=True, blank=True)
    purpose = models.CharField(max_length=10, choices=Purpose, default=Purpose.REAL)
    pace = models.CharField(max_length=8, choices=Pace, default=Pace.NONE, blank=True, editable=False)
    promise = models.CharField(max_length=10, choices=Promise, default=Promise.NAMED)
    promise_locked_at = models.DateTimeField(null=True, blank=True)
    unlinked_at = models.DateTimeField(null=True, blank=True, editable=False)
    step = models.ForeignKey("Step", models.SET_NULL, null=True, blank=True, related_name="+")
    step_rev = models.PositiveIntegerField(default=0)
    chair = models.ForeignKey("Seat", models.SET_NULL, null=True, blank=True, related_name="+")
    ordered_by = models.CharField(max_length=12, choices=Order, default=Order.POLL, blank=True)
    # Whose the chair is while another seat has it for one step; none while it is the chair's own.
    chair_lender = models.ForeignKey("Seat", models.SET_NULL, null=True, blank=True, related_name="+")
    chair_rev = models.PositiveIntegerField(default=0)
    blank_cards = models.PositiveSmallIntegerField(default=6)
    nominations = models.PositiveSmallIntegerField(default=3)
    retain_until = models.DateField(null=True, blank=True)
    history_n = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    brought_at = models.DateTimeField(null=True, blank=True, editable=False)  # back, from a file

    class Meta:
        constraints = [
            one_of("purpose", "real demo rehearsal", "workshop_purpose"),
            one_of("promise", "named hidden unlinked", "workshop_promise"),
            models.CheckConstraint(
                condition=models.Q(pace="") | models.Q(purpose="rehearsal"), name="workshop_pace_rehearses"
            ),
            models.CheckConstraint(
                condition=models.Q(ordered_by__in=["", "nominations", "split", "hand"]), name="workshop_order"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_closed(self) -> bool:
        """Whether the workshop is over: nothing in it changes any more."""
        return self.closed_at is not None

    @property
    def is_rehearsal(self) -> bool:
        """Whether nobody in it is real: simulated leaders answer, so that somebody can practise."""
        return self.purpose == self.Purpose.REHEARSAL

    @property
    def held_at(self) -> datetime | None:
        """When it is held: as planned, or when it was closed if that came first; ``None`` if unknown."""
        return min(filter(None, (self.starts_at, self.closed_at)), default=None)

    @property
    def is_unlinked(self) -> bool:
        """Whether the link between people and what they wrote and chose was destroyed, for good."""
        return self.unlinked_at is not None

    @property
    def is_live(self) -> bool:
        """Whether the stage has begun to move and the workshop is not closed."""
        return self.step_id is not None and not self.is_closed

    @property
    def zone_name(self) -> str:
        """The city by which its time zone is known: ``London``."""
        return city_of(self.zone)

    def clock(self, moment: datetime) -> str:
        """Return hours and minutes with the time zone they are in: ``17:00 (London time)``."""
        values = {"time": f"{moment.astimezone(ZoneInfo(self.zone)):%H:%M}", "zone": self.zone_name}
        return gettext("%(time)s (%(zone)s time)") % values

    def local(self, moment: datetime | None) -> datetime | None:
        """Return the moment in the workshop's own time zone; ``None`` stays ``None``."""
        return moment.astimezone(ZoneInfo(self.zone)) if moment else None

    def pack_round(self) -> "Round | None":
        """Return the round that the pack asks, the sort sent out before; ``None`` if there is none."""
        return next((round for round in self.rounds_in_order() if round.is_pack), None)

    def poll_round(self) -> "Round | None":
        """Return the opening poll, the first nomination poll; ``None`` if there is none."""
        return next((round for round in self.rounds_in_order() if round.kind == "poll"), None)

    def rounds_in_order(self) -> "list[Round]":
        """Return the rounds by number, read once per loaded workshop."""
        known: list[Round] | None = self.__dict__.get("_rounds")
        if known is None:
            ahead = vars(self).get("_prefetched_objects_cache", {}).get("rounds")
            known = self.__dict__["_rounds"] = sorted(
                ROUNDS(self) if ahead is None else ahead, key=attrgetter("number")
            )
        return known

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """Read the row again, and forget the rounds that were read with it."""
        self.__dict__.pop("_rounds", None)
        super().refresh_from_db(*args, **kwargs)

    def look_again(self) -> None:
        """Read the row again, as a page does before it shows anything; what hangs on it is forgotten.

        Raises:
            Workshop.DoesNotExist: it was deleted.
        """
        found = WORKSHOP(self)
        if not found:
            raise self.DoesNotExist
        for kept in ("_rounds", "_prefetched_objects_cache"):
            self.__dict__.pop(kept, None)
        self.__dict__.update(vars(found[0]))


WORKSHOP = LookUp(lambda pk: Workshop.objects.filter(pk=pk))
ROUNDS: "LookUp[Round]" = LookUp(
    lambda workshop: apps.get_model("workshop.Round").objects.filter(workshop=workshop), known="workshop"
)


class Stream(models.Model):
    """One number for each workshop and audience: it rises with each change that this audience can see."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="streams")
    audience = models.CharField(max_length=20)
    seq = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [unique("workshop", "audience", name="stream_once")]

    def __str__(self) -> str:
        return f"{self.audience} {self.seq}"
