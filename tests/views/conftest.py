"""What tests of pages share. Each is a test of the Welsh too: what participants read is translated."""

from collections.abc import Iterator

import pytest

from tests.welsh.listening import in_welsh_unheard, listening
from workshop.imports.filled import door
from workshop.imports.filled.word import read_word
from workshop.models.languages import ENGLISH


@pytest.fixture(autouse=True)
def _every_text_has_its_welsh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look each page up in Welsh and show it in English, by whose words the test reads it."""
    with listening(monkeypatch, speaks=ENGLISH) as ears:
        in_welsh_unheard(monkeypatch)
        yield
    ears.require_all()


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files in this process: that a child does it is tested where the door is."""
    monkeypatch.setattr(door, "read_apart", lambda _module, content: read_word(content))
