"""Which cards divide the group: a sentence, and bars that part from a middle."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from workshop.analysis.agreement import split_index
from workshop.analysis.divergence import by_split, parted
from workshop.analysis.tallies import SortTally
from workshop.models.counting import Face
from workshop.templatetags.naming import named_cards

register = template.Library()
Rows = Iterable[tuple[Face, SortTally]]
MOST = ngettext_lazy("%(cards)s divides the group most", "%(cards)s divide the group most", "n")
LEAST = ngettext_lazy("%(cards)s divides it least", "%(cards)s divide it least", "n")


@register.filter
def divergence_sentence(rows: Rows) -> str:
    """Say which card divides the group most, and which least; ties are named together."""
    placed = [(card, tally) for card, tally in by_split(rows) if tally.placed]
    if not placed:
        return _("Nobody placed a card in a circle.")
    first, last = _split(placed[0][1]), _split(placed[-1][1])
    if not first:
        return _("No card divides the group: all who placed a card chose the same circle.")
    if first == last and len(placed) > 1:
        return _("All cards that were placed divide the group alike.")
    most = _clause(placed, first, MOST)
    if first == last:
        return capfirst(most) + "."
    least = _clause(placed, last, LEAST)
    return capfirst(_("%(most)s; %(least)s.") % {"most": most, "least": least})


def _split(tally: SortTally) -> float:
    return split_index(tally.inner, tally.outer) or 0.0


def _clause(rows: list[tuple[Face, SortTally]], split: float, form: Any) -> str:
    tied = [(card, tally) for card, tally in rows if _split(tally) == split]
    counts = [_counts(tally) for _card, tally in tied]
    if len(tied) == 1:
        said = form % {"n": 1, "cards": named_cards([tied[0][0]])}
        return _("%(said)s, %(counts)s") % {"said": said, "counts": counts[0]}
    named = named_cards([card for card, _tally in tied], len(rows), said=counts.__getitem__)
    return str(form % {"n": len(tied), "cards": named})


def _counts(tally: SortTally) -> str:
    return _("%(inner)s inner and %(outer)s outer") % {"inner": tally.inner, "outer": tally.outer}


@register.inclusion_tag("workshop/pictures/_divergence.html")
def divergence_bars(rows: Rows) -> dict[str, Any]:
    """Draw a bar for each card, those that divide most first."""
    return {"rows": [{"card": card, "tally": tally, "bar": parted(tally)} for card, tally in by_split(rows)]}
