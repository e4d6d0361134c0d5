"""Answers and comments in long form: one line for each thing that was said of a card."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from workshop.models import Workshop

from .accounts import account_rows, accounts_in
from .cells import CSV_TYPE, csv_of
from .csv_changes import change_rows
from .csv_moves import move_rows
from .document import Data, document_of, title_of
from .formats import Format, Use, from_document
from .ground_rules import ground_rule_rows
from .preparation import preparation_rows
from .questions import question_rows
from .replay import reflection_rows
from .suggestions import suggestion_rows
from .ties import tie_rows

COLUMNS = (
    "workshop record round round_kind seat name card card_title card_status measure value text quote change "
    "parked_on entered_by shown_to"
).split()
Row = dict[str, object]
LEFT_OUT = (
    "of people who take no part (any more) or, in a file for re-use, did not agree to that; in the totals"
)


def write_csv(workshop: Workshop) -> bytes:
    """Return the long form as CSV, with all that the promise allows."""
    return long_form_of(document_of(workshop))


def long_form_of(document: Data) -> bytes:
    """Return the long form of a document as CSV."""
    return csv_of(COLUMNS, _rows(document))


def _rows(document: Data) -> Iterator[Row]:
    names = {seat["pseudonym"]: seat.get("name") for seat in document["seats"]}
    cards = {card["uid"]: _card_cells(card) for card in document["cards"]}
    said = [*_remarks(document), *account_rows(document), *_blanks(document["cards"])]
    lines = [*_answers(document["rounds"]), *move_rows(document), *said, *question_rows(document)]
    lines += [*ground_rule_rows(document), *suggestion_rows(document)]
    lines += [*change_rows(document), *tie_rows(document)]
    lines += [*preparation_rows(document), *reflection_rows(document)]
    for line in lines:
        card = cards.get(str(line.pop("card", None)), {})
        yield {
            "workshop": document["workshop"]["slug"],
            **line,
            "name": names.get(str(line.get("seat"))),
            **card,
            "parked_on": cards.get(str(line.get("parked_on")), {}).get("card"),
        }


def _card_cells(card: Data) -> Row:
    return {"card": card["number"], "card_title": title_of(card), "card_status": card["status"]}


def _answers(rounds: Iterable[Data]) -> Iterator[Row]:
    for each in rounds:
        head: Row = {"round": each["number"], "round_kind": each["kind"]}
        for total in each["totals"] or ():
            for measure, value in _measures(each["kind"], total):
                line: Row = {**head, "record": "total", "card": total["card"]}
                yield {**line, "measure": measure, "value": value}
        yield from _rules(head, each)
        if each["ballots_left_out"]:
            line = {**head, "record": "left out", "measure": "answers", "value": each["ballots_left_out"]}
            yield {**line, "text": LEFT_OUT}
        for ballot in each["ballots"] or ():
            yield from _marks({**head, "record": "answer", "seat": ballot["seat"]}, ballot, each["kind"])


def _rules(head: Row, each: Data) -> Iterator[Row]:
    """Yield each consensus rule, and for the one that holds whether each card meets it."""
    for rule in each["rules"]:
        says = f"at least {rule['least']} of {rule['of']} {rule['zone']}"
        value = "set after the reveal" if rule["after_reveal"] else "set before the reveal"
        line: Row = {**head, "record": "consensus rule", "seat": rule["seat"], "measure": says}
        yield {**line, "value": value, "text": f"{rule['at']} {rule['hash']}"}
    for card in [] if each["meets_rule"] is None else [row["card"] for row in each["cards"]]:
        met = "met" if card in each["meets_rule"] else "not met"
        yield {**head, "record": "consensus rule", "card": card, "measure": "result", "value": met}


def _measures(kind: str, total: Data) -> Iterator[tuple[str, int]]:
    """Yield what is counted of one card; of a spectrum the bands from 1, by the first pole, to 5."""
    names = {"sort": ("inner", "outer", "unplaced"), "poll": ("nominated",)}.get(kind)
    if names:
        yield from ((name, total[name]) for name in names)
    elif not total["withheld"]:
        for side in ("now", "want"):
            yield from ((f"{side}, band {n}", count) for n, count in enumerate(total[side], start=1))
        yield from ((name, total[name]) for name in ("towards_first", "stay", "towards_second"))


def _marks(head: Row, ballot: Data, kind: str) -> Iterator[Row]:
    if ballot["state"] == "abstained":
        yield {**head, "measure": "abstained", "value": 1, "entered_by": ballot["entered_by"]}
    for mark in ballot["marks"]:
        line = {**head, "card": mark["card"], "entered_by": mark["entered_by"] or ballot["entered_by"]}
        reason = {"text": mark["reason"], "quote": ballot["quote"]} if mark["reason"] else {}
        if kind == "poll":
            yield {**line, "measure": "nominated", "value": int(mark["nominated"])}
            continue
        if kind == "spectrum":
            known = [(name, mark[name]) for name in ("now", "want") if mark[name] is not None]
            yield from ({**line, "measure": name, "value": value} for name, value in known)
            continue
        yield {**line, "measure": "zone", "value": mark["zone"], **reason}
        if mark["place"]:
            yield {**line, "measure": "place", "value": mark["place"]}


def _remarks(document: Data) -> Iterator[Row]:
    prompts = accounts_in(document)
    for each in (each for each in document["remarks"] if each["prompt"] not in prompts):
        where = "pack" if each["from_pack"] else "discussion"
        kind = each["kind"] or "comment"
        line: Row = {
            "record": "comment",
            "seat": each["seat"],
            "card": each["card"],
            "measure": where,
            "value": kind,
        }
        line |= {"quote": each["quote"], "parked_on": parked_on(each), "entered_by": each["entered_by"]}
        line |= {"shown_to": each["visibility"]}
        if each["body"]:
            yield {**line, "text": each["body"]}
        for body in each["other_versions"]:
            yield {**line, "value": "other version", "text": body}


def parked_on(remark: Data) -> str | None:
    """Return the uid of the card that a comment is parked on now."""
    return next((each["card"] for each in remark["parkings"] if not each["ended"]), None)


def _blanks(cards: Iterable[Data]) -> Iterator[Row]:
    for card in cards:
        if card["number"] is None and card["texts"]:
            kind = "re-phrases a card" if card["rephrases"] else "adds a card"
            words = card["texts"][-1]
            yield {
                "record": "blank card",
                "seat": card["proposer"],
                "card": card["uid"],
                "measure": "proposal" if card["status"] == "proposed" else "proposal, put away by its author",
                "value": kind,
                "text": words["summary"],
                "quote": card["quote"],
                "entered_by": words["entered_by"],
            }


LONG = Format(
    "csv",
    _("Answers and comments (CSV)"),
    _("One line for each answer, for R, Excel or SPSS. Safe to open in a spreadsheet."),
    Use.ANALYSIS,
    CSV_TYPE,
    from_document(long_form_of),
    frozenset(
        "seats cards prompts remarks rounds shifts questions ground_rules suggestions changes proposals ties "
        "starts preparation_notes reflections".split()
    ),
    may_be_kept=True,
    says_hidden=_(
        "Totals, a line each, and what was written, for R, Excel or SPSS. Safe to open in a spreadsheet."
    ),
)
