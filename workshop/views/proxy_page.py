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
from workshop.models.proxy import Agreement, Place, agreements_of, pack_for, polls_for
from workshop.models.setup import print_of

from .proxy_pack import is_untouched


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
        refusal = sent.refusal if sent and sent.part == part else None
        asks = refusal is not None and "rev" in refusal.data and not poll.is_entered
        rev = refusal.data["rev"] if refusal and asks else poll.rev
        wrong = refusal.message if refusal else ""
        row = {"poll": poll, "options": options, "part": part, "wrong": wrong, "asks": asks, "rev": rev}
        found.append(row)
    return found


def _pack(seat: Seat, other: Seat, sent: Sent | None) -> dict[str, Any] | None:
    pack = pack_for(seat, other)
    if pack is None:
        return None
    mine = sent if sent and sent.part == "pack" else None
    other_box = _box(pack.other, mine) if pack.other else None
    return {"places": [_place(place, mine) for place in pack.places], "other": other_box}


def _place(place: Place, sent: Sent | None) -> dict[str, Any]:
    """Return a card of the pack: what was chosen and is not saved stays chosen."""
    uid, words = place.asked.card.uid, sent.words if sent else QueryDict()
    asks = bool(sent) and str(uid) in _named(sent, "asks")
    zone = words.get(f"zone-{uid}", "")
    if not asks and zone == words.get(f"was-{uid}", ""):
        zone = place.zone
    reason = words.get(f"reason-{uid}", "")
    return {"place": place, "zone": zone, "reason": reason, "asks": asks, "box": _box(place.box, sent)}


def _box(box: Box, sent: Sent | None) -> dict[str, Any]:
    """Return a box with what was typed and is not saved, else as it is saved; and on which words that builds.

    What is kept as another version in the person's pack is not shown.
    """
    if sent is None or is_untouched(box, sent.words) or str(box.uid) in _named(sent, "conflicts"):
        return {"box": box, "text": box.saved, "rev": box.rev, "seen": print_of(box.saved)}
    text, rev, seen = (sent.words.get(f"{name}-{box.uid}", "") for name in ("text", "rev", "seen"))
    return {"box": box, "text": text, "rev": rev, "seen": seen}


def _named(sent: Sent | None, name: str) -> Any:
    return sent.refusal.data.get(name, ()) if sent else ()


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
