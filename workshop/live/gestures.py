"""Who is here, whose hand is up, who is ready, and what who leads is asked for privately.

Presence is never stored, so ``here`` has no number: see `subscription`. Signals are counted, never named.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import ngettext

from workshop.models import Gesture, Seat, Workshop
from workshop.models.asked_of import answering
from workshop.models.audiences import FACILITATORS, known_as, may_see_names
from workshop.models.gestures import HAND, READY, SIGNALS, Counts, counts_of
from workshop.models.look_ups import LookUp
from workshop.models.once import once
from workshop.models.suggestions import waiting_count

from .presence import connected, present

MOST_NAMES, NONE = 50, Counts()
Kind = Gesture.Kind
SITTING = LookUp(
    lambda workshop, uids: (
        Seat.objects.present().filter(workshop=workshop, uid__in=uids).values_list("uid", flat=True)
    )
)
SEATS = LookUp(
    lambda workshop, uids: (
        Seat.objects.present().filter(workshop=workshop, uid__in=uids).select_related("person")
    )
)


@dataclass(frozen=True)
class Shown:
    """One hand in the queue, or one "ready"; ``name`` is empty where it may not be known."""

    uid: str
    name: str
    at: str


def here(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return who has the room open now: names of up to 50 where the promise shows them, else how many."""
    uids = set() if workshop.is_closed else present(workshop.pk)
    if uids - connected(workshop.pk):  # no line of theirs was closed when they were removed
        uids = set(SITTING(workshop, uids))
    names: list[str] = []
    if 0 < len(uids) <= MOST_NAMES and may_see_names(workshop, audience):
        names = sorted((seat.name for seat in SEATS(workshop, uids)), key=str.casefold)
    return {"workshop": workshop, "count": len(uids), "names": names}


def hands(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return how many hands are up, whose where that may be known, and how many of the seats are ready.

    For facilitators, what is asked for privately too.
    """
    if workshop.is_closed:
        return {"hands": 0, "ready": 0, "down": 0}
    counts = once(workshop, counts_of, workshop)
    n, ready = (counts.get(kind, NONE).up for kind in (HAND, READY))
    shown = _shown(workshop, audience, HAND) if n and may_see_names(workshop, audience) else []
    return {
        "hands": n,
        "down": counts.get(HAND, NONE).down,
        "names": [one.name for one in shown],
        "more": n - len(shown),
        "ready": ready,
        "seats": once(workshop, answering, workshop) if ready else 0,
        "signals": [asks for _kind, asks in _signals(counts)] if audience == FACILITATORS else [],
        "waits": waiting_says(workshop) if audience == FACILITATORS else "",
    }


def gestures(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return what who leads sees: the queue of hands, who is ready, and how many gave each signal.

    Args:
        audience: whose names who leads may know: a chair who takes part knows those that participants do.
    """
    context: dict[str, Any] = {"workshop": workshop, "announce": ""}
    if workshop.is_closed:
        return context
    counts = once(workshop, counts_of, workshop)
    hands, ready = (counts.get(kind, NONE) for kind in (HAND, READY))
    signals, waits = _signals(counts), waiting_says(workshop)
    ready_shown = _shown(workshop, audience, READY) if ready.up else []
    return context | {
        "hands": hands,
        "queue": _shown(workshop, audience, HAND) if hands.up else [],
        "ready": ready,
        "ready_names": [one.name for one in ready_shown if one.name],
        "seats": once(workshop, answering, workshop) if ready.up else 0,
        "signals": signals,
        "waits": waits,
        "announce": _said(hands.up, [*(asks for _kind, asks in signals), *([waits] if waits else [])]),
    }


def _said(hands: int, asks: list[str]) -> str:
    """Return in sentences how many hands are up, and what else is asked of who leads."""
    up = [ngettext("%(n)s hand is up.", "%(n)s hands are up.", hands) % {"n": hands}] if hands else []
    return " ".join([*up, *(f"{each}." for each in asks)])


def waiting_says(workshop: Workshop) -> str:
    """Return how many suggestions for the agenda wait, as a line, and not whose; empty for none."""
    n = waiting_count(workshop)
    says = ngettext("%(n)s suggestion for the agenda waits", "%(n)s suggestions for the agenda wait", n)
    return says % {"n": n} if n else ""


def _signals(counts: Mapping[str, Counts]) -> list[tuple[Kind, str]]:
    return [(kind, _asks(kind, counts[kind].up)) for kind in SIGNALS if counts.get(kind, NONE).up]


def _shown(workshop: Workshop, audience: str, kind: str) -> list[Shown]:
    """Return the first 50 of a kind, in the order in which the server heard of them."""
    return [
        Shown(str(each.uid), known_as(each.seat, workshop, audience), workshop.clock(each.at))
        for each in once(workshop, FIRST_UP[kind], workshop)
    ]


def _first_up(kind: str, workshop: Workshop) -> list[Gesture]:
    rows = Gesture.objects.of(workshop).up().filter(kind=kind).select_related("seat__person")
    return list(rows.order_by("at", "pk")[:MOST_NAMES])


# A desk shows the hands twice, and reads them once.
FIRST_UP: dict[str, partial[list[Gesture]]] = {kind: partial(_first_up, kind) for kind in (HAND, READY)}


def _asks(kind: str, n: int) -> str:
    """Return how many ask for something, as the start of a line: ``2 ask for a pause``."""
    asks = {
        Kind.PLAINER: ngettext("%(n)s asks for plainer words", "%(n)s ask for plainer words", n),
        Kind.PAUSE: ngettext("%(n)s asks for a pause", "%(n)s ask for a pause", n),
        Kind.TIME: ngettext("%(n)s asks for more time", "%(n)s ask for more time", n),
    }
    return asks[Kind(kind)] % {"n": n}
