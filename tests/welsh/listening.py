"""Hears every text that a page looks up in Welsh, and keeps those that the catalogue does not have."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.utils.translation import trans_real

from workshop.models.languages import ENGLISH, WELSH


class Listening:
    """Stands in the place of Django's Welsh; ``missed`` has each text that it lacks, and who asked for it.

    Args:
        speaks: the language in which it answers. English, where a test reads pages by their English words.
    """

    def __init__(self, speaks: str = WELSH) -> None:
        self.speaks, self.where = trans_real.translation(speaks), ""
        self.welsh: Any = trans_real.translation(WELSH)
        self.missed: dict[str, str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self.speaks, name)

    def gettext(self, message: str) -> str:
        """Look up a text."""
        self._hear(message, message in self.welsh._catalog)
        return str(self.speaks.gettext(message))

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Look up a text that counts."""
        self._hear(one, (one, 0) in self.welsh._catalog)
        return str(self.speaks.ngettext(one, many, number))

    def _hear(self, message: str, is_known: bool) -> None:
        if not is_known:
            self.missed.setdefault(str(message), self.where)

    def require_all(self) -> None:
        """Fail if anything was missed, and name each text."""
        lines = [f"  {text!r}, on {where or 'a page'}" for text, where in sorted(self.missed.items())]
        if lines:
            says = "No Welsh for it (docs/decisions/welsh.md says what to do):"
            pytest.fail("\n".join([says, *lines]), pytrace=False)


@contextmanager
def listening(patch: pytest.MonkeyPatch, speaks: str = WELSH) -> Iterator[Listening]:
    """Have whatever is asked of Welsh asked of one that listens."""
    ears = Listening(speaks)
    patch.setitem(vars(trans_real)["_translations"], WELSH, ears)
    yield ears


def in_welsh_unheard(patch: pytest.MonkeyPatch) -> None:
    """Have each page of who takes part be looked up in Welsh, whatever its browser chose."""
    patch.setattr("config.language.offered", lambda: (ENGLISH, WELSH))
    patch.setattr("config.language.language_of", lambda _cookies: WELSH)
