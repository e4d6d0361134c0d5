"""What a person takes along, in words for the page in the file: each row as names and values that read well.

The data beside it (JSON) keeps its keys, its codes and its moments in UTC.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.models import Ballot, Link, Quote, Seat, Workshop
from workshop.models.ballots import ZONES
from workshop.models.quoted import Line, lines_of, quotes_of

from . import own_record

Data = dict[str, Any]
Row = list[tuple[str, str]]
MOMENTS = "at asked_for_no_letters joined pack_read pack_done ground_rules_agreed made used".split()
NAMES = {
    "name": gettext_lazy("Name"),
    "email": gettext_lazy("E-mail address"),
    "asked_for_no_letters": gettext_lazy("Asked for no letters"),
    "role": gettext_lazy("Part in the workshop"),
    "pseudonym": gettext_lazy("Pseudonym"),
    "joined": gettext_lazy("In the workshop since"),
    "pack_read": gettext_lazy("Pack first opened"),
    "pack_done": gettext_lazy("Pack finished"),
    "ground_rules_agreed": gettext_lazy("Agreed to the ground rules"),
    "everything_is_erased_on": gettext_lazy("Everything is erased on"),
    "day_of_erasure_that_i_read": gettext_lazy("The day of erasure that I last read"),
    "kind": gettext_lazy("How it was given"),
    "made": gettext_lazy("Made"),
    "used": gettext_lazy("Last used"),
    "item": gettext_lazy("Asked"),
    "at": gettext_lazy("When"),
    "entered_by_a_facilitator": gettext_lazy("Entered by a facilitator"),
    "roles": gettext_lazy("Contributions"),
    "needs": gettext_lazy("What I need"),
    "what_i_was_asked": gettext_lazy("What I was asked about"),
    "short_title": gettext_lazy("Short title"),
    "pole_a": gettext_lazy("One pole"),
    "pole_b": gettext_lazy("The other pole"),
    "why": gettext_lazy("Why"),
    "other_versions": gettext_lazy("Earlier and other versions"),
    "state": gettext_lazy("How far it is"),
    "zone": gettext_lazy("Where I put it"),
    "place": gettext_lazy("Place in the circle"),
    "now": gettext_lazy("Where we are, from 0 to 100"),
    "want": gettext_lazy("Where I want us to be, from 0 to 100"),
}
CHANGES = {
    "adopt": gettext_lazy("A blank card taken up"),
    "rephrase": gettext_lazy("Cards re-phrased"),
    "merge": gettext_lazy("Cards made one"),
    "split": gettext_lazy("A card split"),
    "nest": gettext_lazy("Cards made part of another"),
    "lift": gettext_lazy("Cards lifted out of another"),
    "retire": gettext_lazy("Cards set aside"),
    "restore": gettext_lazy("Cards put back on the table"),
    "undo": gettext_lazy("A change undone"),
}
CODES: dict[str, Mapping[str, Any]] = {
    "role": dict(Seat.Role.choices),
    "kind": dict(Link.Purpose.choices),
    "zone": ZONES,
    "state": dict(Ballot.State.choices),
    "answer": {"yes": gettext_lazy("Yes"), "no": gettext_lazy("No")},
    "what": CHANGES,
}
QUOTES: dict[str, Any] = {
    Quote.State.DRAFT: gettext_lazy("Marked, and not sent to me"),
    Quote.State.ASKED: gettext_lazy("Sent to me; I have not answered"),
    Quote.State.ACCEPTED: gettext_lazy("I accepted it"),
    Quote.State.AMENDED: gettext_lazy("I changed its words"),
    Quote.State.REFUSED: gettext_lazy("I refused it"),
}


def page_of(document: Data, seat: Seat) -> Data:
    """Return the parts of what a seat takes along, each its rows; ``rounds`` are pairs of title and rows.

    Args:
        document: as the data in the file has it.
    """
    parts = {name: rows for name, rows in document.items() if isinstance(rows, list)}
    parts["about"] = [document["person"] | document["seat"]]
    parts["quotes"] = [_quote(line) for line in lines_of(seat.workshop, quotes_of(seat))]
    parts["record"] = [{**each, "what": own_record.said(each["what"], seat)} for each in document["record"]]
    rounds = [(_title(each), _rows(_answers(each), seat.workshop)) for each in parts.pop("rounds")]
    rows = {name: _rows(part, seat.workshop) for name, part in parts.items()}
    return rows | {"rounds": rounds, "taken": _moment(document["exported_at"], seat.workshop)}


def _title(ballot: Data) -> str:
    return _("Round %(number)s: %(kind)s") % {"number": ballot["round"], "kind": ballot["kind"]}


def _answers(ballot: Data) -> list[Data]:
    """Return how far the answer is, also where nothing was chosen, and what was chosen."""
    of_all = {name: ballot[name] for name in ("state", "entered_by_a_facilitator")}
    return [of_all, *ballot["marks"]]


def _quote(line: Line) -> Data:
    """Return a quote as it would appear; what was asked about stands beside the speaker's own words."""
    quote = line.quote
    asked = quote.text if quote.words != quote.text else ""
    state = _("Taken back, so it is not used") if quote.removed_at else str(QUOTES[quote.state])
    words = {"words": quote.words, "attribution": line.attribution, "what_i_was_asked": asked}
    return words | {"state": state}


def _rows(part: list[Data], workshop: Workshop) -> list[Row]:
    return [_row(each, workshop) for each in part]


def _row(row: Data, workshop: Workshop) -> Row:
    """Return the names and values of a row that hold something; nought is something."""
    held = {name: value for name, value in row.items() if value not in ("", None, []) and value is not False}
    return [(_name(name), _value(name, value, workshop)) for name, value in held.items()]


def _name(name: str) -> str:
    return str(NAMES.get(name) or capfirst(name.replace("_", " ")))


def _value(name: str, value: object, workshop: Workshop) -> str:
    if isinstance(value, list):
        return "\n".join(", ".join(said for _n, said in _row(each, workshop)) for each in value)
    if value is True:
        return _("yes")
    if name in MOMENTS:
        return _moment(str(value), workshop)
    return str(CODES.get(name, {}).get(str(value), value))


def _moment(stamp: str, workshop: Workshop) -> str:
    """Return a moment as people read it, in the zone of the workshop."""
    at = parse_datetime(stamp)
    local = workshop.local(at)
    return f"{date_format(local, 'j F Y')}, {workshop.clock(local)}" if local else stamp
