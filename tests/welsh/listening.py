"""Hears every text that a page looks up in Welsh, and keeps those that the catalogue does not have.

A text in a branch that no test takes is looked up by nobody. So the walk through all pages counts whatever
stands in a template that it met, or in a function that looked something up: what one reader is not told,
another is.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import django.template
import pytest
from django.template.base import Template
from django.test.signals import template_rendered
from django.utils.translation import get_language, trans_real

from tests.house import ROOT
from tests.welsh.of_facilitators import are_theirs, is_theirs
from tests.welsh.sources import included_in, texts_beside, texts_of
from workshop.models.languages import ENGLISH, WELSH

OURS = (f"{ROOT}/workshop/", f"{ROOT}/config/")
TEMPLATES = str(Path(django.template.__file__).parent)


class Listening:
    """Stands in the place of Django's Welsh; ``missed`` has each text that it lacks, and where.

    Args:
        speaks: the language in which it answers. English, where a test reads pages by their English words.
    """

    def __init__(self, speaks: str = WELSH) -> None:
        self.speaks, self.where = trans_real.translation(speaks), ""
        self.welsh: Any = trans_real.translation(WELSH)
        self.missed: dict[str, str] = {}
        self.beside: dict[str, str] = {}

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
        missed = self.beside | self.missed
        lines = [f"  {text!r}, on {where or 'a page'}" for text, where in sorted(missed.items())]
        if lines:
            says = "No Welsh for it (docs/decisions/welsh.md says what to do):"
            pytest.fail("\n".join([says, *lines]), pytrace=False)


class ListeningWholly(Listening):
    """The same, and hears beside a text those that could have stood in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.read: set[str] = set()

    def reads(self, template: Template, **_rest: object) -> None:
        """Hear all texts of a template that stands in a page in Welsh, and of those that it could include."""
        if get_language() == WELSH:
            self._read(
                "".join(template.name or "")
            )  # a name from a template is marked as safe: no path takes it

    def _read(self, name: str) -> None:
        if name in self.read or are_theirs(name):
            return
        self.read.add(name)
        self._hear_all(name, texts_of(name))
        for each in included_in(name):
            self._read(each)

    def _hear(self, message: str, is_known: bool) -> None:
        super()._hear(message, is_known)
        if function := _who_asks(sys._getframe(2)):
            texts = texts_beside(function.co_filename, function.co_firstlineno)
            self._hear_all(str(Path(function.co_filename).relative_to(ROOT)), texts)

    def _hear_all(self, where: str, texts: tuple[str, ...]) -> None:
        catalogue = self.welsh._catalog
        for key in texts:
            if key not in catalogue and (key, 0) not in catalogue and not is_theirs(where, key):
                self.beside.setdefault(key, f"a branch of {where}")


def _who_asks(frame: FrameType | None) -> CodeType | None:
    """Return our own function that looks a text up; ``None`` where a template does."""
    while frame and not frame.f_code.co_filename.startswith(TEMPLATES):
        if frame.f_code.co_filename.startswith(OURS):
            return frame.f_code
        frame = frame.f_back
    return None


@contextmanager
def listening(patch: pytest.MonkeyPatch, speaks: str = WELSH) -> Iterator[Listening]:
    """Have whatever is asked of Welsh asked of one that listens."""
    ears = Listening(speaks)
    patch.setitem(vars(trans_real)["_translations"], WELSH, ears)
    yield ears


@contextmanager
def listening_wholly(patch: pytest.MonkeyPatch) -> Iterator[Listening]:
    """The same, of one that hears what stands beside a text as well."""
    ears = ListeningWholly()
    patch.setitem(vars(trans_real)["_translations"], WELSH, ears)
    template_rendered.connect(ears.reads)
    try:
        yield ears
    finally:
        template_rendered.disconnect(ears.reads)


def in_welsh_unheard(patch: pytest.MonkeyPatch) -> None:
    """Have each page of who takes part be looked up in Welsh, whatever its browser chose."""
    patch.setattr("config.language.offered", lambda: (ENGLISH, WELSH))
    patch.setattr("config.language.language_of", lambda _cookies: WELSH)
