"""The formats, by the name that the command and the address use."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshop.models import Workshop

from .cells import CSV_TYPE
from .credits import write_credits
from .csv_long import write_csv
from .json_whole import write_json
from .quotes import write_quotes


@dataclass(frozen=True)
class Format:
    """One format: its name in addresses, what a person calls it, and the function that writes the bytes."""

    name: str
    label: Promise
    says: Promise
    content_type: str
    write: Callable[[Workshop], bytes]


FORMATS = {
    each.name: each
    for each in (
        Format(
            "json",
            _("Everything (JSON)"),
            _("The whole workshop in one file, with a published schema. Keep it as your archive."),
            "application/json",
            write_json,
        ),
        Format(
            "csv",
            _("Answers and comments (CSV)"),
            _("One line for each answer, for R, Excel or SPSS. Safe to open in a spreadsheet."),
            CSV_TYPE,
            write_csv,
        ),
        Format(
            "credits",
            _("Credit (CSV)"),
            _("Who is named or described in what is written up, as they said, with contributor roles."),
            CSV_TYPE,
            write_credits,
        ),
        Format(
            "quotes",
            _("Quotes (CSV)"),
            _("The quotes for what you write up, as accepted or amended, each with its attribution."),
            CSV_TYPE,
            write_quotes,
        ),
    )
}
