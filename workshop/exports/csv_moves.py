"""What moved between two sorts, in long form: a line for each count of a card, and one for the order."""

from collections.abc import Iterator
from typing import Any

Data = dict[str, Any]
Row = dict[str, object]
MOVED = ("moved_in", "moved_out", "stayed", "other")


def compared(shift: Data) -> list[Data]:
    """Return the cards of a shift for which anybody answered both times, withheld ones too."""
    return [card for card in shift["cards"] if card["withheld"] or any(card[way] for way in MOVED)]


def move_rows(document: Data) -> Iterator[Row]:
    """Yield for each two sorts of a series how far the order is the same, and of each card who moved it."""
    for each in document["shifts"]:
        head: Row = {"round": each["after"], "round_kind": "sort", "record": "moves between sorts"}
        tau, since = each["tau_b"], f"since round {each['before']}"
        value = tau["value"] if "value" in tau else f"not given: {tau['refused']}"
        yield {**head, "record": "order of two sorts", "measure": f"tau_b {since}", "value": value}
        for card in compared(each):
            line: Row = {**head, "card": card["card"]}
            if card["withheld"]:
                yield {**line, "measure": f"withheld {since}", "value": 1}
                continue
            yield from ({**line, "measure": f"{way} {since}", "value": card[way]} for way in MOVED)
