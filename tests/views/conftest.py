"""Each test of a page is a test of its Welsh too: what a page of those who take part says is translated."""

from collections.abc import Iterator

import pytest

from tests.welsh.listening import in_welsh_unheard, listening
from workshop.models.languages import ENGLISH


@pytest.fixture(autouse=True)
def _every_text_has_its_welsh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look each page up in Welsh and show it in English, by whose words the test reads it."""
    with listening(monkeypatch, speaks=ENGLISH) as ears:
        in_welsh_unheard(monkeypatch)
        yield
    ears.require_all()
