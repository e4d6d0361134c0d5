"""What came of a filled file, from it or from the form that showed it, and what each row of that form has."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from workshop.models import clean_text
from workshop.models.text import over_limit


@dataclass(frozen=True)
class Came:
    """What came: from a file, or (``again``) from the form that showed it and was refused, by name of field.

    ``wrong`` has sentences by the uid of what they are about, ``asks`` the cards that are placed already and
    not shown, ``twice`` the names of fields that the file has in two versions.
    """

    words: Mapping[str, str]
    again: bool = False
    wrong: Mapping[str, str] = field(default_factory=dict)
    asks: Collection[str] = ()
    twice: Collection[str] = ()

    def get(self, name: str, key: str) -> str:
        """Return a field, with the one kind of line end that is kept."""
        return self.words.get(f"{name}-{key}", "").replace("\r\n", "\n")

    def keep(self, key: str) -> str:
        """Return what was chosen of two versions; empty while nothing was."""
        return self.words.get(f"keep-{key}", "")

    def has(self, name: str, key: str) -> bool:
        """Whether a form that came back has a field; what left the pack for a while has none."""
        return self.again and f"{name}-{key}" in self.words

    def is_behind(self, key: str, rev: int) -> bool:
        """Whether a form that came back rests on other words than there are now."""
        return f"rev-{key}" in self.words and self.words[f"rev-{key}"] != str(rev)

    def asks_about(self, key: str, rev: int, differs: bool) -> bool:
        """Whether both are shown, and a choice is wanted: also where something came in between."""
        if not self.again:
            return differs
        return f"asks-{key}" in self.words or (differs and self.is_behind(key, rev))


@dataclass(frozen=True)
class Row:
    """What every row has: the uid, what is wrong, whether a choice is wanted, and which was made."""

    key: str
    wrong: str
    asks: bool
    keep: str


def too_long(text: str, limit: int) -> str:
    """Return by how much words are over a limit, in a sentence; empty if they are not."""
    over = len(clean_text(text)) - limit
    return over_limit(over, limit) if over > 0 else ""
