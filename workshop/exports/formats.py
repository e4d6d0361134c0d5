"""What a format says of itself: its name, its words, what it holds and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.models import Forbidden, Workshop
from workshop.models.audiences import may_see_people_rows

from .document import Data, document_of
from .material import Material


class Use(TextChoices):
    """What a file is taken for: the headings of the list on the results page, in their order."""

    PAPER = "paper", gettext_lazy("For your paper")
    ANALYSIS = "analysis", gettext_lazy("For analysis")
    KEEPING = "keeping", gettext_lazy("To keep")


@dataclass(frozen=True)
class Format:
    """One format: its name in addresses, what a person calls it, and the function that writes the bytes.

    ``holds`` names the parts of the document whose words are in it; all of them if it is empty.
    ``says_hidden`` stands for ``says`` where names are hidden, if it is then another.
    ``of_people``: it has a row for each person, so that there is none where names are hidden.
    ``may_be_kept``: whether it can be taken for re-use. ``ending`` is that of the file's name.
    ``document`` reads what it is written from: the whole workshop, unless it needs less.
    """

    name: str
    label: Promise
    says: Promise
    use: Use
    content_type: str
    write: Callable[[Material], bytes]
    holds: frozenset[str] = frozenset()
    may_be_kept: bool = False
    ending: str = "csv"
    says_hidden: Promise | str = ""
    of_people: bool = False
    document: Callable[..., Data] = document_of

    def is_there(self, workshop: Workshop) -> bool:
        """Whether there is such a file of a workshop at all, by its promise."""
        return not self.of_people or may_see_people_rows(workshop)

    def require_there(self, workshop: Workshop) -> None:
        """Raise Forbidden if there is no such file of a workshop."""
        if not self.is_there(workshop):
            raise Forbidden(
                _("Names are hidden in this workshop, so there is no file with a line for each person.")
            )

    def part_of(self, document: Data) -> Data:
        """Return what of a document is in the file, to be looked through."""
        return {key: value for key, value in document.items() if not self.holds or key in self.holds}


def from_document(write: Callable[[Data], bytes]) -> Callable[[Material], bytes]:
    """Return a writer that needs the document alone."""
    return lambda material: write(material.document)
