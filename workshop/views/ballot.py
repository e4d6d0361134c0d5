"""Casting a ballot: a state that is set, so that sending it again changes nothing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.rounds import Vote
from workshop.actions.together import cast_together
from workshop.live.now import Now
from workshop.live.page import live_page
from workshop.models import Closed, Refusal, Round, Seat
from workshop.models.audiences import blind_sentence
from workshop.models.ruling import rulings_of

from .access import seat_required
from .mine import Typed, answer, ballot_of, own_part
from .put_off import may_be_put_off
from .rounds import round_of
from .votes import PutOffVote

PARTICIPANT = Seat.Role.PARTICIPANT


@require_http_methods(["GET", "HEAD", "POST"])
@may_be_put_off("POST", PutOffVote)
@seat_required(PARTICIPANT, consent=True)
def ballot(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Show one's own ballot; a POST casts it: the cards named ``card``, or ``abstain``.

    Most votes of a room never come here: `votes.answer_together` answers them many at a time.
    """
    round = round_of(seat, number)
    if round.kind != Round.Kind.POLL:
        raise Http404(_("There is no such poll."))
    if request.method != "POST":
        return _alone(request, seat, round, Typed())
    cards = frozenset(request.POST.getlist("card"))
    cast = cast_together(round, Vote(seat, cards, "abstain" in request.POST))
    if isinstance(cast, Refusal):
        return _refused(request, seat, round, cast, cards)
    if request.headers.get("HX-Request"):
        return own_part(request, seat)
    if "alone" in request.POST:
        return redirect("ballot", slug=seat.workshop.slug, number=number)
    return redirect("room", slug=seat.workshop.slug)


def _alone(request: HttpRequest, seat: Seat, round: Round, typed: Typed, status: int = 200) -> HttpResponse:
    """Answer with the ballot on a page of its own: a poll may be sent out before."""
    facts = {"seat": seat, "workshop": seat.workshop, "typed": typed, "blind": blind_sentence(seat.workshop)}
    facts["ruling"] = rulings_of(seat.workshop).get(round.number)
    facts["now"] = Now(seat.workshop, None, None, round)
    own = ballot_of(seat, round, typed, changing="change" in request.GET)
    return render(request, "workshop/room/ballot.html", live_page(seat, "pack") | facts | own, status=status)


def _refused(
    request: HttpRequest, seat: Seat, round: Round, refusal: Refusal, cards: frozenset[str]
) -> HttpResponse:
    seat.workshop.refresh_from_db()  # it may have been closed while this was under way
    round = round_of(seat, round.number)
    late = isinstance(refusal, Closed) and not round.is_draft
    message = too_late(round, cards) if late else refusal.message
    ticked = None if isinstance(refusal, Closed) else cards
    typed = Typed(message, ticked=ticked)
    if "alone" in request.POST:
        return _alone(request, seat, round, typed, refusal.status)
    return answer(request, seat, typed, refusal.status)


def too_late(round: Round, cards: frozenset[str]) -> str:
    """Return what to say to somebody whose choice came too late: when the close was, and what they chose."""
    ended = round.workshop.clock(round.ended_at) if round.ended_at else ""
    said = _("This round closed at %(time)s. Your choice arrived after that, so it was not counted.")
    asked = [row.card for row in round.round_cards.select_related("card")]
    labels = [card.label for card in asked if str(card.uid) in cards]
    if not labels:
        return said % {"time": ended}
    kept = _("We kept it here: %(cards)s. Tell the chair if it should count.")
    return f"{said % {'time': ended}} {kept % {'cards': _(', ').join(labels)}}"
