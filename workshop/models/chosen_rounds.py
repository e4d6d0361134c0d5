"""Which rounds a page of results shows: a choice of what it has anyway, so that no promise is touched.

Nothing is counted anew for it: two sorts that stand side by side only because others were left out are not
compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .results import CardStory, Results
from .rounds import Round


@dataclass(frozen=True)
class Choice:
    """The revealed rounds, and the numbers of those that are shown."""

    rounds: list[Round]
    shown: frozenset[int]

    @property
    def is_part(self) -> bool:
        """Whether a round is left out."""
        return len(self.shown) < len(self.rounds)


def chosen_rounds(results: Results, wanted: Sequence[str]) -> Choice | None:
    """Return what may be chosen, with what a reader chose; None where there are not two rounds.

    Args:
        wanted: numbers of rounds as an address has them; if none of them is of a revealed round, all are.
    """
    rounds = [each.round for each in results.revealed]
    if len(rounds) < 2:
        return None
    every = [each.number for each in rounds]
    return Choice(rounds, frozenset([n for n in every if str(n) in wanted] or every))


def of_chosen(results: Results, choice: Choice | None) -> Results:
    """Return results without the rounds that were left out; what is not revealed stays, and every comment."""
    if choice is None or not choice.is_part:
        return results
    shown = choice.shown
    return replace(
        results,
        outcomes=[e for e in results.outcomes if e.round.number in shown or not e.round.is_revealed],
        comparisons=[e for e in results.comparisons if {e.before.number, e.after.number} <= shown],
        stories=[_of_rounds(each, shown) for each in results.stories],
    )


def _of_rounds(story: CardStory, shown: frozenset[int]) -> CardStory:
    return replace(story, counts=[each for each in story.counts if each.round.number in shown])
