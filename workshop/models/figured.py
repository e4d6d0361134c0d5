"""Results with the figures of each revealed sort: for pages and files that say how far people agree."""

from dataclasses import replace

from .figures import figures_of
from .results import Results


def with_figures(results: Results, audience: str) -> Results:
    """Add to each revealed sort how far its people agree, as an audience may see it; a query or none each."""
    told = [
        replace(each, figures=figures_of(each.round, each.sort, audience)) if each.sort else each
        for each in results.outcomes
    ]
    return replace(results, outcomes=told)
