"""Words for what moved between two sorts: "3 moved in, 0 out, 2 stayed"."""

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.refused import Refused
from workshop.analysis.shift import Shift
from workshop.analysis.tallies import SortTally
from workshop.models.moved import Moved
from workshop.models.shifts import Comparison, ShiftRow
from workshop.templatetags.figures import figure
from workshop.templatetags.naming import named_cards
from workshop.templatetags.refused import why_refused
from workshop.templatetags.words import others, share_of

register = template.Library()


@register.simple_tag
def shift_sentence(comparison: Comparison) -> str:
    """Say which card moved most, in or out of the inner circle; several are counted."""
    shifts = [row.shift for row in comparison.rows if row.shift]
    if not shifts:
        return _("No card was asked about in both.")
    if not any(shift.people for shift in shifts):
        return _("For no card did enough people answer both times to say what moved.")
    moved = [(row, row.shift.moved_in + row.shift.moved_out) for row in comparison.rows if row.shift]
    most = max((n for _row, n in moved), default=0)
    first = [row for row, n in moved if n == most]
    if not most:
        return _("No card moved into the inner circle or out of it.")
    if len(first) > 1:
        said = ngettext(
            "%(cards)s moved most: %(most)s person each moved them in or out.",
            "%(cards)s moved most: %(most)s people each moved them in or out.",
            most,
        )
        named = named_cards([row.card for row in first], said=lambda n: _ways(first[n].shift))
        return capfirst(said % {"cards": named, "most": most})
    values = {"title": first[0].card.short_title or first[0].card.title, "said": _moves(first[0].shift)}
    return _("“%(title)s” moved most: %(said)s.") % values


@register.filter
def order_kept(moved: Moved) -> str:
    """Say how far the group's order in both sorts is the same, or why that is not said."""
    if isinstance(moved.tau, Refused):
        return _("Whether the group’s order changed is not said: %(why)s") % {"why": why_refused(moved.tau)}
    said = _(
        "The order of the %(n)s cards of both rounds, by how many placed each inner: Kendall’s tau-b "
        "%(tau)s, where 1 is the same order, 0 none in common and −1 the opposite."
    )
    return said % {"n": moved.tau.cards, "tau": figure(moved.tau.value)}


@register.simple_tag
def row_sentence(row: ShiftRow) -> str:
    """Say what moved of one card, or why that cannot be said."""
    if row.shift is None:
        if row.sources:
            return _("It has no former placement of its own. What it came from had:")
        return _("It was new, so it has no former placement.")
    if row.shift.is_withheld:
        return _(
            "Not compared: names are hidden here, and taken from the counts of both rounds its moves would "
            "tell what one or two people did."
        )
    if not row.shift.people:
        return _("Nobody answered for it both times.")
    said = _moves(row.shift) + "."
    return f"{said} {_('Its words changed between the two.')}" if row.is_reworded else said


def _ways(shift: Shift | None) -> str:
    ways = ((shift.moved_in, _("%(n)s in")), (shift.moved_out, _("%(n)s out"))) if shift else ()
    return _(", ").join(says % {"n": n} for n, says in ways if n)


def _moves(shift: Shift | None) -> str:
    if shift is None:
        return ""
    values = {
        "moved_in": shift.moved_in,
        "out": shift.moved_out,
        "stayed": shift.stayed,
        "other": shift.other,
    }
    if shift.other:
        return _("%(moved_in)s moved in, %(out)s out, %(stayed)s stayed, %(other)s otherwise") % values
    return _("%(moved_in)s moved in, %(out)s out, %(stayed)s stayed") % values


@register.filter
def source_sentence(tally: SortTally) -> str:
    """Say what a card had in the earlier sort: "4 of 5 placed it inner; 1 outer"."""
    inner, rest = share_of(tally.inner, tally.people), others(tally)
    said = _("%(counted)s placed it inner") % {"counted": inner}
    return f"{said}; {rest}" if rest else said
