"""Two blank cards under one letter, here and in a file: which empty one takes that of the file."""

from collections.abc import Collection, Sequence

from workshop.models import clean_text
from workshop.models.blanks import Blank

from .filled_came import Came

WORDS = ("title", "summary", "rephrases")
MEANT = ("title", "summary", "zone", "reason", "order")


def targets(blanks: Sequence[Blank], came: Came, two: Collection[str]) -> dict[str, str]:
    """Return by the uid of each blank card in ``two`` that of the one which takes what the file has for it.

    It is the one that the page named, else one that has those words already, else the next empty one: so a
    form that is sent twice fills no further card. None is left for a uid that is missing.
    """
    named = {key: came.get("to", key) for key in two}
    free = [each for each in blanks if not any(came.get(name, each.key).strip() for name in MEANT)]
    found: dict[str, str] = {}
    for key in two:
        words = {name: clean_text(came.get(name, key)) for name in WORDS}
        others = {*found.values(), *(to for of, to in named.items() if of != key)}
        same = [each.key for each in free if each.card and each.saved == words]
        empty = [each.key for each in free if not each.card]
        fit = [each for each in (*same, *empty) if each not in others]
        if fit:
            found[key] = named[key] if named[key] in fit else fit[0]
    return found
