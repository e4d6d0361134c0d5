"""How one card came out of others: the changes that were made, and what each card was before."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from workshop.analysis.lineage import Lineage, Turn

from .base import one_of, uid_field, unique
from .cards import Card
from .look_ups import LookUp
from .once import once
from .people import Seat
from .proposals import Proposal
from .text import CleanTextField
from .wanted import Seen
from .workshops import Workshop


class Part(NamedTuple):
    """A card's part in a change, as little of it as lineage needs: there are hundreds."""

    card_id: int
    side: str


class Change(models.Model):
    """One change of the set of cards that was made: the lineage. Taking one back is a change too."""

    class Verb(models.TextChoices):
        ADOPT = "adopt", _("Adopted")
        REPHRASE = "rephrase", _("Re-phrased")
        MERGE = "merge", _("Merged")
        SPLIT = "split", _("Split")
        NEST = "nest", _("Made a sub-theme")
        LIFT = "lift", _("Lifted out")
        RETIRE = "retire", _("Set aside")
        RESTORE = "restore", _("Restored")
        UNDO = "undo", _("Taken back")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="changes")
    n = models.PositiveIntegerField()
    uid = uid_field()
    verb = models.CharField(max_length=12, choices=Verb)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="changes")
    proposal = models.ForeignKey(Proposal, models.SET_NULL, null=True, blank=True, related_name="changes")
    reason = CleanTextField(blank=True)
    undoes = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="undone_by")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            unique("workshop", "n", name="change_n_once"),
            unique("workshop", "uid", name="change_uid_once"),
            one_of("verb", "adopt rephrase merge split nest lift retire restore undo", "change_verb"),
        ]

    def __str__(self) -> str:
        return f"{self.n} {self.verb}"

    @cached_property
    def parts(self) -> list[Part]:
        """Each card's part in it, read once: it is written whole and never changes."""
        return [Part(*row) for row in self.cards.order_by("pk").values_list("card_id", "side")]


class ChangeCard(models.Model):
    """A card's part in a change, with what it was before; empty where the change made it."""

    class Side(models.TextChoices):
        SOURCE = "source", _("Source")
        RESULT = "result", _("Result")
        CARRIED = "carried", _("Went along")

    change = models.ForeignKey(Change, models.CASCADE, related_name="cards")
    card = models.ForeignKey(Card, models.CASCADE, related_name="changes")
    side = models.CharField(max_length=7, choices=Side)
    before_status = models.CharField(max_length=10, blank=True)
    before_number = models.PositiveSmallIntegerField(null=True, blank=True)
    before_position = models.PositiveSmallIntegerField(null=True, blank=True)
    before_parent = models.ForeignKey(Card, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            unique("change", "card", "side", name="change_card_once"),
            one_of("side", "source result carried", "change_card_side"),
        ]

    def __str__(self) -> str:
        return self.side


CHANGES = LookUp(
    lambda workshop: Change.objects.filter(workshop=workshop).prefetch_related("seat__person", "proposal"),
    known="workshop",
)


def changes_of(workshop: Workshop) -> list[Change]:
    """Return every change in order, with its cards and who made it, in a fixed number of queries."""
    changes = sorted(CHANGES(workshop), key=lambda change: change.n)
    if not changes:
        return []
    known = {change.pk: change for change in changes}
    parts = defaultdict(list)
    rows = ChangeCard.objects.filter(change__workshop=workshop).order_by("pk")
    for pk, card, side in rows.values_list("change_id", "card_id", "side"):
        parts[pk].append(Part(card, side))
    for change in changes:
        change.parts = parts[change.pk]
        change.undoes = known.get(change.undoes_id or 0)
    return changes


def lineage_of(workshop: Workshop, changes: list[Change] | None = None) -> Lineage:
    """Return the lineage of a workshop; its keys are the cards' primary keys.

    Args:
        changes: what ``changes_of`` returned, if it was read already.
    """
    rows = once(workshop, changes_of, workshop) if changes is None else changes
    return Lineage([turn_of(change) for change in rows])


def turn_of(change: Change) -> Turn:
    """Return a change, with its cards, as a turn."""

    sides: dict[str, list[int]] = {side: [] for side in ChangeCard.Side.values}
    for card, side in change.parts:
        sides[side].append(card)
    undoes = change.undoes.n if change.undoes else None
    sources, results, carried = (tuple(cards) for cards in sides.values())
    return Turn(change.n, change.verb, sources, results, carried, undoes)


def seen_of(workshop: Workshop) -> dict[int, Seen]:
    """Return each card of a workshop, by primary key, as a page would show it now."""
    return {card.pk: seen for card, seen in seen_in(workshop.cards.all(), changes_of(workshop))}


def seen_in(cards: Iterable[Card], changes: Iterable[Change]) -> list[tuple[Card, Seen]]:
    """Return cards, each as a page would show it after these changes."""
    last: dict[int, int] = {}
    for change in changes:
        last.update((row.card_id, change.n) for row in change.parts)
    return [(card, Seen(card.uid, card.rev, last.get(card.pk, 0))) for card in cards]
