"""Votes that come at the same moment: what they share is looked up once, they are stored in one transaction.

Only the plain case is answered here, which is nearly every vote of a room: somebody with a personal link
who has agreed to take part, and a choice that the round takes. All else goes the long way, `ballot.ballot`.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from workshop.actions.rounds import Vote
from workshop.actions.together import cast_in_turn
from workshop.models import Ballot, Round, Seat
from workshop.models.consents import need_consent_among
from workshop.models.passes import links_for_passes, pass_name

from .cast import Shared, cast_html, shared_of
from .mine import own_part
from .put_off import PutOff, Work


class PutOffVote(PutOff):
    """The answer to a vote that is to be cast."""

    def __init__(self, request: HttpRequest, slug: str, number: int) -> None:
        super().__init__(request)
        self.poll = (slug, number)
        self.key = request.COOKIES.get(pass_name(slug), "")
        self.cards = frozenset(request.POST.getlist("card"))
        self.abstains, self.alone = "abstain" in request.POST, "alone" in request.POST

    def send_on(self, name: str, **more: int) -> HttpResponse:
        """Become a redirection to a page of the workshop."""
        self.status_code = 302
        self.headers["Location"] = reverse(name, kwargs={"slug": self.poll[0], **more})
        return self


def answer_together(waiting: Iterable[PutOffVote]) -> None:
    """Cast votes, those of each poll in one transaction; give each that is stored then its ``answer``.

    Nothing was stored of one that gets none: the long way says what is wrong with it.
    """
    in_order = sorted(waiting, key=lambda one: one.poll)
    for (slug, number), group in groupby(in_order, key=lambda one: one.poll):
        asked = _admitted(slug, list(group))
        rounds = asked[0][1].workshop.rounds_in_order() if asked else []
        for poll in rounds:
            if (poll.number, poll.kind) == (number, Round.Kind.POLL):
                _cast(poll, asked)


def _admitted(slug: str, group: Sequence[PutOffVote]) -> list[tuple[PutOffVote, Seat]]:
    """Return those who may vote, each with their seat, found by their passes."""
    links = links_for_passes({one.key for one in group}, slug)
    seats = {key: link.seat for key, link in links.items()}
    asked = {seat.pk: seat.workshop_id for seat in seats.values() if seat.is_participant}
    wanting = {pk for workshop in set(asked.values()) for pk in need_consent_among(workshop, asked)}
    found = [(one, seats[one.key]) for one in group if one.key in seats]
    return [(one, seat) for one, seat in found if seat.pk in asked.keys() - wanting]


def _cast(poll: Round, asked: Sequence[tuple[PutOffVote, Seat]]) -> None:
    votes = [Vote(seat, one.cards, one.abstains) for one, seat in asked]
    cast = cast_in_turn(poll, votes)
    rows = zip(asked, votes, cast, strict=True)
    stored = [(one, vote) for (one, _seat), vote, answer in rows if isinstance(answer, Ballot)]
    newest = {vote.seat.pk: vote for _one, vote in stored}  # of one seat's, the last counts
    shared = shared_of(poll) if stored else None
    for one, vote in stored:
        one.answer = _answer_to(one, newest[vote.seat.pk], shared)


def _answer_to(one: PutOffVote, vote: Vote, shared: Shared | None) -> HttpResponseBase | Work:
    """Return the answer to a vote that is stored, by the rules of `ballot.ballot`."""
    if not one.request.headers.get("HX-Request"):
        return one.send_on("ballot", number=one.poll[1]) if one.alone else one.send_on("room")
    if shared is None or shared.chair == vote.seat.pk:
        return partial(_say_own_part, one, vote.seat)
    return one.say(cast_html(shared, frozenset() if vote.abstains else vote.cards))


def _say_own_part(one: PutOffVote, seat: Seat) -> HttpResponse:
    return one.say(own_part(one.request, seat).content)
