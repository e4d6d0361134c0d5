"""The information sheet: each version that people agreed to is kept with its words."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils import timezone

from .base import unique
from .consents import Consent
from .people import Seat
from .text import CleanTextField
from .workshops import Workshop


class Sheet(models.Model):
    """One version of the information about taking part. ``Workshop.information`` is the newest.

    ``matters`` says that everybody was asked anew because of it. There are rows once there are two versions.
    """

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="sheets")
    version = models.PositiveSmallIntegerField()
    text = CleanTextField(blank=True)
    matters = models.BooleanField(default=False)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["version"]
        constraints = [unique("workshop", "version", name="sheet_once")]

    def __str__(self) -> str:
        return f"{self.version}"


@dataclass(frozen=True)
class SheetVersion:
    """A version as pages and exports show it; ``at`` is when it came to stand, unless it always did."""

    version: int
    text: str
    matters: bool = False
    at: datetime | None = None


def sheets_of(workshop: Workshop) -> list[SheetVersion]:
    """Return every version of the information, the earliest first; there is always one."""
    rows = [
        SheetVersion(each.version, each.text, each.matters, each.at if each.version > 1 else None)
        for each in workshop.sheets.all()
    ]
    return rows or [SheetVersion(workshop.sheet, workshop.information)]


@dataclass(frozen=True)
class Standing:
    """The version that stands, where there were others: ``read`` of ``people`` know it."""

    version: int
    at: datetime | None
    matters: bool
    read: int
    people: int


def standing_sheet(workshop: Workshop) -> Standing | None:
    """Return how the information stands once there are two versions of it; else nothing."""
    row = workshop.sheets.filter(version=workshop.sheet, version__gt=1).first()
    if row is None:
        return None
    seats = Seat.objects.answering().filter(workshop=workshop)
    answered = Consent.objects.filter(seat=models.OuterRef("pk"), sheet__gte=row.version)
    knows = models.Q(sheet__gte=row.version) | models.Q(models.Exists(answered))
    return Standing(row.version, row.at, row.matters, seats.filter(knows).count(), seats.count())


def is_answered(workshop: Workshop) -> bool:
    """Whether anybody answered, or said that they read it, while the information stood as it does now."""
    read = Seat.objects.filter(workshop=workshop, sheet=workshop.sheet)
    return read.exists() or Consent.objects.filter(seat__workshop=workshop, sheet=workshop.sheet).exists()
