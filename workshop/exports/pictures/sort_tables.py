"""The tables of a sort, as its page has them, in text."""

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from workshop.analysis.agreement import pairs_that_agree, wilson
from workshop.analysis.tallies import SortTally
from workshop.models.counting import Face, SortResult
from workshop.models.spectrum import Poles
from workshop.templatetags.words import of_people

from .picture import Table


def placements(sort: SortResult) -> Table:
    """Return the placements of each card, with how many pairs agree and how sure the share inner is."""
    silent = any(tally.unanswered for _card, tally in sort.rows)
    head = [_("Card"), _("Inner"), _("Outer"), _("Not placed")]
    head += [_("Not answered")] if silent else []
    head += [_("Pairs that agree"), _("Likely share inner")]
    return Table(tuple(head), tuple(_row(card, tally, silent) for card, tally in sort.rows))


def _row(card: Face, tally: SortTally, silent: bool) -> tuple[str, ...]:
    counts = [tally.inner, tally.outer, tally.unplaced, *([tally.unanswered] if silent else [])]
    pairs, likely = pairs_that_agree(tally.inner, tally.outer), wilson(tally.inner, tally.people)
    ends = {"low": floatformat(likely.low, 2), "high": floatformat(likely.high, 2)}
    agree = of_people(pairs.agree, pairs.total) if pairs else _("too few")
    return named(card), *map(str, counts), agree, _("%(low)s to %(high)s") % ends


def short(card: Face | Poles) -> str:
    """Name a card by its number and its short title, if it has one."""
    return f"{card.label}. {card.short_title or card.title}"


def named(card: Face | Poles) -> str:
    """Name a card as the head of its row: its number and title."""
    return f"{card.label}. {card.title}"
