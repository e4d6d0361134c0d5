"""Proposals as a page shows them: what would change, how many have answered, and what they answered."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q

from .audiences import FACILITATORS, known_as, may_read_words, may_see_names
from .cards import Card
from .consents import asked_in_rounds
from .lineage import seen_of
from .look_ups import LookUp
from .people import Seat
from .proposals import Proposal, ProposalCard, Stance
from .wanted import NewCard, Wanted
from .workshops import Workshop

Answer = Stance.Answer
Here = dict[int, datetime]  # when each who sits there came


@dataclass(frozen=True)
class Voice:
    """One answer with its word of why; ``by`` is empty where nobody may know whose it is.

    ``entered``: by a facilitator, for somebody without a device; told only where ``by`` is.
    """

    answer: str
    label: str
    why: str
    by: str
    entered: bool


@dataclass(frozen=True)
class Asked:
    """A proposal, and as much of its answers as an audience may see.

    ``seats`` is how many were asked: who sits there now and came before it was decided, and who answered
    and was removed since. Where names are hidden it stays as it was when it was decided.
    """

    proposal: Proposal
    by: str
    sources: list[Card]
    target: Card | None
    texts: list[NewCard]
    answered: int
    seats: int
    counts: list[tuple[str, int]]
    voices: list[Voice]

    @property
    def dissents(self) -> list[Voice]:
        """The answers that disagree, no or keep mine as a sub-theme, and whatever was said with another."""
        against = (Answer.NO, Answer.SUBTHEME)
        return [voice for voice in self.voices if voice.answer in against or voice.why]


def wanted_by(proposal: Proposal) -> Wanted:
    """Return the change that a proposal wants, resting on its cards as they are now."""
    seen = seen_of(proposal.workshop)
    rows = list(proposal.cards.all())
    sources = tuple(seen[row.card_id] for row in rows if row.side == ProposalCard.Side.SOURCE)
    targets = [seen[row.card_id] for row in rows if row.side == ProposalCard.Side.TARGET]
    return Wanted(
        proposal.verb, sources, targets[0] if targets else None, tuple(_texts(proposal)), proposal.reason
    )


UNSETTLED = LookUp(
    lambda workshop: (
        Proposal.objects.filter(workshop=workshop, state__in=(Proposal.State.OPEN, Proposal.State.PUT))
        .order_by()
        .values_list("state", flat=True)
    )
)


def unsettled(workshop: Workshop) -> list[str]:
    """Return the states of the proposals that are before the group or wait to be, in one light query."""
    return UNSETTLED(workshop)


def proposals_of(
    workshop: Workshop, audience: str, states: Iterable[str], reader: Seat | None = None
) -> list[Asked]:
    """Return the proposals in some states, oldest first, in a fixed number of queries.

    Before the workshop begins, what waits to be put is read by who leads and by its own author alone.

    Args:
        reader: the seat it is for; who leads sees the answers to what is asked now, too.
    """
    leads = reader is not None and reader.leads
    rows = workshop.proposals.filter(state__in=list(states)).select_related("seat__person")
    if not (leads or may_read_words(workshop, audience)):
        rows = rows.filter(~Q(state=Proposal.State.OPEN) | Q(seat=reader, seat__isnull=False))
    stances = Stance.objects.select_related("seat__person")  # joined: SQLite looks up no thousand at once
    rows = rows.prefetch_related("texts", "cards__card__texts", Prefetch("stances", stances))
    if not rows:
        return []
    here = _here(workshop.pk)
    return [_asked(workshop, proposal, audience, here, leads) for proposal in rows]


def _asked(workshop: Workshop, proposal: Proposal, audience: str, here: Here, leads: bool) -> Asked:
    rows = list(proposal.cards.all())
    targets = [row.card for row in rows if row.side == ProposalCard.Side.TARGET]
    stances = list(proposal.stances.all())
    shown = stances if leads or may_see_answers(proposal, audience) else []
    return Asked(
        proposal,
        known_as(proposal.seat, workshop, audience),
        [row.card for row in rows if row.side == ProposalCard.Side.SOURCE],
        targets[0] if targets else None,
        _texts(proposal),
        len(stances),
        _seats(proposal, here, stances),
        _counts(shown),
        _voices(workshop, shown, audience),
    )


def asked_about(workshop: Workshop, proposals: Iterable[Proposal]) -> dict[int, int]:
    """Return how many were asked about each proposal, by its key, as `Asked.seats` has it."""
    here = _here(workshop.pk)
    return {each.pk: _seats(each, here, each.stances.all()) for each in proposals}


def _here(workshop: int) -> Here:
    return dict(asked_in_rounds(workshop).values_list("pk", "created_at"))


def _seats(proposal: Proposal, here: Here, stances: Iterable[Stance]) -> int:
    if proposal.asked is not None:
        return proposal.asked
    decided = proposal.settled_at
    asked = {seat for seat, came in here.items() if decided is None or came <= decided}
    return len(asked.union(stance.seat_id for stance in stances if stance.seat_id))


def may_see_answers(proposal: Proposal, audience: str) -> bool:
    """Whether an audience sees what was answered: who leads while it is asked, everybody once decided."""
    return audience == FACILITATORS or proposal.is_settled


def _counts(stances: Iterable[Stance]) -> list[tuple[str, int]]:
    given = Counter(stance.answer for stance in stances)
    return [(str(answer.label), given[answer]) for answer in Answer] if given else []


def _voices(workshop: Workshop, stances: Iterable[Stance], audience: str) -> list[Voice]:
    """Return the answers; where names are hidden in the order of their words, which follows nobody."""
    voices = [_voice(workshop, each, audience) for each in stances]
    named = may_see_names(workshop, audience)
    order = [*Answer.values]
    return sorted(voices, key=lambda voice: (order.index(voice.answer), voice.by if named else voice.why))


def _voice(workshop: Workshop, each: Stance, audience: str) -> Voice:
    by = known_as(each.seat, workshop, audience)
    return Voice(each.answer, each.get_answer_display(), each.why, by, bool(by and each.proxy_id))


def _texts(proposal: Proposal) -> list[NewCard]:
    return [
        NewCard(text.title, text.short_title, text.summary, text.pole_a, text.pole_b)
        for text in proposal.texts.all()
    ]
