"""The rounds of a workshop in order, as the page of rounds shows them: what is asked, and how far it is."""

from dataclasses import dataclass

from .counting import Answered, answered
from .rounds import Round
from .ruling import Ruling, rulings_of
from .sorting import cards_to_ask
from .stage import Step
from .workshops import Workshop


@dataclass(frozen=True)
class RoundLine:
    """One round: how many cards it asks about (once open: asked), and how many people have answered."""

    round: Round
    cards: int
    answered: Answered
    on_agenda: bool
    on_stage: bool
    ruling: Ruling | None = None

    @property
    def may_go(self) -> bool:
        """Whether it can be removed: nobody was asked yet, and it is neither the pack's nor on the stage."""
        return self.round.is_draft and not self.round.is_pack and not self.on_stage


def series_of(workshop: Workshop) -> list[RoundLine]:
    """Return the rounds in order. The number of queries rests on that of rounds alone."""
    steps = dict(Step.objects.filter(workshop=workshop).exclude(round=None).values_list("round", "pk"))
    rules = rulings_of(workshop)
    return [_line(each, steps.get(each.pk), rules.get(each.number)) for each in workshop.rounds_in_order()]


def _line(round: Round, step: int | None, ruling: Ruling | None) -> RoundLine:
    cards = len(cards_to_ask(round)) if round.is_draft else round.round_cards.count()
    on_stage = step is not None and round.workshop.step_id == step
    return RoundLine(round, cards, answered(round), step is not None, on_stage, ruling)
