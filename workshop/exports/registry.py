"""The formats, by the name that the command and the address use."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .cells import CSV_TYPE
from .credits import credits_csv
from .csv_long import long_form_of
from .document import Data
from .json_whole import json_of
from .material import Material
from .quotes import quotes_csv

LONG = frozenset(
    "seats cards remarks rounds questions ground_rules suggestions changes proposals ties starts "
    "preparation_notes reflections".split()
)


@dataclass(frozen=True)
class Format:
    """One format: its name in addresses, what a person calls it, and the function that writes the bytes.

    ``holds`` names the parts of the document whose words are in it; all of them if it is empty.
    ``says_hidden`` stands for ``says`` where names are hidden, if it is then another.
    ``may_be_kept``: whether it can be taken for re-use. ``ending`` is that of the file's name.
    """

    name: str
    label: Promise
    says: Promise
    content_type: str
    write: Callable[[Material], bytes]
    holds: frozenset[str] = frozenset()
    may_be_kept: bool = False
    ending: str = "csv"
    says_hidden: Promise | str = ""

    def part_of(self, document: Data) -> Data:
        """Return what of a document is in the file, to be looked through."""
        return {key: value for key, value in document.items() if not self.holds or key in self.holds}


def from_document(write: Callable[[Data], bytes]) -> Callable[[Material], bytes]:
    """Return a writer that needs the document alone."""
    return lambda material: write(material.document)


FORMATS = {
    each.name: each
    for each in (
        Format(
            "json",
            _("Everything (JSON)"),
            _("The whole workshop in one file, with a published schema. Keep it as your archive."),
            "application/json",
            from_document(json_of),
            may_be_kept=True,
            ending="json",
        ),
        Format(
            "csv",
            _("Answers and comments (CSV)"),
            _("One line for each answer, for R, Excel or SPSS. Safe to open in a spreadsheet."),
            CSV_TYPE,
            from_document(long_form_of),
            LONG,
            may_be_kept=True,
            says_hidden=_(
                "Totals, a line each, and what was written, for R, Excel or SPSS. Safe to open in a "
                "spreadsheet."
            ),
        ),
        Format(
            "credits",
            _("Credit (CSV)"),
            _("Who is named or described in what is written up, as they said, with contributor roles."),
            CSV_TYPE,
            from_document(credits_csv),
            frozenset(["credits"]),
            ending="credits.csv",
        ),
        Format(
            "quotes",
            _("Quotes (CSV)"),
            _("The quotes for what you write up, as accepted or amended, each with its attribution."),
            CSV_TYPE,
            from_document(quotes_csv),
            frozenset(["quotes"]),
            ending="quotes.csv",
        ),
    )
}
