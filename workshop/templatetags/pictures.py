"""Tags that turn plain data into pictures: layouts from `analysis`, drawn by workshop/pictures/.

A card is an object or a mapping with `label`, `title` and `short_title`. Rows of a sort are pairs
(card, SortTally); rows of a poll are pairs (card, count), in the order to be shown.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.agreement import pairs_that_agree, wilson
from workshop.analysis.bars import bar, split_bar
from workshop.analysis.bullseye import bullseye
from workshop.analysis.chairs import chairs
from workshop.analysis.quiet import quiet_table as lay_quiet_table
from workshop.analysis.slips import Face, face_of
from workshop.analysis.svg import svg_number
from workshop.analysis.table import lay_table
from workshop.analysis.tallies import SortTally
from workshop.templatetags.words import table_sentence

register = template.Library()
SortRows = Iterable[tuple[object, SortTally]]
PollRows = Iterable[tuple[object, int]]
Context = dict[str, Any]
FOLDER = "workshop/pictures"


@register.filter
def svg(value: float, plus: float = 0) -> str:
    """Write a number (and what is added to it) for an SVG, the same in every language."""
    return svg_number(value + plus)


@register.inclusion_tag(f"{FOLDER}/_table.html")
def table_picture(
    inner: Iterable[object],
    outer: Iterable[object],
    unplaced: Iterable[object],
    id: str,
    title: str = "",
    front: object = None,
) -> Context:
    """Draw the round table with the cards of one sort; `front` is the label of the card in front."""
    disc, rim, beside = [*inner], [*outer], [*unplaced]
    label = None if front is None else str(front)
    layout = lay_table(_faces(disc), _faces(rim), _faces(beside), label)
    return {"table": layout, "id": id, "title": title or table_sentence(disc, rim, beside)}


@register.inclusion_tag(f"{FOLDER}/_ring.html")
def chair_ring(
    taken: int,
    seats: int,
    id: str,
    title: str = "",
    state: str = "live",
    size: int | None = None,
) -> Context:
    """Draw the small ring of chairs; `state` is "live" (answered now) or "in" (packs that are in)."""
    words = title or seats_answered(taken, seats)
    return {"ring": chairs(taken, seats), "id": id, "title": words, "state": state, "size": size}


@register.inclusion_tag(f"{FOLDER}/_answered.html")
def answered_ring(
    answered: int,
    seats: int,
    id: str,
) -> Context:
    """Draw the ring with the words beside it: how many have answered, and never who."""
    return {"answered": answered, "seats": seats, "id": id}


@register.inclusion_tag(f"{FOLDER}/_circle_quiet.html")
def quiet_table(
    answered: int,
    seats: int,
    id: str,
    title: str = "",
    card: object = None,
    waiting: Iterable[object] = (),
    state: str = "live",
) -> Context:
    """Draw the large quiet table, with one card in front or some that wait beside it."""
    layout = lay_quiet_table(answered, seats, face_of(card) if card else None, _faces(waiting))
    words = title or _quiet_words(answered, seats, card)
    return {"quiet": layout, "id": id, "title": words, "state": state}


@register.inclusion_tag(f"{FOLDER}/_bullseyes.html")
def bullseyes(rows: SortRows, id: str = "b") -> Context:
    """Draw one bullseye for each card, with its counts in words."""
    return {"rows": [_bullseye_row(card, tally) for card, tally in rows], "id": id}


@register.inclusion_tag(f"{FOLDER}/_tally.html")
def tally_bars(rows: PollRows, people: int) -> Context:
    """Draw a bar for each card: its count out of the people who nominated."""
    drawn = [{"card": card, "count": count, "bar": bar(count, people)} for card, count in rows]
    return {"rows": drawn, "people": people}


@register.inclusion_tag(f"{FOLDER}/_tally_table.html")
def tally_table(
    rows: PollRows,
    people: int,
    id: str,
    caption: str = "",
    is_open: bool = False,
) -> Context:
    """Write the same counts as a table, folded away unless `is_open`."""
    return {"rows": [*rows], "people": people, "id": id, "caption": caption, "is_open": is_open}


@register.inclusion_tag(f"{FOLDER}/_sort_table.html")
def sort_table(
    rows: SortRows,
    id: str,
    caption: str = "",
    is_open: bool = False,
) -> Context:
    """Write the placements as a table, with how many pairs agree and how sure the share inner is."""
    listed = [_sort_row(card, tally) for card, tally in rows]
    return {
        "rows": listed,
        "people": max((row["tally"].people for row in listed), default=0),
        "some_unanswered": any(row["tally"].unanswered for row in listed),
        "id": id,
        "caption": caption,
        "is_open": is_open,
    }


def seats_answered(answered: int, seats: int) -> str:
    """Say how many of the seats have answered."""
    return ngettext(
        "%(answered)s of %(seats)s seat has answered", "%(answered)s of %(seats)s seats have answered", seats
    ) % {"answered": answered, "seats": seats}


def _faces(cards: Iterable[object]) -> list[Face]:
    return [face_of(card) for card in cards]


def _quiet_words(answered: int, seats: int, card: object) -> str:
    if not card:
        return seats_answered(answered, seats)
    label, counted = face_of(card).label, seats_answered(answered, seats)
    return _("Card %(label)s is in front. %(counted)s.") % {"label": label, "counted": counted}


def _bullseye_row(card: object, tally: SortTally) -> Context:
    picture = bullseye(tally.inner, tally.outer, tally.unplaced, tally.people)
    split = split_bar(tally.inner, tally.outer, tally.unplaced + tally.unanswered)
    return {"card": card, "tally": tally, "picture": picture, "split": split}


def _sort_row(card: object, tally: SortTally) -> Context:
    pairs = pairs_that_agree(tally.inner, tally.outer)
    return {"card": card, "tally": tally, "pairs": pairs, "likely": wilson(tally.inner, tally.people)}
