"""The third promise: at the close, the link between people and what they wrote and chose is destroyed.

What follows from it on pages and in files is kept before (`keeping.py`). Then no row says any more whose it
is; all were changed at one moment, the close; and they are dealt anew, so that no order tells. It is one
transaction with the close: either all of it is done, or nothing is. `docs/decisions/unlinked-after-close.md`
says what stays.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from workshop.models import (
    Assent,
    Ballot,
    Card,
    CardText,
    GroundRule,
    Letter,
    Mark,
    Parking,
    Post,
    Prompt,
    Proposal,
    ProposalCard,
    ProposalText,
    Quote,
    Remark,
    RoundCard,
    Rule,
    Seat,
    Stance,
    Start,
    Suggestion,
    Version,
    Workshop,
)
from workshop.models.quotable import nobody_named

from .dealing import Shuffle, deal, shuffle
from .keeping import keep_figures
from .unlinked_log import unsign_history
from .unlinked_quotes import keep_quoting
from .unlinked_words import erase_declined

NOBODY: dict[str, Any] = {"seat": None, "proxy": None}


def unlink(workshop: Workshop, at: datetime, mix: Shuffle = shuffle, gone: Iterable[int] = ()) -> None:
    """Destroy the links of a workshop, for good, inside the transaction of its close.

    Args:
        at: the moment of the close, the one time that is left on what people wrote and chose.
        mix: how rows are put into another order.
        gone: the keys of further seats whose words are erased as of those who declined.
    """
    keep_figures(workshop)
    erase_declined(workshop, at, gone)
    keep_quoting(workshop)
    blanks = list(_blanks(workshop))  # while it is known which people filled in
    _cut_answers(workshop)
    _cut_words(workshop, at)
    _cut_rest(workshop, at)
    unsign_history(workshop, at)
    for rows, within in _dealt(workshop, blanks):
        deal(rows, mix, within)
    _letter_blanks(workshop, mix)
    workshop.unlinked_at = at
    workshop.save(update_fields=["unlinked_at"])


def _cut_answers(workshop: Workshop) -> None:
    """Cut ballots and marks.

    Reasons go, which nobody could read, and marks on one's own blank cards, which nobody counts: by the words
    of either, all that stands beside them on the ballot would be known.
    """
    marks = Mark.objects.filter(ballot__round__workshop=workshop)
    asked = RoundCard.objects.filter(round__workshop=workshop).values_list("round", "card")
    known = set(asked)
    own = [pk for pk, *place in marks.values_list("pk", "ballot__round", "card") if tuple(place) not in known]
    Mark.objects.filter(pk__in=own).delete()
    marks.update(proxy=None, reason="")
    Ballot.objects.filter(round__workshop=workshop).update(rev=0, **NOBODY)
    Start.objects.filter(card__workshop=workshop).update(seat=None)


def _cut_words(workshop: Workshop, at: datetime) -> None:
    """Cut what was written. Answers to a question keep one of two times, by which they came late or not."""
    remarks = Remark.objects.filter(workshop=workshop)
    in_time: set[int] = set()
    for prompt in workshop.prompts.filter(shown_at__isnull=False):
        early = remarks.filter(prompt=prompt, saved_at__lte=prompt.shown_at)
        in_time.update(early.values_list("pk", flat=True))
        early.update(created_at=prompt.shown_at, saved_at=prompt.shown_at)
    remarks.exclude(pk__in=in_time).update(created_at=at, saved_at=at)
    remarks.exclude(prompt__kind=Prompt.Kind.AGREED).update(rev=1)  # else how often somebody saved
    remarks.filter(withdrawn_at__isnull=False).update(withdrawn_at=at)
    remarks.update(step=None, **NOBODY)
    Version.objects.filter(remark__workshop=workshop).update(seat=None, at=at)
    texts = CardText.objects.filter(card__workshop=workshop)
    _of_others(texts).update(seat=None)
    texts.update(proxy=None)
    Card.objects.filter(workshop=workshop).update(proposer=None)
    Parking.objects.filter(remark__workshop=workshop, ended_at__isnull=False).update(ended_at=at)
    Parking.objects.filter(remark__workshop=workshop).update(at=at)


def _cut_rest(workshop: Workshop, at: datetime) -> None:
    """Cut what was proposed and said to it, and what somebody who is no facilitator did while they led."""
    Proposal.objects.filter(workshop=workshop).update(at=at)
    Stance.objects.filter(proposal__workshop=workshop).update(at=at, **NOBODY)
    Assent.objects.filter(prompt__workshop=workshop).update(at=at, **NOBODY)
    Suggestion.objects.filter(workshop=workshop).update(at=at, seat=None)
    Post.objects.filter(letter__workshop=workshop, letter__kind=Letter.Kind.REMINDER).delete()  # who was late
    rules = GroundRule.objects.filter(workshop=workshop)
    rules.filter(withdrawn_at__isnull=False).update(withdrawn_at=at)
    rules.update(created_at=at, changed_at=at, **NOBODY)
    workshop.seats.update(ground_rules_at=None, ground_rules_proxy=None)
    _cut_quotes(workshop)
    led: tuple[QuerySet[Any], ...] = (
        workshop.proposals.all(),
        workshop.changes.all(),
        workshop.ties.all(),
        Parking.objects.filter(remark__workshop=workshop),
        Rule.objects.filter(round__workshop=workshop),
    )
    for rows in led:
        _of_others(rows).update(seat=None)


def _cut_quotes(workshop: Workshop) -> None:
    """Take back the description of whoever said it from quotes that they have not agreed to."""
    agreed = (Quote.State.ACCEPTED, Quote.State.AMENDED)
    quotes = Quote.objects.filter(workshop=workshop).exclude(state__in=agreed)
    quotes.update(attribution=nobody_named(), is_named=False)


def _of_others(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return the rows of those who are no facilitators."""
    return rows.filter(seat__isnull=False).exclude(seat__role=Seat.Role.FACILITATOR)


def _blanks(workshop: Workshop) -> Iterator[int]:
    """Yield the keys of cards that people filled in, taken up or not."""
    asked = Q(number=None) | Q(proposer__isnull=False)
    yield from Card.objects.filter(asked, workshop=workshop).values_list("pk", flat=True)


def _dealt(workshop: Workshop, blanks: list[int]) -> list[tuple[QuerySet[Any], str]]:
    """Return what is dealt anew; versions of one text, and words of one card, stay in their order.

    Args:
        blanks: the keys of cards that people filled in; dealt among themselves, they stay the same keys.
    """
    return [
        (Card.objects.filter(pk__in=blanks), ""),
        (CardText.objects.filter(card__in=blanks), "card_id"),
        (Remark.objects.filter(workshop=workshop), ""),
        (Version.objects.filter(remark__workshop=workshop), "remark_id"),
        (Parking.objects.filter(remark__workshop=workshop), ""),
        (Ballot.objects.filter(round__workshop=workshop), ""),
        (Mark.objects.filter(ballot__round__workshop=workshop), ""),
        (Start.objects.filter(card__workshop=workshop), ""),
        (Proposal.objects.filter(workshop=workshop), ""),
        (ProposalCard.objects.filter(proposal__workshop=workshop), "proposal_id"),
        (ProposalText.objects.filter(proposal__workshop=workshop), "proposal_id"),
        (Stance.objects.filter(proposal__workshop=workshop), ""),
        (Assent.objects.filter(prompt__workshop=workshop), ""),
        (Suggestion.objects.filter(workshop=workshop), ""),
        (GroundRule.objects.filter(workshop=workshop), ""),
    ]


def _letter_blanks(workshop: Workshop, mix: Shuffle) -> None:
    """Give the blank cards that wait letters in a new order: they carried each one's own A, B and C."""
    keys = list(workshop.cards.filter(status=Card.Status.PROPOSED).values_list("pk", flat=True))
    mix(keys)
    for n, pk in enumerate(keys, start=1):
        Card.objects.filter(pk=pk).update(position=n)
