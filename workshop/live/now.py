"""What is on the stage now, read afresh from the database: a reload and a push start from here."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from workshop.models import Card, Prompt, Round, Step, Workshop
from workshop.models.agenda import step_on_stage
from workshop.models.text import beginning
from workshop.templatetags.rounds import round_name

from .gone import Gone, gone_of

OPENING_POLL = 2  # the number that a new workshop gives it


@dataclass(frozen=True)
class Now:
    """The step on the stage, with its card and its round; all are ``None`` before the chair begins.

    ``gone`` says what became of the card, if it is no longer on the table.
    """

    workshop: Workshop
    step: Step | None
    card: Card | None
    round: Round | None
    gone: Gone | None = None

    @property
    def kind(self) -> str:
        """The kind of the step; empty while nothing is on the stage."""
        return self.step.kind if self.step else ""

    @property
    def prompt(self) -> Prompt | None:
        """The question on the stage, if there is one."""
        return self.step.prompt if self.step and self.kind == Step.Kind.QUESTION else None

    @property
    def part(self) -> str:
        """The name of the template that shows it."""
        if self.workshop.is_closed:
            return "over"
        if self.step is None:
            return "waiting"
        if self.prompt:
            return "question"
        if self.kind == Step.Kind.BREAK and self.step.over_at:
            return "break"
        known = (Step.Kind.WELCOME, Step.Kind.CARD, Step.Kind.CHANGE, Step.Kind.RESULTS, Step.Kind.CLOSE)
        return "round" if self.round else self.kind if self.kind in known else "other"

    @property
    def name(self) -> str:
        """What the step is called in the agenda."""
        return name_of(self.step) if self.step else ""

    @property
    def state(self) -> str:
        """The state of what is on the stage: of a round, the deadline counted; of a question asked or shown.

        It is ``over`` once the workshop is closed.
        """
        if self.workshop.is_closed:
            return "over"
        if self.prompt:
            return "shown" if self.prompt.is_shown else "asked"
        return state_of(self.round) if self.round else ""

    @property
    def is_revealed(self) -> bool:
        """Whether the stage shows a round whose result may be seen."""
        return self.round is not None and self.round.is_revealed

    @property
    def has_poll(self) -> bool:
        """Whether the stage shows a nomination poll."""
        return self.round is not None and self.round.kind == Round.Kind.POLL


def look(workshop: Workshop) -> Now:
    """Return what is on the stage: one query, two more for a card, a few if the card is gone.

    None for what this page has read already: its agenda, and the cards on the table.
    """
    if workshop.step_id is None:
        return Now(workshop, None, None, None)
    step = step_on_stage(workshop)
    return Now(workshop, step, step.card, step.round, gone_of(workshop, step.card))


def state_of(round: Round) -> str:
    """Return draft, open, closed or revealed; a deadline that has passed closes."""
    return str(Round.State.CLOSED) if round.is_over and not round.is_revealed else round.state


def name_of(step: Step) -> str:
    """Return what a step is called in the agenda: a card by its short title."""
    if step.card:
        return step.card.short_title or step.card.title
    if step.round and step.kind == Step.Kind.POLL and step.round.number > OPENING_POLL:
        return round_name(step.round)
    if step.minutes:
        return _("Break, %(n)s min") % {"n": step.minutes}
    if step.prompt:
        return beginning(step.prompt.text, 60)
    return str(Step.Kind(step.kind).label)


def place_of(step: Step) -> str:
    """Return where the group is with this step, as the end of a sentence: ``on card 3``."""
    if step.card:
        return _("on card %(label)s") % {"label": step.card.label}
    return _("at “%(step)s”") % {"step": name_of(step)}
