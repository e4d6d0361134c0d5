"""The page on which a facilitator enters answers for a person: what stands there, and what was refused."""

import uuid
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from workshop.live.now import Now, look
from workshop.models import LIMITS, Remark, Seat, Step, Workshop
from workshop.models.attendance import with_attendance
from workshop.models.consent_lines import Line, lines_offered
from workshop.models.consents import needs_consent
from workshop.models.finished_for import finished_for
from workshop.models.pack import Box
from workshop.models.proxy import Agreement, Place, agreements_of, entered_comments, may_take_back, pack_for
from workshop.models.proxy_ground import ground_for
from workshop.models.taking_part import known_to_decline

from .proxy_blanks import blank_row, stray_words
from .proxy_pack import is_untouched
from .proxy_rounds import place_row, round_parts
from .proxy_sent import Part, Sent, in_order, named, own
from .proxy_words import proposal_parts, question_parts
from .seen import note_packs_seen


def page_for(seat: Seat, other: Seat, sent: Sent | None = None) -> dict[str, Any]:
    """Return the context of the page; a refused form keeps what was typed, also where its part is gone."""
    note_packs_seen(seat)
    mine = seat.workshop.seats.select_related("person").filter(pk=other.pk)
    rows = with_attendance(mine, known_to_decline(seat.workshop))
    agreed = not needs_consent(other)
    parts = in_order(_parts(seat, other, sent)) if agreed else []
    known = {"consent", *(part.name for part in parts)}
    return {
        "seat": seat,
        "workshop": seat.workshop,
        "other": rows.get(),
        "agreed": agreed,
        "may_take_back": may_take_back(other),
        "agreements": [_agreement(each, own(sent, "consent")) for each in agreements_of(other)],
        **_lines(seat.workshop, other, own(sent, "consent")),
        "consent_wrong": sent.refusal.message if sent and sent.part == "consent" else "",
        "parts": parts,
        "refused": sent,
        "gone": sent if sent and sent.part not in known else None,
        "limit": LIMITS["text"],
    }


def _parts(seat: Seat, other: Seat, sent: Sent | None) -> list[Part]:
    now = look(seat.workshop)
    parts = [*_pack(seat, other, sent), *round_parts(seat, other, now.round, sent)]
    parts += question_parts(seat, other, now, sent) + proposal_parts(seat, other, sent)
    return parts + _say(seat, other, now, sent) + _ground(seat, other, now, sent)


def _lines(workshop: Workshop, other: Seat, sent: Sent | None) -> dict[str, list[Line]]:
    """Return what is asked as its person is asked it: what they answered themselves, and what one records."""
    known = agreements_of(other)
    given = [(each.item, each.given) for each in known if each.is_own]
    asked = lines_offered(workshop, [(each.item, each.given) for each in known if not each.is_own])
    typed = [replace(line, answer=sent.words.get(line.name, line.answer)) if sent else line for line in asked]
    return {"own_lines": lines_offered(workshop, given), "lines": typed}


def _agreement(each: Agreement, sent: Sent | None) -> dict[str, Any]:
    given = "" if each.given is None else "yes" if each.given else "no"
    if sent and not each.is_own:
        given = sent.words.get(str(each.item.uid), given)
    return {"item": each.item, "given": given, "is_own": each.is_own, "recorded": each.given}


def _pack(seat: Seat, other: Seat, sent: Sent | None) -> list[Part]:
    pack = pack_for(seat, other)
    if pack is None:
        return []
    mine = own(sent, "pack")
    other_box = _box(pack.other, mine) if pack.other else None
    facts: dict[str, Any] = {
        "places": [_place(place, mine) for place in pack.places],
        "blanks": [blank_row(each, mine) for each in pack.blanks],
        "filled": sum(each.blank.card is not None for each in pack.blanks),
        "accounts": [_box(box, mine) for box in pack.accounts],
        "other_box": other_box,
    }
    facts["whole"] = "whole" in mine.words if mine else str(other.uid) in finished_for(seat.workshop)
    known = {str(each.asked.card.uid) for each in pack.places} | {str(each.box.uid) for each in pack.places}
    known |= {str(box.uid) for box in (*pack.accounts, pack.other) if box}
    facts["stray"] = stray_words([each.blank for each in pack.blanks], known, mine)
    facts["opens"] = facts["filled"] or any(each["words"] != each["blank"].saved for each in facts["blanks"])
    return [Part("pack", "workshop/proxy/_pack.html", sent=mine, facts=facts)]


def _place(place: Place, sent: Sent | None) -> dict[str, Any]:
    row = place_row(place.asked.card.uid, place.zone, place.place, sent)
    return row | {"asked": place.asked, "box": _box(place.box, sent)}


def _box(box: Box, sent: Sent | None) -> dict[str, Any]:
    """Return a box with what was typed and is not saved, else as it is saved; and on which words that builds.

    What is kept as another version in the person's pack is not shown.
    """
    if sent is None or is_untouched(box, sent.words) or str(box.uid) in named(sent, "conflicts"):
        return {"box": box, "text": box.saved, "rev": box.rev, "seen": box.held}
    text, rev, seen = (sent.words.get(f"{name}-{box.uid}", "") for name in ("text", "rev", "seen"))
    return {"box": box, "text": text, "rev": rev, "seen": seen}


def _ground(seat: Seat, other: Seat, now: Now, sent: Sent | None) -> list[Part]:
    if not seat.workshop.is_live or seat.workshop.is_closed:
        return []
    mine, is_now = own(sent, "ground"), now.kind == Step.Kind.WELCOME
    words: Any = mine.words if mine else {}
    facts = {"ground": ground_for(seat, other), "text": words.get("text", "")}
    facts["uid"] = words.get("uid") or str(uuid.uuid4())
    fold = "" if is_now else _("The ground rules of the group")
    return [Part("ground", "workshop/proxy/_ground.html", is_now, mine, facts, fold)]


def _say(seat: Seat, other: Seat, now: Now, sent: Sent | None) -> list[Part]:
    if not seat.workshop.is_live or seat.workshop.is_closed:
        return []
    mine = own(sent, "remark")
    words: Any = mine.words if mine else {}
    facts = {
        "cards": list(seat.workshop.cards.all().live().with_words()),
        "about": words.get("about", str(now.card.uid) if now.card else ""),
        "kinds": Remark.Kind.choices,
        "kind": words.get("kind", ""),
        "body": words.get("body", ""),
        "entered": entered_comments(seat, other),
        "uid": words.get("uid") or str(uuid.uuid4()),
    }
    return [Part("remark", "workshop/proxy/_say.html", now.card is not None, mine, facts)]
