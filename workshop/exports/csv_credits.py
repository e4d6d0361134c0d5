"""Who is credited, as CSV: a line for each person."""

from django.utils.translation import gettext_lazy as _

from workshop.models.credits import CREDIT_ROLES

from .cells import CSV_TYPE, csv_of, yes_or_no
from .document import Data
from .formats import Format, Use, from_document

COLUMNS = "credit printed_as description roles entered_by_a_facilitator".split()


def credits_csv(document: Data) -> bytes:
    """Return a line for each person who is credited, as CSV."""
    names = {key: str(name) for key, name in CREDIT_ROLES}
    return csv_of(
        COLUMNS,
        (
            {
                "credit": each["kind"],
                "printed_as": each["name"] or each["role"],
                "description": each["role"],
                "roles": "; ".join(names[key] for key in each["roles"]),
                "entered_by_a_facilitator": yes_or_no(each["entered"]),
            }
            for each in document["credits"]
        ),
    )


CREDITS = Format(
    "credits",
    _("Credit (CSV)"),
    _("Who is named or described in what is written up, as they said, with contributor roles."),
    Use.PAPER,
    CSV_TYPE,
    from_document(credits_csv),
    frozenset(["credits"]),
    ending="credits.csv",
)
