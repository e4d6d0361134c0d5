"""What a format says of itself: its name, its words, what it holds and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .document import Data
from .material import Material


class Use(TextChoices):
    """What a file is taken for: the headings of the list on the results page, in their order."""

    PAPER = "paper", _("For your paper")
    ANALYSIS = "analysis", _("For analysis")
    KEEPING = "keeping", _("To keep")


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
    use: Use
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
