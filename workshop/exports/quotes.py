"""Quotes that may be printed: as their speakers accepted or amended them, or marked as not checked."""

from typing import Any

from workshop.models import Workshop
from workshop.models.brought import BroughtQuote
from workshop.models.quoted import quotes_in

Data = dict[str, Any]


def quotes_of(workshop: Workshop) -> list[Data]:
    """Return each quote that may go out, in the order of the random uids: never whose it is, nor when."""
    lines = [each for each in quotes_in(workshop) if each.goes_out]
    said = [
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
    brought = workshop.brought_quotes.select_related("card")
    return sorted([*said, *map(_brought, brought)], key=lambda each: str(each["uid"]))


def _brought(row: BroughtQuote) -> Data:
    return {
        "uid": str(row.uid),
        "text": row.text,
        "attribution": row.attribution,
        "named": row.is_named,
        "state": row.state,
        "checked": row.is_checked,
        "attribution_changed": row.is_signed_otherwise,
        "card": str(row.card.uid) if row.card else None,
        "said_in": row.said_in,
    }
