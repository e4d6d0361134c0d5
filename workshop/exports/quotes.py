"""Quotes that may be printed: as their speakers accepted or amended them, or marked as not checked."""

from typing import Any

from workshop.models import Workshop
from workshop.models.quoted import quotes_in

from .cells import csv_of

Data = dict[str, Any]
COLUMNS = "quote attribution named state checked card card_title said_in attribution_changed".split()


def quotes_of(workshop: Workshop) -> list[Data]:
    """Return each quote that may go out, in the order of the random uids: never whose it is, nor when."""
    lines = sorted((each for each in quotes_in(workshop) if each.goes_out), key=lambda each: each.quote.uid)
    return [
        {
            "uid": str(each.quote.uid),
            "text": each.quote.words,
            "attribution": each.attribution,
            "named": each.is_named,
            "state": each.quote.state if each.quote.is_checked else "not checked",
            "checked": each.quote.is_checked,
            "attribution_changed": each.is_signed_otherwise,
            "card": str(each.source.card.uid) if each.source and each.source.card else None,
            "said_in": each.source.kind if each.source else "",
        }
        for each in lines
    ]


def quotes_csv(document: Data) -> bytes:
    """Return a line for each quote, as CSV."""
    cards = {card["uid"]: card for card in document["cards"]}
    rows = []
    for each in document["quotes"]:
        card = cards.get(str(each["card"]))
        title = card["texts"][-1]["title"] if card and card["texts"] else ""
        where = {"card": card["number"] if card else None, "card_title": title}
        yes = {"named": _yes(each["named"]), "checked": _yes(each["checked"])}
        yes["attribution_changed"] = _yes(each["attribution_changed"])
        known = {key: each[key] for key in ("attribution", "state", "said_in")}
        rows.append({"quote": each["text"], **known, **yes, **where})
    return csv_of(COLUMNS, rows)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
