"""The personal part of the room, outside every fragment: one's own ballot, one's own words."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from workshop.live.fragments import ROOM
from workshop.live.now import look
from workshop.live.page import live_page
from workshop.models import LIMITS, Card, Prompt, Remark, Round, Seat, Step, Workshop
from workshop.models.asked import asked_beside, progress_in
from workshop.models.audiences import PARTICIPANTS, may_see_names
from workshop.models.comments import said_by
from workshop.models.lineage import lineage_of
from workshop.models.once import once, together
from workshop.models.polling import polling_of
from workshop.models.wording import in_words

from .lead import lead_of
from .own_ground import own_ground
from .own_question import own_question
from .own_suggestions import own_suggestions
from .refusals import said_beside
from .strip import strip_of
from .synthesis import proposals_for


@dataclass
class Typed:
    """What a refused form had, so that it comes back as it was; ``message`` says what was refused.

    ``editing`` is the uid of the comment that was being changed, with the rev it rests on now; ``saved``
    that of a comment whose change was saved just now. Of a question they say which form it was: answer,
    text or assent; ``prompt`` says of which question. ``editing`` is "agenda" in a chair's fold. ``words``
    are what was typed where ``body`` is what the server holds, because both are kept; ``theirs`` what it
    holds where ``body`` is what was typed, until somebody chooses. ``says`` is the sentence for what was
    saved, ``arrived`` its form's address.
    """

    message: str = ""
    ticked: frozenset[str] | None = None
    body: str = ""
    kind: str = ""
    uid: str = ""
    card: Card | None = None
    reply_to: Remark | None = None
    editing: str = ""
    rev: int | None = None
    saved: str = ""
    prompt: Prompt | None = None
    words: str = ""
    theirs: str = ""
    says: str = ""
    arrived: str = ""


def mine_of(seat: Seat, typed: Typed | None = None, *, changing: bool = False) -> dict[str, Any]:
    """Return the context of `_mine.html` for what is on the stage now.

    Args:
        typed: what a refused form had.
        changing: whether somebody who has sent a choice wants to change it.
    """
    now, told = once(seat.workshop, look, seat.workshop), typed or Typed()
    typed = (
        told if told.prompt in (None, now.prompt) else Typed()
    )  # no other question's box takes these words
    context = {"workshop": seat.workshop, "seat": seat, "now": now, "limit": LIMITS["text"]}
    context |= {"typed": typed, "told": told}
    context["hidden_polls"] = hidden_polls(seat.workshop)
    context["asked"] = asked_beside(seat, now.round)
    context["leads"] = seat.leads and not seat.is_facilitator  # then the page's main action is theirs to lead
    card = typed.card or now.card
    if now.round and now.has_poll and seat.is_participant:
        context |= ballot_of(seat, now.round, typed, changing=changing)
    elif now.round and seat.is_participant:
        context |= {"shows": "lead", "progress": progress_in(seat, now.round)}
    elif now.kind == Step.Kind.WELCOME or typed.kind == "ground":
        context |= own_ground(seat)
    elif now.prompt:
        context |= own_question(seat, now.prompt, typed)
    elif card and seat.role != Seat.Role.OBSERVER and not seat.workshop.is_closed:
        context |= _say(seat, card, typed)
    return context | {"loose": _loose(told, context)}


def _loose(told: Typed, context: dict[str, Any]) -> Typed | None:
    """Return what was refused, unless a form on the page ``takes`` it and says so at its box."""
    form = told.editing or (told.uid and "say")
    taken = told is context["typed"] and form in context.get("takes", ())
    return told if told.message and not taken else None


def hidden_polls(workshop: Workshop) -> list[Round]:
    """Return the polls that are not revealed, by number."""
    rounds = workshop.rounds_in_order()
    return [each for each in rounds if each.kind == Round.Kind.POLL and not each.is_revealed]


def ballot_of(seat: Seat, round: Round, typed: Typed, *, changing: bool = False) -> dict[str, Any]:
    """Return the context of `_ballot.html` and `_cast.html`: one person's own ballot."""
    polling = polling_of(seat, round, typed.ticked)
    asks = round.is_open and (changing or not polling.is_answered or typed.ticked is not None)
    k, n = round.k, len(polling.chosen)
    return {
        "shows": "ballot",
        "polling": polling,
        "asks": asks,
        "labels": [option.face.label for option in polling.chosen],
        "chosen_words": in_words(n),
        "counts": [_count(count, k) for count in range(k + 1)],
        **_count(n, k),
    }


def _count(n: int, k: int) -> dict[str, Any]:
    return {"n": n, "words": in_words(n), "left": k - n, "left_words": in_words(k - n)}


def _say(seat: Seat, card: Card, typed: Typed) -> dict[str, Any]:
    reach = once(seat.workshop, lineage_of, seat.workshop).reach(card.pk)
    own = said_by(seat, reach)
    return {
        "shows": "say",
        "takes": {"say", *(str(remark.uid) for remark in own)},
        "wrong": typed.message if typed.uid else "",  # what is wrong with a new comment stands at its box
        "named": may_see_names(seat.workshop, PARTICIPANTS),
        "card": card,
        "uid": typed.uid or str(uuid.uuid4()),
        "kinds": Remark.Kind.choices,
        "own": own,
    }


def own_part(request: HttpRequest, seat: Seat, typed: Typed | None = None, status: int = 200) -> HttpResponse:
    """Answer htmx with the personal part alone."""
    context = mine_of(seat, typed, changing="change" in request.GET)
    return render(request, "workshop/room/_mine.html", context, status=status)


def room_page(
    request: HttpRequest,
    seat: Seat,
    typed: Typed | None = None,
    status: int = 200,
    suggesting: dict[str, str] | None = None,
) -> HttpResponse:
    """Answer with the whole room; ``suggesting`` is a suggestion for the agenda that was refused."""
    with together(seat.workshop):
        lead = lead_of(seat) | _folded(seat, typed)
        own = None if "refusal" in lead else typed
        context = live_page(seat, "room", ROOM) | mine_of(seat, own, changing="change" in request.GET)
        context |= lead | proposals_for(seat) | own_suggestions(seat, suggesting) | strip_of(seat)
    if suggesting and not seat.is_participant:  # their room has no form to hold it
        words = "\n\n".join(filter(None, (suggesting["question"], suggesting["why"])))
        context["loose"] = Typed(suggesting["wrong"], body=words)
    return render(request, "workshop/room/page.html", context, status=status)


def _folded(seat: Seat, typed: Typed | None) -> dict[str, Any]:
    """Return what the chair's fold says of its form that was refused; nothing where the fold is gone."""
    if not typed or typed.editing != "agenda" or seat.workshop.is_closed or not seat.leads:
        return {}
    return {"refusal": typed, "question_words": typed.body}


def answer(request: HttpRequest, seat: Seat, typed: Typed, status: int) -> HttpResponse:
    """Answer a form that was refused: with what was typed, as much of the page as the browser asked for."""
    if not request.headers.get("HX-Request"):
        return room_page(request, seat, typed, status)
    return said_beside(own_part(request, seat, typed, status), typed.message)
