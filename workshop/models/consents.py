"""What people are asked to agree to, and what they answered."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import models
from django.utils import timezone

from .base import uid_field, unique
from .look_ups import LookUp
from .once import once
from .people import Seat
from .text import CleanTextField
from .workshops import Workshop

NONE, UNNAMED, NAMED = "none", "unnamed", "named"
QUOTING = ("quote-named", "quote-unnamed")


class ConsentItem(models.Model):
    """One thing that people are asked to agree to; a changed text is a new version.

    ``brought_yes`` and ``brought_no``: how many said so, by a file that does not say who.
    """

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="consent_items")
    uid = uid_field()
    key = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)
    text = CleanTextField()
    required = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True, blank=True)
    brought_yes = models.PositiveIntegerField(null=True, blank=True, editable=False)
    brought_no = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [unique("workshop", "key", "version", name="consent_item_once")]

    def __str__(self) -> str:
        return self.text


class Consent(models.Model):
    """One answer to one consent item. Answers are added, never changed: the newest counts.

    ``proxy`` is the facilitator who recorded what the person said aloud or on paper. ``sheet`` is the version
    of the information that they had before them.
    """

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="consents")
    item = models.ForeignKey(ConsentItem, models.RESTRICT, related_name="answers")
    answer = models.BooleanField()
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    sheet = models.PositiveSmallIntegerField(default=1)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.answer}"


Asked = tuple[ConsentItem, bool | None]


def binds(item: ConsentItem) -> bool:
    """Whether a no to it keeps words from being quoted: one to taking part, or to being quoted."""
    return item.required or item.key in QUOTING


def asked_of(seat: Seat) -> list[Asked]:
    """Return what this seat is asked to agree to now, each with its newest answer, in one query.

    Of each key only the newest version that was not retired is asked; an answer to an earlier version does
    not count. ``None`` means not answered.
    """
    return once(seat.workshop, _read_asked, seat)


def _read_asked(seat: Seat) -> list[Asked]:
    return [(item, item.given) for item in _newest(ASKED(seat.workshop_id, seat))]


def _asked(workshop_id: int, seat_id: int) -> "models.QuerySet[Any]":
    newest = Consent.objects.filter(seat=seat_id, item=models.OuterRef("pk")).order_by("-at", "-pk")
    return _standing(workshop_id).annotate(given=models.Subquery(newest.values("answer")[:1]))


ASKED = LookUp(_asked)


def _standing(workshop_id: int) -> "models.QuerySet[ConsentItem]":
    return ConsentItem.objects.filter(workshop_id=workshop_id, retired_at__isnull=True).order_by("version")


def newest_items() -> "models.QuerySet[ConsentItem]":
    """Return what is asked now, in every workshop: the newest version of each item; no query of its own."""
    items = ConsentItem.objects.filter(retired_at__isnull=True)
    same = items.filter(workshop=models.OuterRef("workshop"), key=models.OuterRef("key"))
    return items.filter(~models.Exists(same.filter(version__gt=models.OuterRef("version"))))


def current_items(workshop_id: int) -> list[ConsentItem]:
    """Return the newest version of each item that is asked now, in order."""
    return _newest(_standing(workshop_id))


def _newest(items: Iterable[Any]) -> list[Any]:
    """Return the newest of the versions of each item, in order; the versions rise."""
    return sorted({item.key: item for item in items}.values(), key=lambda item: (item.position, item.pk))


def needs_consent(seat: Seat) -> bool:
    """Whether the seat must answer the information page before it goes on.

    True for a participant while an item has no answer, or a required one has the answer no.
    """
    return seat.is_participant and any(_is_wanting(item, given) for item, given in asked_of(seat))


def need_consent(workshop_id: int) -> set[int]:
    """Return the primary keys of all seats for which `needs_consent` is true, in three queries."""
    asked = Seat.objects.answering().filter(workshop_id=workshop_id).values_list("pk", flat=True)
    return _wanting(workshop_id, asked, Consent.objects.all())


def need_consent_among(workshop_id: int, seats: Collection[int]) -> set[int]:
    """Return those of some participants' seats for which `needs_consent` is true, in two queries."""
    return _wanting(workshop_id, seats, Consent.objects.filter(seat__in=seats))


def _wanting(workshop_id: int, seats: Iterable[int], consents: "models.QuerySet[Consent]") -> set[int]:
    items = current_items(workshop_id)
    answers = consents.filter(item__in=items).order_by("at", "pk")
    given = {(seat, item): answer for seat, item, answer in answers.values_list("seat", "item", "answer")}
    return {seat for seat in seats if any(_is_wanting(item, given.get((seat, item.pk))) for item in items)}


def _is_wanting(item: ConsentItem, given: bool | None) -> bool:
    return given is None or (item.required and not given)


def asked_in_rounds(workshop: Workshop | int) -> "models.QuerySet[Seat]":
    """Return who could answer anything: participants who sit there, but for who never agreed to take part.

    Whoever agreed and says no later may have answered by then, and stays in the count: where names are hidden
    a count that fell with a no would tell. No query of its own.
    """
    agreed = Consent.objects.filter(seat=models.OuterRef("seat"), item__required=True, answer=True)
    noes = Consent.objects.filter(
        ~models.Exists(agreed),
        item__workshop=workshop,
        item__required=True,
        item__retired_at__isnull=True,
        answer=False,
    )
    return Seat.objects.answering().filter(workshop=workshop).exclude(pk__in=noes.values("seat"))


def has_declined(seat: Seat) -> bool:
    """Whether the seat has said no to something without which nobody can take part."""
    return any(item.required and given is False for item, given in asked_of(seat))
