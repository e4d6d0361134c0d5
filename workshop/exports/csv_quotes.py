"""The quotes for what is written up, as CSV: a line for each."""

from django.utils.translation import gettext_lazy as _

from .cells import CSV_TYPE, csv_of, yes_or_no
from .document import Data
from .formats import Format, Use, from_document
from .tables import Cards

COLUMNS = "quote attribution named state checked card card_title said_in attribution_changed".split()


def quotes_csv(document: Data) -> bytes:
    """Return a line for each quote, as CSV."""
    cards, rows = Cards(document), []
    for each in document["quotes"]:
        said = {key: each[key] for key in ("attribution", "state", "said_in")}
        told = {key: yes_or_no(each[key]) for key in ("named", "checked", "attribution_changed")}
        card = {"card": cards.number(each["card"]), "card_title": cards.title(each["card"])}
        rows.append({"quote": each["text"], **said, **told, **card})
    return csv_of(COLUMNS, rows)


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
