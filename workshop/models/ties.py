"""How cards hang together: ties between them with a reason, and where people would start."""

from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .base import uid_field, unique
from .cards import Card
from .look_ups import LookUp
from .people import Seat
from .text import CleanTextField
from .workshops import Workshop


class Tie(models.Model):
    """One card bears on another, and why: "this one feeds that one"."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="ties")
    uid = uid_field()
    tail = models.ForeignKey(Card, models.CASCADE, related_name="ties_out")
    head = models.ForeignKey(Card, models.CASCADE, related_name="ties_in")
    reason = CleanTextField(blank=True)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="ties")
    at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            unique("workshop", "uid", name="tie_uid_once"),
            unique("tail", "head", name="tie_once", condition=models.Q(removed_at__isnull=True)),
            models.CheckConstraint(condition=~models.Q(tail=models.F("head")), name="tie_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.tail_id} {self.head_id}"


class Start(models.Model):
    """One seat would start with this card; a seat may mark several. None once it is unlinked."""

    card = models.ForeignKey(Card, models.CASCADE, related_name="starts")
    seat = models.ForeignKey(Seat, models.CASCADE, null=True, blank=True, related_name="starts")

    class Meta:
        constraints = [unique("card", "seat", name="start_once")]

    def __str__(self) -> str:
        return f"{self.card_id} {self.seat_id}"


TIES = LookUp(
    lambda workshop: (
        Tie.objects.filter(workshop=workshop)
        .order_by()
        .values("workshop")
        .annotate(last=models.Max("pk"), gone=models.Count("removed_at"))
        .values_list("last", "gone")
    )
)
STARTS = LookUp(
    lambda workshop: (
        Start.objects.filter(card__workshop=workshop)
        .values("card__workshop")
        .annotate(last=models.Max("pk"), n=models.Count("pk"))
        .values_list("last", "n")
    )
)


def state_of_cards(workshop: Workshop, n: int) -> str:
    """Return a mark that is another one after each change of a card, a link or a start.

    By it a page knows that it is behind.

    Args:
        n: the number of the newest change; 0 before the first.
    """
    ties, starts = TIES(workshop) or [(0, 0)], STARTS(workshop) or [(0, 0)]
    facts = ".".join(str(part) for part in (n, *ties[0], *starts[0]))
    return salted_hmac("state_of_cards", facts).hexdigest()[:16]  # primary keys never leave the server
