"""What a role is sent, read as an attacker reads it: the tables of a page, and the totals of a file."""

import json
import re
from html.parser import HTMLParser

from django.urls import reverse

from tests.support import House, client_of
from workshop.models import Seat

Counts = dict[str, int]
SORT = {"Inner": "inner", "Outer": "outer", "Not placed": "unplaced", "Not answered": ""}
SHIFT = {"Moved in": "in", "Moved out": "out", "Stayed": "stayed", "Otherwise": "other"}
POLL = {"Nominated by": "yes", "Out of": "of"}
KINDS = {"sort": SORT, "shift": SHIFT, "poll": POLL}
Read = dict[tuple[str, int, int], Counts]  # by kind, number of the round, number of the card


class Tables(HTMLParser):
    """Every table of a page, as rows of cells, with the number at the end of its caption's id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.rounds: list[int] = []
        self.cell: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            self.tables.append([])
            self.rounds.append(0)
        elif tag == "caption":
            self.rounds[-1] = int(next(iter(re.findall(r"\d+$", dict(attrs).get("id") or "")), 0))
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            self.cell = []

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        if tag in ("th", "td") and self.cell is not None:
            self.tables[-1][-1].append(" ".join("".join(self.cell).split()))
            self.cell = None

    def handle_data(self, data: str) -> None:
        """Take the words of a cell."""
        if self.cell is not None:
            self.cell.append(data)


def of_page(html: str) -> Read:
    """Return each count in the tables of a page that are of a round."""
    found, page = Read(), Tables(html)
    for round, table in zip(page.rounds, page.tables, strict=True):
        head, *rows = table or [[]]
        kind = next((kind for kind, names in KINDS.items() if {*names} & {*head}), "")
        for row in rows if kind and round else ():
            cells = dict(zip(head[1:], row[1:], strict=False))
            counts = {KINDS[kind][name]: cells[name] for name in KINDS[kind] if name in cells}
            if all(count.isdigit() for count in counts.values()):
                card = int(row[0].split(".")[0])
                found[kind, round, card] = {name: int(count) for name, count in counts.items()}
    return found


def of_file(content: bytes) -> Read:
    """Return each total in a JSON file."""
    document, found = json.loads(content), Read()
    number = {card["uid"]: card["number"] for card in document["cards"]}
    for round in document["rounds"]:
        if round["totals"] is None or round["kind"] not in ("sort", "poll"):
            continue
        kind, people = round["kind"], round["answered"] - (round["abstained"] or 0)
        for each in round["totals"]:
            zones = {name: each[name] for name in ("inner", "outer", "unplaced")}
            counts = {"yes": each["nominated"], "of": people} if kind == "poll" else zones
            found[kind, round["number"], number[each["card"]]] = counts
    return found


def sent_to(house: House, seat: Seat) -> list[Read]:
    """Return the counts that a seat is sent now: results, room, wall; for a facilitator the file too."""
    slug, client = house.workshop.slug, client_of(seat)
    pages = [client.get(reverse(name, kwargs={"slug": slug})) for name in ("results", "room", "screen")]
    found = [of_page(page.content.decode()) for page in pages]
    if seat.is_facilitator:
        file = client.post(reverse("export", kwargs={"slug": slug, "format": "json"}), {"checked": "yes"})
        found.append(of_file(file.content))
    return found
