"""What a codebook is made of: a line for each column, and one for each value that may stand in it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

WHOLE, TEXT = _("whole number"), _("text, as it was written")
ONE_OF = _("one of the values below")
EITHER = (("1", _("Yes.")), ("0", _("No.")))
NEVER = _("never empty")


@dataclass(frozen=True)
class Line:
    """What is said of a column, or of a value in it.

    ``record`` and ``measure`` say, in the long form, in which lines it is meant; ``value`` is empty for the
    column as a whole. ``missing`` says what an empty cell means.
    """

    file: str
    column: str
    meaning: Words
    type: Words = ""
    missing: Words = ""
    record: str = ""
    measure: str = ""
    value: str = ""
