"""Where a comment is shown besides its own card: parked there by who leads, until it is brought back.

The remark itself never moves and is never copied: a parking is a row of its own beside it.
"""

from collections.abc import Collection

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .base import unique
from .cards import Card
from .comments import Remark
from .look_ups import LookUp
from .people import Seat
from .workshops import Workshop


class ParkingQuerySet(models.QuerySet["Parking"]):
    """Parkings by whether they stand."""

    def standing(self) -> "ParkingQuerySet":
        """Return those that were not ended: at most one for each comment."""
        return self.filter(ended_at__isnull=True)


class Parking(models.Model):
    """One comment shown on another card, with its replies; ``ended_at`` is when it was brought back."""

    remark = models.ForeignKey(Remark, models.CASCADE, related_name="parkings")
    card = models.ForeignKey(Card, models.CASCADE, related_name="parkings")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ParkingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [unique("remark", name="parking_once", condition=models.Q(ended_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.remark_id} {self.card_id}"


PARKED = LookUp(
    lambda workshop: Parking.objects.standing().filter(remark__workshop=workshop).values_list("pk")[:1]
)


def home_of(remark: Remark) -> Card | None:
    """Return the card that a comment was written about; ``None`` for words about none."""
    return remark.card or (remark.prompt.card if remark.prompt else None)


def parkings_in(workshop: Workshop, cards: Collection[int] | None = None) -> list[Parking]:
    """Return what is parked now, the earliest first, in one query; about some cards in two, or a light one.

    Args:
        cards: the primary keys of cards that alone are asked about, as the place it was parked on or the one
            it was written about; all if none.
    """
    if cards is not None and not PARKED(workshop):
        return []
    rows = Parking.objects.standing().filter(remark__workshop=workshop)
    if cards is not None:
        written = Q(remark__card__in=cards) | Q(remark__prompt__card__in=cards)
        rows = rows.filter(written | Q(card__in=cards))
    return list(rows.select_related("card", "remark__card", "remark__prompt__card"))


def parked_on(remark: Remark) -> Card | None:
    """Return the card that a comment is parked on now, if any."""
    found = remark.parkings.standing().select_related("card").first()
    return found.card if found else None
