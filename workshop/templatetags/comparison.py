"""Words and the picture of a comparison: columns by their time, cells as "4 of 5 inner", the slope chart."""

from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workshop.analysis.slope import slope
from workshop.models.comparison import CardRow, Column, Comparison
from workshop.models.workshops import Workshop
from workshop.templatetags.naming import and_list
from workshop.templatetags.short import beginning
from workshop.templatetags.slopes import moved_most
from workshop.templatetags.words import share_of

register = template.Library()
TITLE = 24  # characters of it have room between two posts


@register.filter
def held_on(workshop: Workshop) -> str:
    """Say on which day a workshop is held: "9 February 2027"; nothing where it has no date."""
    there = workshop.local(workshop.held_at)
    return date_format(there, "j F Y") if there else ""


@register.filter
def held(workshop: Workshop) -> str:
    """Name a workshop so that it can be told from others of its series: “Six tensions” (9 February 2027)."""
    day = held_on(workshop)
    return f"“{workshop.title}” ({day})" if day else f"“{workshop.title}”"


@register.filter
def column_title(column: Column) -> str:
    """Name a column: "“Six tensions” (9 February 2027), round 1: Card sort"."""
    said = _("%(held)s, round %(n)s: %(kind)s")
    kind = column.round.get_kind_display()
    return said % {"held": held(column.round.workshop), "n": column.round.number, "kind": kind}


@register.filter
def round_on(column: Column) -> str:
    """Name a round under its workshop's title: "Round 1, 9 February 2027"."""
    said, day = _("Round %(n)s") % {"n": column.round.number}, held_on(column.round.workshop)
    return f"{said}, {day}" if day else said


@register.filter
def number_in(row: CardRow, workshop: Workshop) -> str:
    """Return the number that a card has in a workshop; empty where it is in none of its packs."""
    return row.numbers.get(workshop.pk, "")


@register.simple_tag
def numbers_elsewhere(row: CardRow, comparison: Comparison, here: Workshop) -> list[str]:
    """Say which numbers a card has in other workshops, where they differ: "Card 5 in “Six tensions”"."""
    own, said = number_in(row, here), _("Card %(number)s in %(held)s")
    others = [(number_in(row, each), each) for each in comparison.workshops]
    return [said % {"number": n, "held": held(each)} for n, each in others if n and n != own]


@register.simple_tag
def cells(row: CardRow, comparison: Comparison) -> list[str]:
    """Return the cells of a card: "4 of 5 inner", "2 of 6 nominated it", "not asked"."""
    return [
        _("not asked") if n is None else _said(n, column)
        for n, column in zip(row.counts, comparison.columns, strict=True)
    ]


def _said(n: int, column: Column) -> str:
    counted = share_of(n, column.people)
    said = _("%(counted)s inner") if column.is_sort else _("%(counted)s nominated it")
    return said % {"counted": counted}


@register.simple_tag
def fate_sentences(row: CardRow) -> list[str]:
    """Say what a card became, workshop by workshop."""
    said = _("It became %(cards)s in %(held)s, so its line ends there.")
    return [
        said % {"cards": and_list(f"“{card.title}”" for card in fate.heirs), "held": held(fate.workshop)}
        for fate in row.fates
        if fate.heirs
    ]


@register.simple_tag
def slope_sentence(comparison: Comparison) -> str:
    """Say which card's share inner changed most from the first sort that asked about it to the last."""
    said = moved_most(((row.title, row.counts) for row in comparison.rows), comparison.columns, _when)
    return said or _("No card was asked about in two revealed sorts yet, so there is no shift to show.")


def _when(n: int, column: Column) -> str:
    said = _("%(said)s in round %(n)s of %(held)s")
    where = {"n": column.round.number, "held": held(column.round.workshop)}
    return said % {"said": _said(n, column), **where}


@register.inclusion_tag("workshop/pictures/_slope.html")
def slope_chart(comparison: Comparison, id: str) -> dict[str, Any]:
    """Draw the sorts as a slope chart: the share that placed each card inner, with its number there."""
    sorts = [(n, column) for n, column in enumerate(comparison.columns) if column.is_sort and column.people]
    shares = [
        {
            at: count / column.people
            for at, row in enumerate(comparison.rows)
            if (count := row.counts[n]) is not None
        }
        for n, column in sorts
    ]
    labels = [
        {at: number_in(row, column.round.workshop) for at, row in enumerate(comparison.rows)}
        for _n, column in sorts
    ]
    chart = slope(shares, labels)
    heads = [
        (x, beginning(column.round.workshop.title, TITLE), round_on(column))
        for x, (_n, column) in zip(chart.posts, sorts, strict=True)
    ]
    ends, title = (_("all inner"), _("none inner")), slope_sentence(comparison)
    return {"chart": chart, "heads": heads, "ends": ends, "id": id, "title": title}
