"""Each round that people were asked, with what it came to once it is revealed: no word that anybody wrote."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .asked_of import seats_asked
from .counting import Answered, Face, PollResult, SortResult, answered, poll_result, sort_result
from .entered import told_to
from .figures import Figures
from .matrix import Matrix
from .rounds import Round
from .ruling import Ruling, Verdict, rulings_of, verdicts
from .spectrum import Poles, SpectrumResult, spectrum_result
from .workshops import Workshop


@dataclass(frozen=True)
class Outcome:
    """A round that people were asked: with its result once it is revealed, and with neither before that.

    ``entered`` is how many of its answers a facilitator entered, where that is told. ``figures`` are those of
    a sort, if `figured.with_figures` was asked for them, and ``matrix`` has its people, if
    `matrices.with_matrices` was.
    """

    round: Round
    answered: Answered
    sort: SortResult | None = None
    poll: PollResult | None = None
    spectrum: SpectrumResult | None = None
    ruling: Ruling | None = None
    entered: int = 0
    figures: Figures | None = None
    matrix: Matrix | None = None

    @property
    def people(self) -> int:
        """How many people's answers are counted; 0 before the reveal."""
        if self.sort:
            return self.sort.people
        if self.spectrum:
            return self.spectrum.people
        return self.poll.tally.people if self.poll else 0

    @property
    def judged(self) -> list[Verdict]:
        """Which cards meet the consensus rule; none before the reveal, and none without a rule."""
        return verdicts(self.ruling, self.sort or self.poll)

    @property
    def faces(self) -> list[Face | Poles]:
        """The cards that were asked about, as its pictures order them; none before the reveal."""
        found = self.sort or self.poll or self.spectrum
        return [card for card, _count in found.rows] if found else []


def outcomes_of(workshop: Workshop, audience: str) -> list[Outcome]:
    """Return each round that people were asked, as an audience may see it; no word that anybody wrote."""
    rules = rulings_of(workshop)
    asked = [round for round in workshop.rounds_in_order() if not round.is_draft]
    return [
        replace(each, ruling=rules.get(each.round.number), entered=_entered(each, audience))
        for each in map(outcome_of, asked)
    ]


def outcome_of(round: Round) -> Outcome:
    """Return what may be known of a round that was opened."""
    if not round.is_revealed:
        return Outcome(round, answered(round))
    if round.kind == Round.Kind.POLL:
        poll = poll_result(round)
        return Outcome(round, Answered(poll.tally.answered, seats_asked(round)), poll=poll)
    if round.kind == Round.Kind.SPECTRUM:
        lines = spectrum_result(round)
        return Outcome(round, Answered(lines.people, seats_asked(round)), spectrum=lines)
    sort = sort_result(round)
    return Outcome(round, Answered(sort.people, seats_asked(round)), sort=sort)


def _entered(outcome: Outcome, audience: str) -> int:
    found = outcome.sort or outcome.poll or outcome.spectrum
    return told_to(outcome.round.workshop, audience, found.entered, found.answered) if found else 0


def sorts_in(outcomes: Iterable[Outcome]) -> dict[int, SortResult]:
    """Return the results of the revealed sorts by the number of their round."""
    return {each.round.number: each.sort for each in outcomes if each.sort}
