"""The rules of rounds as pages and exports show them: what holds, and whether it came too late."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop.analysis.rules import is_met
from workshop.analysis.tallies import SortTally

from .counting import Face, PollResult, SortResult
from .look_ups import LookUp
from .rounds import Round
from .rules import Rule
from .workshops import Workshop


@dataclass(frozen=True)
class Ruling:
    """The rule that holds in a round, and the ones before it, newest first."""

    round: Round
    rule: Rule
    earlier: list[Rule]

    @property
    def is_late(self) -> bool:
        """Whether it was set when the result could be seen already."""
        return self.round.revealed_at is not None and self.rule.at >= self.round.revealed_at

    @property
    def before(self) -> Rule | None:
        """The rule that it replaced; ``None`` for the first."""
        return self.earlier[0] if self.earlier else None


@dataclass(frozen=True)
class Verdict:
    """Whether one card meets the rule: ``count`` of the ``people`` who answered the round."""

    card: Face
    count: int
    people: int
    is_met: bool


RULES = LookUp(lambda workshop: Rule.objects.filter(round__workshop=workshop).order_by("-at", "-pk"))


def rulings_of(workshop: Workshop) -> dict[int, Ruling]:
    """Return the ruling of each round that has one, by the round's number, in one query."""
    rules: dict[int, list[Rule]] = {}
    for rule in RULES(workshop):
        rules.setdefault(rule.round_id, []).append(rule)
    rounds = [each for each in workshop.rounds_in_order() if each.pk in rules]
    return {each.number: Ruling(each, rules[each.pk][0], rules[each.pk][1:]) for each in rounds}


def verdicts(ruling: Ruling | None, result: SortResult | PollResult | None) -> list[Verdict]:
    """Return for each card of a revealed round whether it meets the rule; none without a rule or a result."""
    if ruling is None or result is None:
        return []
    people = result.people if isinstance(result, SortResult) else result.tally.people
    return list(_judged(ruling.rule, result.rows, people))


def _judged(
    rule: Rule, rows: Iterable[tuple[Face, SortTally]] | Iterable[tuple[Face, int]], people: int
) -> Iterable[Verdict]:
    for card, counted in rows:
        count = counted if isinstance(counted, int) else getattr(counted, rule.zone)
        yield Verdict(card, count, people, is_met(count, people, rule.least, rule.of))
