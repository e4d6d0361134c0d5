"""What is out of date for an audience, until a push has told it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Number = Callable[[int, Iterable[str]], dict[str, int]]


@dataclass
class Change:
    """Fragments that are out of date, the numbers that the changes took, and who takes one for the rest.

    Args:
        fragments: names of fragments.
        seqs: numbers taken in the transactions of the changes.
        number: takes a number when the push is made, for changes that took none.
        tries: how often that failed.
    """

    fragments: set[str] = field(default_factory=set)
    seqs: set[int] = field(default_factory=set)
    number: Number | None = None
    tries: int = 0

    def add(self, other: "Change") -> None:
        """Gather another change of the same audience."""
        self.fragments |= other.fragments
        self.seqs |= other.seqs
        self.number = self.number or other.number
        self.tries = max(self.tries, other.tries)


Changes = dict[str, Change]  # by audience


def take_numbers(workshop_id: int, changes: Changes) -> None:
    """Take a number for each audience whose changes took none, all in one transaction."""
    waiting = {audience: change for audience, change in changes.items() if change.number}
    for number in [change.number for change in waiting.values() if change.number][:1]:
        for audience, seq in number(workshop_id, waiting).items():
            waiting[audience].seqs.add(seq)
            waiting[audience].number = None
