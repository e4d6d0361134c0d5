"""Votes that wait together are committed together: the disk is synced once, and each is answered after.

In a live poll everybody votes at once. One by one, each vote would wait for the syncs of all before it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from threading import Lock

from django.db import connection

from workshop.models import Ballot, Refusal, Round

from .rounds import Vote, cast_ballots
from .turns import TURN

Cast = Callable[[Round, Iterable[Vote]], list[Ballot | Refusal]]


@dataclass
class _Waiting:
    round: Round
    vote: Vote
    answer: Ballot | Refusal | None = None
    failure: Exception | None = None


class Together:
    """Hands votes to ``cast`` in groups; the thread whose turn it is casts for all that wait.

    Args:
        cast: stores the votes of one round in one transaction, and answers each.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.waiting: list[_Waiting] = []
        self.door = Lock()

    def __call__(self, round: Round, vote: Vote) -> Ballot | Refusal:
        """Return the ballot or the refusal of one vote, once it is committed."""
        mine = _Waiting(round, vote)
        if not connection.in_atomic_block:  # else nothing is committed before the caller is done
            with self.door:
                self.waiting.append(mine)
            with TURN:
                if not (mine.answer or mine.failure):
                    self._cast_all()
        if mine.failure:
            raise mine.failure
        return mine.answer or self._alone(mine)

    def _cast_all(self) -> None:
        with self.door:
            group, self.waiting = self.waiting, []
        group.sort(key=lambda one: one.round.pk)
        for _round, votes in groupby(group, key=lambda one: one.round.pk):
            self._cast_group(list(votes))

    def _cast_group(self, group: list[_Waiting]) -> None:
        """Cast for a group; if that fails, each of them tries alone, so that a bad vote hurts no other."""
        try:
            answers = self.cast(group[0].round, [one.vote for one in group])
        except Exception as reason:
            group[0].failure = reason if len(group) == 1 else None
            return
        for one, answer in zip(group, answers, strict=True):
            one.answer = answer

    def _alone(self, mine: _Waiting) -> Ballot | Refusal:
        [answer] = self.cast(mine.round, [mine.vote])
        return answer


cast_together = Together(cast_ballots)


def cast_in_turn(round: Round, votes: Iterable[Vote]) -> list[Ballot | Refusal]:
    """Cast votes that were gathered already (`rounds.cast_ballots`), in turn with other groups."""
    with TURN:
        return cast_ballots(round, votes)
