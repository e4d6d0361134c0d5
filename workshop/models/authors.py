"""Whose words a workshop has."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from .assents import Assent
from .cards import Card, CardText
from .comments import Remark, Version
from .ground_rules import GroundRule
from .lineage import Change
from .people import Seat
from .proposals import Proposal, Stance
from .suggestions import Suggestion
from .ties import Tie
from .workshops import Workshop


def authors_of(workshop: Workshop) -> set[int]:
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
