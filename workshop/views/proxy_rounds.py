"""Open rounds on the page where a facilitator enters for somebody: a part for each, and what it sends."""

from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from workshop.actions.proxy import cast_for
from workshop.actions.proxy_spectrum import LineRow, mark_for
from workshop.models import Card, Invalid, Round, Seat
from workshop.models.proxy import poll_for
from workshop.models.proxy_rounds import cards_to_place, sort_for, spectrum_for
from workshop.models.sorting import cards_asked
from workshop.models.spectrum import Line

from .proxy_order import placed_gone, replaced, save_sort
from .proxy_sent import Part, Sent, all_in_one, asks_for, named, own, typed_beside
from .spectrum_form import SIDES, is_changed, mark_kept, marks_seen, marks_sent, print_of_marks

Kind = Round.Kind
TEMPLATES = {kind: f"workshop/proxy/_{kind}.html" for kind in Kind.values}


def round_parts(by: Seat, seat: Seat, now: Round | None, sent: Sent | None) -> list[Part]:
    """Return a part for each open round but the pack's, which has its own form; ``now`` is on the stage."""
    found = []
    for round in by.workshop.rounds_in_order():
        if not round.is_open or round.is_pack:
            continue
        mine = own(sent, name_of(round))
        facts = {"round": round, **FACTS[Kind(round.kind)](by, seat, round, mine)}
        found.append(Part(name_of(round), TEMPLATES[round.kind], round == now, mine, facts))
    return found


def name_of(round: Round) -> str:
    """Return the name of a round's part of the page."""
    return f"{round.kind}-{round.number}"


def _poll(by: Seat, seat: Seat, round: Round, sent: Sent | None) -> dict[str, Any]:
    poll = poll_for(by, seat, round)
    options, seen = poll.options, poll.seen
    if sent:
        ticked = sent.words.getlist("card")
        options = [(face, face.key in ticked) for face, _ticked in options]
    asks = asks_for(sent) and not poll.is_entered
    if sent and asks:
        seen = str(sent.refusal.data["seen"])
    return {"poll": poll, "options": options, "asks": asks, "seen": seen}


def _sort(by: Seat, seat: Seat, round: Round, sent: Sent | None) -> dict[str, Any]:
    places = sort_for(by, seat, round).places
    rows = [place_row(asked.card.uid, zone, n, sent) | {"asked": asked} for asked, zone, n in places]
    return {"rows": rows, "stray": typed_beside(sent, {str(asked.card.uid) for asked, *_where in places})}


def place_row(uid: UUID, zone: str, place: int | None, sent: Sent | None) -> dict[str, Any]:
    """Return a card of a sort as its form shows it: what was chosen and is not saved stays chosen."""
    words = sent.words if sent else QueryDict()
    asks, chosen = str(uid) in named(sent, "asks"), words.get(f"zone-{uid}", "")
    if not asks and chosen == words.get(f"was-{uid}", ""):
        chosen = zone
    n = str(place or "")
    number = words.get(f"place-{uid}", n)
    shown = n if number == words.get(f"place-was-{uid}", n) else number
    reason = words.get(f"reason-{uid}", "")
    return {"saved": zone, "zone": chosen, "reason": reason, "asks": asks, "place": n, "number": shown}


def _spectrum(by: Seat, seat: Seat, round: Round, sent: Sent | None) -> dict[str, Any]:
    return {"rows": [_line(round, line, sent) for line in spectrum_for(by, seat, round).lines]}


def _line(round: Round, line: Line, sent: Sent | None) -> dict[str, Any]:
    key, now, want = _key(round, line.asked.card), line.now, line.want
    asks = str(line.asked.card.uid) in named(sent, "asks")
    if sent and is_changed(sent.words, key):
        now, want = (mark_kept(sent.words, side, key) for side in SIDES)
    saved = print_of_marks(line.now, line.want)
    return {"line": line, "key": key, "saved": saved, "now": now, "want": want, "asks": asks}


def _key(round: Round, card: Card) -> str:
    """Return what the fields of a line are called: two spectrums may ask about one card."""
    return f"{round.number}-{card.uid}"


FACTS = {Kind.POLL: _poll, Kind.SORT: _sort, Kind.SPECTRUM: _spectrum}


def enter_round(by: Seat, seat: Seat, round: Round, sent: QueryDict) -> bool:
    """Enter what a form says that a person answers in a round; return whether it says anything.

    Raises:
        Refusal: as for ``cast_for``, ``place_for`` and ``mark_for``.
    """
    enter = {Kind.POLL: _enter_ballot, Kind.SORT: _enter_places, Kind.SPECTRUM: _enter_marks}
    return enter[Kind(round.kind)](by, seat, round, sent)


def _enter_ballot(by: Seat, seat: Seat, round: Round, sent: QueryDict) -> bool:
    cards = frozenset(() if "abstain" in sent else sent.getlist("card"))
    if not cards and "abstain" not in sent:
        raise Invalid(_("Tick what they chose, or say that they would rather not choose."))
    cast_for(by, seat, round, cards, seen=sent.get("seen", ""), replaces="replaces" in sent)
    return True


def _enter_places(by: Seat, seat: Seat, round: Round, sent: QueryDict) -> bool:
    cards = [each.card for each in cards_to_place(seat, round)]
    says, refused = save_sort(by, seat, round, cards, sent)
    refused += placed_gone([card.uid for card in cards], sent)
    if refused:
        raise all_in_one(refused)
    return says


def _enter_marks(by: Seat, seat: Seat, round: Round, sent: QueryDict) -> bool:
    cards = [each.card for each in cards_asked(round)]
    keys = [(card, _key(round, card)) for card in cards]
    rows = [LineRow(card, marks_sent(sent, key), marks_seen(sent, key)) for card, key in keys]
    return mark_for(by, seat, round, rows, replaces=replaced(cards, sent))
