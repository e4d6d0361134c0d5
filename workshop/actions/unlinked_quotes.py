"""Quotes at the close of an unlinked workshop: what may be quoted is settled while authors are known."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from workshop.models import (
    Assent,
    Card,
    CardText,
    Change,
    GroundRule,
    Kept,
    Proposal,
    Quote,
    Remark,
    Seat,
    Stance,
    Suggestion,
    Tie,
    Version,
    Workshop,
)
from workshop.models.consents import NONE, agreed_in
from workshop.models.quoted import quotes_in


def keep_quoting(workshop: Workshop) -> None:
    """Keep what of the words may be quoted once nobody knows whose they are, before the links are cut.

    All of it, if everybody of whom a word is left agreed to that, also who was removed since: no answer, and
    one to an earlier wording, is a no. Else only the quotes that their speakers had agreed to, and still do.
    """
    _refuse_what_is_taken_back(workshop)
    agreed, authors = agreed_in(workshop), _authors(workshop)
    allowed = bool(authors) and all(agreed.allows(seat) for seat in authors)
    Kept.objects.filter(workshop=workshop).update(
        quoting=Kept.Quoting.ALL if allowed else Kept.Quoting.CHECKED
    )


def _refuse_what_is_taken_back(workshop: Workshop) -> None:
    """Refuse what was accepted by who is quoted no longer: after the cut it would be as any other."""
    lines = [each for each in quotes_in(workshop) if each.quote.is_checked and each.allowance == NONE]
    keys = [each.quote.pk for each in lines]
    Quote.objects.filter(pk__in=keys).update(state=Quote.State.REFUSED, amended="")


def _authors(workshop: Workshop) -> set[int]:
    """Return the primary keys of the seats of which a word is left, but for those of facilitators."""
    people = Seat.objects.filter(workshop=workshop).exclude(role=Seat.Role.FACILITATOR)
    known = set(people.values_list("pk", flat=True))
    return {seat for rows in _signed(workshop) for seat in rows.distinct() if seat in known}


def _signed(workshop: Workshop) -> Iterator["QuerySet[Any, Any]"]:
    """Yield by table whose words it has."""
    cards = Card.objects.filter(workshop=workshop)
    yield cards.order_by().values_list("proposer", flat=True)
    own = (
        Remark.objects.filter(workshop=workshop).exclude(body=""),
        Version.objects.filter(remark__workshop=workshop),
        CardText.objects.filter(card__in=cards),
        Proposal.objects.filter(workshop=workshop),
        Change.objects.filter(workshop=workshop).exclude(reason=""),
        Stance.objects.filter(proposal__workshop=workshop).exclude(why=""),
        Assent.objects.filter(prompt__workshop=workshop).exclude(why=""),
        Suggestion.objects.filter(workshop=workshop),
        Tie.objects.filter(workshop=workshop).exclude(reason=""),
        GroundRule.objects.filter(workshop=workshop),
    )
    for rows in own:
        yield rows.order_by().values_list("seat", flat=True)
