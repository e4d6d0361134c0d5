"""Ways that journeys need not go by pages: in, to a new workshop, along the agenda. `Live.taking` asks."""

import json
import sys

from tests.support import agree, client_of, make_user
from workshop.actions.links import find_link, take_seat
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.rounds import Vote, cast_ballots, reveal_round
from workshop.actions.stage import move_stage
from workshop.actions.workshops import create_workshop
from workshop.models import Link, Seat, Step, Workshop
from workshop.models.passes import pass_name, write_pass


def take(secret: str) -> None:
    """Take the seat of a link, agree to everything that it is asked, and write its cookies down."""
    found = find_link(secret)
    assert found, "no such link"
    taken = take_seat(found)
    if taken.purpose == Link.Purpose.DEMO:
        cookies = signed_in(taken.seat)
    else:
        agree(taken.seat)
        cookies = {pass_name(taken.seat.workshop.slug): write_pass(taken)}
    sys.stdout.write(json.dumps(cookies))


def prepare(email: str) -> None:
    """Make a facilitator and a workshop; write its code down, and the cookies of who has signed in."""
    seat = create_workshop(make_user(email), SIX_TENSIONS, title="Ours")
    sys.stdout.write(json.dumps([seat.workshop.slug, signed_in(seat)]))


def reach(slug: str, place: str) -> None:
    """Lead a demonstration to its "welcome", its "results", its "poll", or past that to a card: "card 2".

    Card 2 is what the first leader chose in the poll; before another nobody chose anything.
    """
    workshop = Workshop.objects.get(slug=slug)
    kind, _space, number = place.partition(" ")
    for stop in dict.fromkeys(["welcome", "poll" if kind == "card" else kind]):
        go(workshop, workshop.steps.get(kind=stop))
    if kind == "card":
        card, poll = workshop.cards.get(number=number), workshop.rounds.get(number=2)
        if card.number == 2:
            first = workshop.seats.answering().order_by("pk")[0]
            cast_ballots(poll, [Vote(first, frozenset([str(card.uid)]))])
        assert workshop.chair
        reveal_round(workshop.chair, poll)
        go(workshop, workshop.steps.get(card=card))
    sys.stdout.write("true")


def go(workshop: Workshop, step: Step) -> None:
    """Put a step on the stage, as who leads."""
    workshop.refresh_from_db()
    assert workshop.chair
    move_stage(workshop.chair, step, workshop.step_rev)


def signed_in(seat: Seat) -> dict[str, str]:
    """Return the cookies of a facilitator who has signed in."""
    return {name: cookie.value for name, cookie in client_of(seat).cookies.items()}
