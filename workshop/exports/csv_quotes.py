"""The quotes for what is written up, as CSV: a line for each."""

from django.utils.translation import gettext_lazy as _

from .cells import CSV_TYPE, csv_of
from .document import Data
from .formats import Format, Use, from_document

COLUMNS = "quote attribution named state checked card card_title said_in attribution_changed".split()


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


QUOTES = Format(
    "quotes",
    _("Quotes (CSV)"),
    _("The quotes for what you write up, as accepted or amended, each with its attribution."),
    Use.PAPER,
    CSV_TYPE,
    from_document(quotes_csv),
    frozenset(["quotes"]),
    ending="quotes.csv",
)
