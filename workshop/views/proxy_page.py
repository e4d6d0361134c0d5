"""The page on which a facilitator enters answers for a person: what stands there, and what was refused."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from workshop.live.now import look
from workshop.models import LIMITS, Refusal, Remark, Seat
from workshop.models.attendance import with_attendance
from workshop.models.consents import needs_consent
from workshop.models.pack import Box
from workshop.models.proxy import Agreement, agreements_of, pack_for, polls_for


@dataclass(frozen=True)
class Sent:
    """A form that was refused: of which part of the page, what it had, and why."""

    part: str
    words: QueryDict
    refusal: Refusal


def page_for(seat: Seat, other: Seat, sent: Sent | None = None) -> dict[str, Any]:
    """Return the context of the page; a refused form keeps what was typed."""
    rows = with_attendance(seat.workshop.seats.select_related("person").filter(pk=other.pk))
    agreed = not needs_consent(other)
    context: dict[str, Any] = {
        "seat": seat,
        "workshop": seat.workshop,
        "other": rows.get(),
        "agreed": agreed,
        "agreements": [_agreement(each, sent) for each in agreements_of(other)],
        "wrong": {sent.part: sent.refusal.message} if sent else {},
        "limit": LIMITS["text"],
    }
    if agreed:
        context |= {"polls": _polls(seat, other, sent), "pack": _pack(seat, other, sent)}
        context |= _say(seat, sent)
    return context


def _agreement(each: Agreement, sent: Sent | None) -> dict[str, Any]:
    given = "" if each.given is None else "yes" if each.given else "no"
    if sent and sent.part == "consent" and not each.is_own:
        given = sent.words.get(str(each.item.uid), given)
    return {"item": each.item, "given": given, "is_own": each.is_own}


def _polls(seat: Seat, other: Seat, sent: Sent | None) -> list[dict[str, Any]]:
    found = []
    for poll in polls_for(seat, other):
        part = f"poll-{poll.round.number}"
        options = poll.options
        if sent and sent.part == part:
            ticked = sent.words.getlist("card")
            options = [(face, face.key in ticked) for face, _ticked in options]
        wrong = sent.refusal.message if sent and sent.part == part else ""
        found.append({"poll": poll, "options": options, "part": part, "wrong": wrong})
    return found


def _pack(seat: Seat, other: Seat, sent: Sent | None) -> dict[str, Any] | None:
    pack = pack_for(seat, other)
    if pack is None:
        return None
    words = sent.words if sent and sent.part == "pack" else QueryDict()
    conflicts = sent.refusal.data.get("conflicts", ()) if sent else ()
    places = [
        {
            "place": place,
            "zone": words.get(f"zone-{place.asked.card.uid}", place.zone),
            "reason": words.get(f"reason-{place.asked.card.uid}", place.reason),
            "text": _text(place.box, words, conflicts),
        }
        for place in pack.places
    ]
    other_text = _text(pack.other, words, conflicts) if pack.other else ""
    return {"places": places, "other": pack.other, "other_text": other_text, "rev": pack.rev}


def _text(box: Box, words: QueryDict, conflicts: Any) -> str:
    """Return what a box shows: what was typed, unless it is kept as another version in the person's pack."""
    typed: str | None = words.get(f"text-{box.uid}")
    return box.saved if typed is None or str(box.uid) in conflicts else typed


def _say(seat: Seat, sent: Sent | None) -> dict[str, Any]:
    now = look(seat.workshop)
    words = sent.words if sent and sent.part == "remark" else QueryDict()
    return {
        "may_say": seat.workshop.is_live and not seat.workshop.is_closed,
        "cards": list(seat.workshop.cards.all().live().with_words()),
        "about": words.get("about", str(now.card.uid) if now.card else ""),
        "kinds": Remark.Kind.choices,
        "kind": words.get("kind", ""),
        "body": words.get("body", ""),
        "uid": words.get("uid") or str(uuid.uuid4()),
    }
