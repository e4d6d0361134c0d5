"""Words for one step of the replay: what it did with each card, and what left the table."""

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from workshop.models.cards import Card
from workshop.models.moments import Gone, Mark, Moment
from workshop.templatetags.changes import named
from workshop.templatetags.naming import and_list

register = template.Library()
Status = Card.Status
MARKED = {
    "new": gettext_lazy("New here"),
    "back": gettext_lazy("Back on the table"),
    "nested": gettext_lazy("Became part of %(now)s"),
    "lifted": gettext_lazy("Lifted out of %(was)s"),
    "carried": gettext_lazy("Now part of %(now)s, before of %(was)s"),
}
GONE = {
    Status.MERGED: gettext_lazy("merged into %(heirs)s"),
    Status.SPLIT: gettext_lazy("split into %(heirs)s"),
    Status.REPHRASED: gettext_lazy("gave way to %(heirs)s"),
    Status.RETIRED: gettext_lazy("set aside"),
    Status.NESTED: gettext_lazy("went with %(parent)s, of which it is part"),
    Status.PROPOSED: gettext_lazy("a blank card again"),
    Status.UNDONE: gettext_lazy("taken back"),
}


@register.filter
def mark_says(mark: Mark) -> str:
    """Say what a step did with a card that lies on the table: "Became part of card 3"."""
    if mark.kind == "back" and mark.now:
        return _("Back as part of %(now)s") % {"now": named([mark.now])}
    ends = {"was": mark.was, "now": mark.now}
    return str(MARKED[mark.kind]) % {side: named([card]) if card else "" for side, card in ends.items()}


@register.filter
def gone_says(gone: Gone) -> str:
    """Say what a card is since it left the table: "merged into card 8"."""
    parent = named([gone.parent]) if gone.parent else ""
    return str(GONE[Status(gone.status)]) % {"heirs": named(gone.heirs), "parent": parent}


@register.filter
def step_sentence(moment: Moment) -> str:
    """Say how many cards a step touched: "1 card came, 3 cards left."; nothing at the beginning."""
    kinds = [mark.kind for mark in moment.marks]
    came = sum(kind in ("new", "back") for kind in kinds)
    counted = (
        (came, ngettext("%(n)s card came", "%(n)s cards came", came)),
        (len(kinds) - came, ngettext("%(n)s card moved", "%(n)s cards moved", len(kinds) - came)),
        (len(moment.left), ngettext("%(n)s card left", "%(n)s cards left", len(moment.left))),
    )
    said = [words % {"n": n} for n, words in counted if n]
    return _("In this step %(said)s.") % {"said": and_list(said)} if said else ""


@register.filter
def gone_name(gone: Gone) -> str:
    """Name a card that left, at the beginning of a line: "Card 4"."""
    return capfirst(named([gone.card]))
