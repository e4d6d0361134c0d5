"""Filters and tags that put counts into words: "4 of 5", and the one sentence above each picture.

Cards and rows are as in `pictures`. Ties stay ties: what shares a place is named together.
"""

from collections.abc import Iterable, Mapping, Sequence

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from workshop.analysis.agreement import split_index
from workshop.analysis.slips import part
from workshop.analysis.tallies import SortTally, share
from workshop.models.wording import in_figures
from workshop.templatetags.naming import and_list, cards_named, named_cards

register = template.Library()
register.filter(and_list)
LIES = (
    ngettext_lazy("%(cards)s is inner", "%(cards)s are inner", "n"),
    ngettext_lazy("%(cards)s is outer", "%(cards)s are outer", "n"),
    ngettext_lazy("%(cards)s is beside the table", "%(cards)s are beside the table", "n"),
)
# A group is split "almost in half" where the circles differ by one person, or by this share of all.
ALMOST = 0.1
SPLIT_FROM = 4


@register.filter
def of_people(count: int, people: int) -> str:
    """Say a count as "4 of 5"."""
    return _("%(count)s of %(people)s") % {"count": in_figures(count), "people": in_figures(people)}


@register.filter
def share_of(count: int, people: int) -> str:
    """Say a count as "4 of 5", and from ten people with its per cent: "9 of 12 (75 %)"."""
    part_of = share(count, people)
    if part_of.per_cent is None:
        return of_people(count, people)
    values = {"counted": of_people(count, people), "per_cent": part_of.per_cent}
    return _("%(counted)s (%(per_cent)s %%)") % values


@register.filter
def how_far(counts: Mapping[str, int]) -> str:
    """Say how many are how far with the pack, and leave out what nobody is."""
    words = (
        ("finished", _("%(n)s finished")),
        ("started", _("%(n)s started")),
        ("opened", _("%(n)s opened but not begun")),
        ("unopened", _("%(n)s not opened")),
    )
    return _(", ").join(say % {"n": counts[key]} for key, say in words if counts[key])


@register.filter
def sort_sentence(rows: Iterable[tuple[object, SortTally]]) -> str:
    """Say in one sentence what a sort shows: the card most often inner, and the one that divides."""
    listed = [*rows]
    people = max((tally.people for _card, tally in listed), default=0)
    if not listed:
        return _("There are no cards yet.")
    if not people:
        return _("Nobody has placed a card yet.")
    if people == 1:
        return _("Only one person has answered, so there is nothing to compare yet.")
    clauses = [_favourites(listed, people), _divided(listed)]
    return capfirst(_("; ").join(filter(None, clauses))) + "."


@register.simple_tag
def poll_sentence(rows: Iterable[tuple[object, int]], people: int, *, headed: bool = False) -> str:
    """Say in one sentence what a poll shows: which card comes first, ties together.

    Args:
        headed: whether a heading says that already; then only what it leaves out, or nothing.
    """
    listed = [*rows]
    most = max((count for _card, count in listed), default=0)
    if headed and not (people and most):
        return ""
    if not people:
        return _("Nobody answered this round.")
    if not most:
        return _("Nobody nominated a card.")
    first = [card for card, count in listed if count == most]
    values = {"cards": named_cards(first, len(listed)), "counted": of_people(most, people)}
    if headed:
        values["cards"] = cards_named([str(part(card, "label")) for card in first], len(listed))
        said = _("%(counted)s nominated %(cards)s.") if len(first) == 1 else _("%(counted)s nominated each.")
        return capfirst(said % values)
    if len(first) == 1:
        return capfirst(_("%(cards)s comes first: %(counted)s nominated it.") % values)
    return capfirst(_("%(cards)s come first together: %(counted)s nominated each.") % values)


@register.simple_tag
def table_sentence(inner: Iterable[object], outer: Iterable[object], unplaced: Iterable[object]) -> str:
    """Say where the cards of one sort lie: "Cards 2 and 4 are inner; card 3 is outer."."""
    clauses = []
    for zone, form in zip((inner, outer, unplaced), LIES, strict=True):
        labels = [str(part(card, "label")) for card in zone]
        if labels:
            clauses.append(form % {"n": len(labels), "cards": cards_named(labels)})
    return capfirst(_("; ").join(clauses)) + "." if clauses else _("No card is on the table yet.")


@register.filter
def others(tally: SortTally) -> str:
    """Say what a tally holds beside inner: "4 outer, 1 not placed"; nothing where that is all."""
    parts = (
        (tally.outer, _("%(n)s outer")),
        (tally.unplaced, _("%(n)s not placed")),
        (tally.unanswered, _("%(n)s not answered")),
    )
    return _(", ").join(words % {"n": in_figures(count)} for count, words in parts if count)


def _favourites(rows: Sequence[tuple[object, SortTally]], people: int) -> str:
    most = max(tally.inner for _card, tally in rows)
    if not most:
        return _("nobody placed a card in the inner circle")
    first = [card for card, tally in rows if tally.inner == most]
    values = {"cards": named_cards(first, len(rows)), "counted": of_people(most, people)}
    return (
        ngettext(
            "%(cards)s was inner for %(counted)s", "%(cards)s were inner for %(counted)s each", len(first)
        )
        % values
    )


def _divided(rows: Sequence[tuple[object, SortTally]]) -> str:
    """Name the cards that split the group most nearly in half, unless they lead anyway."""
    most = max(tally.inner for _card, tally in rows)
    split = [(card, tally) for card, tally in rows if tally.inner < most and _is_split(tally)]
    if not split:
        return ""
    evenest = max(_evenness(tally) for _card, tally in split)
    tied = [(card, tally) for card, tally in split if _evenness(tally) == evenest]
    halves = (
        _("%(cards)s split the group in half")
        if evenest == 1
        else _("%(cards)s split the group almost in half")
    )
    clause = halves % {"cards": named_cards([card for card, _tally in tied], len(rows))}
    if len(tied) > 1:
        return clause
    values = {"clause": clause, "inner": tied[0][1].inner, "outer": tied[0][1].outer}
    return _("%(clause)s, %(inner)s inner and %(outer)s outer") % values


def _evenness(tally: SortTally) -> float:
    return split_index(tally.inner, tally.outer) or 0.0


def _is_split(tally: SortTally) -> bool:
    gap = abs(tally.inner - tally.outer)
    return tally.placed >= SPLIT_FROM and gap <= max(1, ALMOST * tally.placed)
