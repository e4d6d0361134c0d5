"""The codebook as a file of its own."""

from django.utils.translation import gettext_lazy as _

from .cells import CSV_TYPE
from .codebook import codebook_csv
from .formats import Format, Use, from_document

CODEBOOK = Format(
    "codebook",
    _("Codebook (CSV)"),
    _("What each column of the two files of answers means, and each value that may stand in it."),
    Use.ANALYSIS,
    CSV_TYPE,
    from_document(codebook_csv),
    frozenset(["cards"]),
    may_be_kept=True,
    ending="codebook.csv",
)
