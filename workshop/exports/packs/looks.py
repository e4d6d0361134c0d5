"""How a pack is wanted: at which size of print, and which of its sheets."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Size(TextChoices):
    """The sizes of print."""

    USUAL = "usual", _("Usual print")
    LARGE = "large", _("Large print (18 point)")


class Sheets(TextChoices):
    """Which sheets are wanted. Blank cards are in each, since they are both filled in and laid out."""

    ALL = "all", _("All sheets")
    FORM = "form", _("Only the form: cards with room to write, consent, reading, blank cards")
    CARDS = "cards", _("Only what is cut out: cards, blank cards, slips and the two circles")

    @property
    def parts(self) -> tuple[str, ...]:
        """Which of the two halves it has."""
        return ("form", "cards") if self == Sheets.ALL else (self.value,)


@dataclass(frozen=True)
class Look:
    """A size and a choice of sheets."""

    size: Size = Size.USUAL
    sheets: Sheets = Sheets.ALL
