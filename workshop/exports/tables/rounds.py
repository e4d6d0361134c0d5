"""The rounds: what was counted, what each person answered where that may be told, and the figures."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from workshop.exports.csv_moves import compared
from workshop.exports.document import Data

from .columns import ENTERED, OF_CARD, PERSON, QUOTE, REASON, STATE
from .kit import Column, Kind, Row, Table

OF_ROUND = Column("round", _("Round"), Kind.NUMBER), Column("kind", _("Kind"))
BANDS = range(1, 6)
SIDES = ("now", "want")
WAYS = ("towards_first", "stay", "towards_second")
BY_KIND = {"sort": ("zone", "place", "reason"), "poll": ("nominated",), "spectrum": ("now", "want")}


def _head(each: Data) -> dict[str, Any]:
    return {"round": each["number"], "kind": each["kind"]}


def _rounds(document: Data) -> Iterator[Row]:
    for each in document["rounds"]:
        answered = {} if each["opened_at"] else {"answered": None}  # nobody was asked: that is not 0
        yield {**each, **_head(each), **answered, "cards": [row["card"] for row in each["cards"]]}


def _totals(document: Data) -> Iterator[Row]:
    for each in document["rounds"]:
        met = each["meets_rule"]
        for total in each["totals"] or ():
            line = {**_head(each), **total, "met": None if met is None else total["card"] in met}
            if each["kind"] == "spectrum":
                known = () if total["withheld"] else SIDES
                line |= {f"{side}_{n}": total[side][n - 1] for side in known for n in BANDS}
                line |= dict.fromkeys(WAYS) if total["withheld"] else {}
            yield line


def _answers(document: Data) -> Iterator[Row]:
    for each in document["rounds"]:
        for ballot in each["ballots"] or ():
            head = {**_head(each), **{key: ballot[key] for key in ("seat", "state", "entered_by")}}
            if not ballot["marks"]:
                yield head
            for mark in ballot["marks"]:
                words = {"quote": ballot["quote"]} if mark["reason"] else {}
                entered = mark["entered_by"] or ballot["entered_by"]
                said = {key: mark[key] for key in BY_KIND[each["kind"]]}
                yield {**head, "card": mark["card"], **said, **words, "entered_by": entered}


def _moves(document: Data) -> Iterator[Row]:
    for each in document["shifts"]:
        for card in compared(each):
            known = {"card": card["card"], "withheld": True} if card["withheld"] else card
            yield {**each, **known}


def _rules(document: Data) -> Iterator[Row]:
    for each in document["rounds"]:
        for rule in each["rules"]:
            yield {**_head(each), **rule}


ROUNDS = Table(
    _("Rounds"),
    _("A row for each round: when it was, and how many answered. Before its reveal, that alone."),
    (
        *OF_ROUND,
        Column("when", _("When it is answered")),
        Column("k", _("Most nominations"), Kind.NUMBER),
        STATE,
        Column("opened_at", _("Opened (UTC)"), Kind.MOMENT),
        Column("closes_at", _("To close (UTC)"), Kind.MOMENT),
        Column("closed_at", _("Closed (UTC)"), Kind.MOMENT),
        Column("revealed_at", _("Revealed (UTC)"), Kind.MOMENT),
        Column("answered", _("Answered"), Kind.NUMBER),
        Column("abstained", _("Would rather not"), Kind.NUMBER),
        Column("entered", _("Entered by a facilitator"), Kind.NUMBER),
        Column("ballots_withheld", _("Why there are no single answers")),
        Column("ballots_left_out", _("Single answers left out"), Kind.NUMBER),
        Column("cards", _("Cards"), Kind.CARDS),
    ),
    _rounds,
)
TOTALS = Table(
    _("Totals"),
    _("A row for each card of each revealed round: how many, as everybody saw them."),
    (
        *OF_ROUND,
        *OF_CARD,
        Column("inner", _("Inner"), Kind.NUMBER),
        Column("outer", _("Outer"), Kind.NUMBER),
        Column("unplaced", _("Not placed"), Kind.NUMBER),
        Column("nominated", _("Nominated"), Kind.NUMBER),
        *(Column(f"now_{n}", format_lazy(_("Now, band {n}"), n=n), Kind.NUMBER) for n in BANDS),
        *(Column(f"want_{n}", format_lazy(_("Want, band {n}"), n=n), Kind.NUMBER) for n in BANDS),
        Column("towards_first", _("Would move towards the first pole"), Kind.NUMBER),
        Column("stay", _("Would stay"), Kind.NUMBER),
        Column("towards_second", _("Would move towards the second pole"), Kind.NUMBER),
        Column("withheld", _("Too few to tell"), Kind.YES),
        Column("met", _("Meets the consensus rule"), Kind.YES),
    ),
    _totals,
    ("round", "card"),
)
ANSWERS = Table(
    _("Answers"),
    _("A row for each card that one person placed, nominated or marked in a revealed round."),
    (
        *OF_ROUND,
        PERSON,
        *OF_CARD,
        Column("zone", _("Circle")),
        Column("place", _("Place in the circle"), Kind.NUMBER),
        Column("nominated", _("Nominated"), Kind.YES),
        Column("now", _("Now (0 to 100)"), Kind.NUMBER),
        Column("want", _("Want (0 to 100)"), Kind.NUMBER),
        REASON,
        QUOTE,
        STATE,
        ENTERED,
    ),
    _answers,
    ("round", "seat", "card"),
)
RULES = Table(
    _("Consensus rules"),
    _("A row for each consensus rule; of a round's the last one holds."),
    (
        *OF_ROUND,
        Column("least", _("At least"), Kind.NUMBER),
        Column("of", _("Of"), Kind.NUMBER),
        Column("zone", _("Say")),
        Column("after_reveal", _("Set after the reveal"), Kind.YES),
        Column("at", _("Set (UTC)"), Kind.MOMENT),
        PERSON,
        Column("hash", _("SHA-256")),
    ),
    _rules,
)
MOVES = Table(
    _("Moves between sorts"),
    _("A row for each card of two sorts of a series: how many placed it otherwise."),
    (
        Column("before", _("From round"), Kind.NUMBER),
        Column("after", _("To round"), Kind.NUMBER),
        *OF_CARD,
        Column("people", _("Answered both"), Kind.NUMBER),
        Column("moved_in", _("Moved in"), Kind.NUMBER),
        Column("moved_out", _("Moved out"), Kind.NUMBER),
        Column("stayed", _("Stayed"), Kind.NUMBER),
        Column("other", _("Other"), Kind.NUMBER),
        Column("withheld", _("Too few to tell"), Kind.YES),
    ),
    _moves,
    ("before", "after", "card"),
)
