"""What became of the cards, in long form: a line for each card of each change, and for each answer."""

from collections.abc import Iterator
from typing import Any

Data = dict[str, Any]
Row = dict[str, object]
SIDES = (("sources", "source"), ("results", "result"), ("went_along", "went along"))


def change_rows(document: Data) -> Iterator[Row]:
    """Yield the changes and the answers to proposals of a whole workshop."""
    made = {each["proposal"]: each["n"] for each in document["changes"] if each["proposal"]}
    for change in document["changes"]:
        yield from _change(change)
    for proposal in document["proposals"]:
        yield from _answers(proposal, made.get(proposal["uid"]))


def _change(change: Data) -> Iterator[Row]:
    verb = f"{change['verb']}, taken back" if change["taken_back"] else change["verb"]
    head: Row = {"record": "change", "change": change["n"], "seat": change["seat"], "measure": verb}
    for key, side in SIDES:
        for card in change[key]:
            yield {**head, "card": card, "value": side, **_words(change["reason"], change)}


def _answers(proposal: Data, n: int | None) -> Iterator[Row]:
    first = next(iter(proposal["sources"]), None)
    for each in proposal["answers"]:
        yield {
            "record": "answer to a proposal",
            "change": n,
            "seat": each["seat"],
            "card": first,
            "measure": proposal["verb"],
            "value": each["answer"],
            "entered_by": each["entered_by"],
            **_words(each["why"], each),
        }


def _words(text: str, row: Data) -> Row:
    """Return words and how they may be quoted; neither where there are none."""
    return {"text": text, "quote": row["quote"]} if text else {}
