"""Ground rules: what the people in the room ask of one another, and how many agree to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import models
from django.utils import timezone

from .base import uid_field, unique
from .consents import asked_in_rounds
from .kept import Kept, figures_kept
from .look_ups import LookUp
from .once import once
from .people import Seat
from .text import CleanTextField
from .workshops import Workshop


class GroundRule(models.Model):
    """One rule by one seat; to the group it is everybody's, without an author.

    ``proxy`` is the facilitator who entered it for a person without a device.
    """

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="ground_rules")
    uid = uid_field()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="ground_rules")
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    text = CleanTextField()
    rev = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [unique("workshop", "uid", name="ground_rule_uid_once")]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Ground:
    """The rules that stand, how many agree to them as they are, and how many to fewer or other ones.

    ``changed_at`` is when the newest of them was added, put in other words or put back. ``kept`` is what the
    counts are from where they were not counted now.
    """

    rules: list[GroundRule] = field(default_factory=list)
    agree: int = 0
    earlier: int = 0
    seats: int = 0
    changed_at: datetime | None = None
    kept: Kept | None = None


RULES = LookUp(lambda workshop: GroundRule.objects.filter(workshop=workshop).order_by(), known="workshop")


def rules_of(workshop: Workshop) -> list[GroundRule]:
    """Return the ground rules, also those that were taken back."""
    return sorted(RULES(workshop), key=lambda rule: (rule.created_at, rule.pk))


def newest_of(rules: Iterable[GroundRule]) -> datetime | None:
    """Return when the newest of the rules that stand was added, put in other words or put back."""
    return max((rule.changed_at for rule in rules if rule.withdrawn_at is None), default=None)


def ground_of(workshop: Workshop) -> Ground:
    """Return the ground rules and how many agree, in two queries; never who.

    Who agreed before a rule was added or put in other words has agreed to earlier ones.
    """
    rules = [rule for rule in once(workshop, rules_of, workshop) if rule.withdrawn_at is None]
    seats = asked_in_rounds(workshop).values_list("ground_rules_at", flat=True)
    said = [moment for moment in seats if moment]
    newest = newest_of(rules)
    if kept := _kept(workshop, said, newest):
        return Ground(rules, kept.agree, kept.earlier, len(seats), newest, kept)
    agree = sum(newest is not None and moment >= newest for moment in said)
    return Ground(rules, agree, len(said) - agree if rules else 0, len(seats), newest)


def _kept(workshop: Workshop, said: list[datetime], newest: datetime | None) -> Kept | None:
    """Return the counts that were kept; of one from a file until somebody agrees, or a rule changes."""
    if workshop.is_unlinked:
        return figures_kept(workshop)
    if workshop.brought_at is None or said or (newest and newest > workshop.brought_at):
        return None
    return figures_kept(workshop)


def entered_of(workshop: Workshop, ground: Ground) -> int:
    """Return for how many of those who agree to these rules a facilitator entered it."""
    if ground.kept:
        return ground.kept.entered
    entered = Seat.objects.answering().filter(workshop=workshop, ground_rules_proxy__isnull=False)
    return entered.filter(ground_rules_at__gte=ground.changed_at).count() if ground.changed_at else 0
