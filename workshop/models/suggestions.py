"""What people in the room suggest for the agenda: a card to discuss, or a question; and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .audiences import known_as
from .base import one_of, uid_field, unique
from .cards import Card
from .look_ups import LookUp
from .once import once
from .people import Seat
from .stage import Step
from .text import CleanTextField
from .workshops import Workshop

SHOWN = 5  # of those that wait, the newest that the desk shows; a page of their own shows all
AWAY_SHOWN = 3  # of those put away, the newest that can be put back from the desk


class Suggestion(models.Model):
    """One thing to talk about: ``card``, or ``question`` in words; ``step`` once it is on the agenda."""

    class State(models.TextChoices):
        OPEN = "open", _("Waits for the chair")
        ACCEPTED = "accepted", _("On the agenda")
        AWAY = "away", _("Put away by the chair")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="suggestions")
    uid = uid_field()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="suggestions")
    card = models.ForeignKey(Card, models.CASCADE, null=True, blank=True, related_name="suggestions")
    question = CleanTextField(blank=True)
    why = CleanTextField(blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    step = models.ForeignKey(Step, models.SET_NULL, null=True, blank=True, related_name="suggestions")
    at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            unique("workshop", "uid", name="suggestion_uid_once"),
            one_of("state", "open accepted away", "suggestion_state"),
            models.CheckConstraint(
                condition=models.Q(card__isnull=True) ^ models.Q(question=""), name="suggestion_one_thing"
            ),
        ]

    def __str__(self) -> str:
        if self.card:
            return f"{self.card.label}. {self.card.short_title or self.card.title}"
        return self.question


OPEN = Suggestion.State.OPEN
UNSETTLED = LookUp(
    lambda workshop: (
        Suggestion.objects.filter(workshop=workshop)
        .exclude(state=Suggestion.State.ACCEPTED)
        .order_by()
        .values_list("at", "pk", "state", "settled_at")
    )
)


def waiting_count(workshop: Workshop) -> int:
    """Return how many suggestions wait for who leads."""
    return len([pk for _at, pk, state, _settled in once(workshop, _unsettled, workshop) if state == OPEN])


def _unsettled(workshop: Workshop) -> list[tuple[datetime, int, str, datetime | None]]:
    return sorted(UNSETTLED(workshop))


OWN = LookUp(lambda seat: Suggestion.objects.filter(seat=seat).prefetch_related("card__texts", "step"))


def suggested_by(seat: Seat) -> list[Suggestion]:
    """Return what a seat suggested, oldest first, with what it is about and its step."""
    return OWN(seat)


@dataclass(frozen=True)
class Suggested:
    """A suggestion as who leads sees it; ``by`` is empty where they may not know whose it is."""

    suggestion: Suggestion
    by: str


@dataclass(frozen=True)
class Waiting:
    """What waits for who leads, oldest first; ``count`` is how many do, shown or not.

    ``away`` is the newest of what was put away.
    """

    waits: list[Suggested]
    away: list[Suggested]
    count: int


def suggested_in(workshop: Workshop, audience: str, most: int | None = SHOWN) -> Waiting:
    """Return for who leads what was suggested and is not on the agenda: three queries, or one if nothing is.

    Args:
        most: of what waits, so many of the newest; ``None`` for all.
    """
    known = once(workshop, _unsettled, workshop)
    waiting = [pk for _at, pk, state, _settled in known if state == OPEN]
    away_at = [(settled or at, pk) for at, pk, state, settled in known if state == Suggestion.State.AWAY]
    put_away = sorted(away_at)
    waits = waiting[-most:] if most else waiting
    away = [pk for _at, pk in put_away[::-1][:AWAY_SHOWN]]
    found = _suggested(workshop, audience, [*waits, *away])
    return Waiting([found[pk] for pk in waits], [found[pk] for pk in away], len(waiting))


def _suggested(workshop: Workshop, audience: str, keys: list[int]) -> dict[int, Suggested]:
    if not keys:
        return {}
    rows = workshop.suggestions.filter(pk__in=keys)
    rows = rows.select_related("seat__person", "card").prefetch_related("card__texts")
    return {row.pk: Suggested(row, known_as(row.seat, workshop, audience)) for row in rows}
