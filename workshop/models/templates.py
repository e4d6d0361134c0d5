"""Templates that somebody keeps: the words of a pack, to start workshops from and to share as a file."""

from django.db import models
from django.utils import timezone

from .base import uid_field, unique
from .people import Seat, User
from .text import LIMITS, CleanCharField
from .workshops import Workshop


class Template(models.Model):
    """A template of one user. ``document`` is what its file holds, checked: words of a pack alone."""

    user = models.ForeignKey(User, models.CASCADE, related_name="templates")
    uid = uid_field()
    name = CleanCharField(max_length=LIMITS["title"])
    document = models.JSONField()
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-kept_at", "-pk"]
        constraints = [unique("user", "uid", name="template_uid_once")]

    def __str__(self) -> str:
        return self.name


def templates_of(user: User) -> models.QuerySet[Template]:
    """Return the templates that a user keeps, the newest first."""
    return Template.objects.filter(user=user)


def facilitated_by(user: User) -> models.QuerySet[Workshop]:
    """Return the workshops that a user facilitates, the newest first."""
    seats = Seat.objects.present().filter(role=Seat.Role.FACILITATOR, person__user=user)
    return Workshop.objects.filter(pk__in=seats.values("workshop")).order_by("-created_at", "-pk")
