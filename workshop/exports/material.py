"""What the writer of a format is given: the document, and the results behind it for figures and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

from workshop.models import Workshop
from workshop.models.audiences import FACILITATORS
from workshop.models.figured import with_figures
from workshop.models.outcomes import Outcome, outcomes_of, sorts_in
from workshop.models.results import Results
from workshop.models.shifts import comparisons_of

from .document import Data, document_of


@dataclass(frozen=True)
class Material:
    """A workshop as one file is to hold it.

    Words come from the ``document``, which is as whoever takes the file may have it. ``said`` has each text
    that was changed in it, by what it was: what draws words from elsewhere says them as the document does.
    """

    workshop: Workshop
    document: Data
    said: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """The rounds as facilitators see them, without figures: what pictures are drawn from."""
        found: list[Outcome] = _as_said(outcomes_of(self.workshop, FACILITATORS), self.said)
        return found

    @cached_property
    def results(self) -> Results:
        """The results as facilitators see them: with figures, and without what anybody wrote."""
        compared = _as_said(comparisons_of(self.workshop, sorts_in(self.outcomes)), self.said)
        return with_figures(Results(self.outcomes, [], comparisons=compared), FACILITATORS)


def material_of(workshop: Workshop) -> Material:
    """Return what a file is written from that leaves nothing out but what the promise hides."""
    return Material(workshop, document_of(workshop))


def _as_said(value: Any, said: Mapping[str, str]) -> Any:
    """Return plain data with every text in it that was changed as it is said now; rows of models stay."""
    if not said:
        return value
    if isinstance(value, str):
        return said.get(value, value)
    if isinstance(value, list | tuple):
        return type(value)(_as_said(each, said) for each in value)
    if isinstance(value, dict):
        return {key: _as_said(each, said) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _as_said(getattr(value, each.name), said) for each in fields(value)}
        )
    return value
