"""A card that is on the stage, or waits in the agenda, and is no longer on the table."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from workshop.models import Card, Workshop
from workshop.models.lineage import lineage_of
from workshop.models.once import once
from workshop.templatetags.changes import named

Status = Card.Status
WHERE = {
    Status.MERGED: _("%(card)s was merged into %(heirs)s."),
    Status.SPLIT: _("%(card)s was split into %(heirs)s."),
    Status.REPHRASED: _("%(card)s was re-phrased as %(heirs)s."),
    Status.NESTED: _("%(card)s is a sub-theme of %(heirs)s now."),
    Status.RETIRED: _("%(card)s was set aside."),
    Status.UNDONE: _("%(card)s was taken back. In its place: %(heirs)s."),
    Status.PROPOSED: _("%(card)s was taken back: it is a blank card again."),
}


@dataclass(frozen=True)
class Gone:
    """What became of a card, in one sentence, and the cards on the table that stand in its place."""

    says: str
    heirs: list[Card]


def is_gone(card: Card | None) -> bool:
    """Whether a card is no longer on the table."""
    return card is not None and card.status != Status.LIVE


def gone_of(workshop: Workshop, card: Card | None) -> Gone | None:
    """Return what became of a card; ``None`` while it is on the table, at the cost of no query."""
    if card is None or not is_gone(card):
        return None
    bearers = once(workshop, lineage_of, workshop).bearers(card.pk)
    standing = {"subthemes": card} if card.status == Status.NESTED else {"pk__in": bearers}
    heirs = list(workshop.cards.filter(**standing).exclude(pk=card.pk).order_by("position", "pk"))
    says = str(WHERE[Status(card.status)])
    says %= {"card": capfirst(named([card])), "heirs": named(heirs)}
    return Gone(says, [each for each in heirs if each.status == Status.LIVE])
