"""Answers in wide form: one line for each person, and a column for each card of each revealed round."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .cells import CSV_TYPE, csv_of
from .document import Data
from .formats import Format, Use, from_document

PERSON = "workshop seat name role removed withdrawn".split()
# What is asked of each card in a round of a kind: a column each, in this order.
ASKED = {"sort": ("zone", "place"), "poll": ("nominated",), "spectrum": ("now", "want")}
STATE = "answered"


@dataclass(frozen=True)
class Asked:
    """A column of answers: its name, and its round, card and what is asked, for the codebook."""

    name: str
    round: Data
    card: Data | None
    what: str


def wide_form_of(document: Data) -> bytes:
    """Return the wide form of a document as CSV: its heads alone where no row may be told of a person."""
    return csv_of([*PERSON, *(each.name for each in asked_of(document))], _rows(document))


def asked_of(document: Data) -> Iterator[Asked]:
    """Yield the columns of answers in order: of each round first whether it was answered, then its cards."""
    cards = {card["uid"]: card for card in document["cards"]}
    for each in document["rounds"]:
        if each["ballots"] is None:
            continue
        yield Asked(f"r{each['number']}_{STATE}", each, None, STATE)
        known = [cards[row["card"]] for row in each["cards"] if row["card"] in cards]
        for card in sorted(known, key=lambda card: (card["number"] is None, card["number"], card["uid"])):
            for what in ASKED[each["kind"]]:
                yield Asked(_column(each, card["uid"], card["number"], what), each, card, what)


def _column(round: Data, uid: str, number: int | None, what: str) -> str:
    """Return the name of a column; a card that has no number (any more) goes by how its uid begins."""
    card = f"card{number:02d}" if number else f"card_{uid[:8]}"
    return f"r{round['number']}_{card}_{what}"


def _rows(document: Data) -> Iterator[Data]:
    numbers = {card["uid"]: card["number"] for card in document["cards"]}
    said = {
        (each["number"], ballot["seat"]): dict(_answers(each, ballot, numbers))
        for each in document["rounds"]
        for ballot in each["ballots"] or ()
    }
    rounds = [each["number"] for each in document["rounds"] if each["ballots"] is not None]
    for seat in document["seats"] if rounds else ():
        found = [said[n, seat["pseudonym"]] for n in rounds if (n, seat["pseudonym"]) in said]
        if seat["role"] == "participant" or found:
            row: Data = {"workshop": document["workshop"]["slug"], "seat": seat["pseudonym"]}
            row |= {key: int(seat[key]) for key in ("removed", "withdrawn")}
            row |= {key: seat.get(key) for key in ("name", "role")}
            for each in found:
                row |= each
            yield row


def _answers(each: Data, ballot: Data, numbers: dict[str, int | None]) -> Iterator[tuple[str, object]]:
    """Yield what one person answered in a round; of a poll that was answered also what was not nominated.

    A card that is not in the file, or that the round did not ask about, has no column, and no answer.
    """
    yield f"r{each['number']}_{STATE}", _whether(each, ballot)
    asked = {row["card"] for row in each["cards"]}
    if each["kind"] == "poll" and ballot["state"] == "sent":
        for card in (row["card"] for row in each["cards"] if row["card"] in numbers):
            yield _column(each, card, numbers[card], "nominated"), 0
    for mark in (mark for mark in ballot["marks"] if mark["card"] in numbers and mark["card"] in asked):
        for what in ASKED[each["kind"]]:
            value = int(mark[what]) if what == "nominated" else mark[what]
            yield _column(each, mark["card"], numbers[mark["card"]], what), value


def _whether(each: Data, ballot: Data) -> str:
    """Return whether somebody answered: of a sort or a line whatever they placed counts, sent or not.

    As on the page, a card that the round does not ask about does not count: a blank card of one's own.
    """
    if ballot["state"] == "abstained":
        return "abstained"
    asked = {row["card"] for row in each["cards"]}
    said = any(_is_said(mark) for mark in ballot["marks"] if mark["card"] in asked)
    counts = ballot["state"] == "sent" if each["kind"] == "poll" else said
    return "answered" if counts else "begun"


def _is_said(mark: Data) -> bool:
    return bool(mark["zone"]) or mark["now"] is not None or mark["want"] is not None


WIDE = Format(
    "wide",
    _("A line for each person (CSV)"),
    _("One line for each person and a column for each card of each revealed round, for SPSS, R or Excel."),
    Use.ANALYSIS,
    CSV_TYPE,
    from_document(wide_form_of),
    frozenset(["seats"]),
    may_be_kept=True,
    ending="wide.csv",
    says_hidden=_("There is no file with a line for each person: names are hidden in this workshop."),
    of_people=True,
)
