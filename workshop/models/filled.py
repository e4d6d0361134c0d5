"""What a pack holds already, for who looks at a filled file of it beside that: as much as they may see."""

from dataclasses import dataclass, field
from typing import TypeAlias

from .ballots import Ballot
from .blanks import Blank
from .consent_lines import QUOTE, Line, lines_for
from .consents import QUOTING, asked_of
from .pack import Box, own_pack
from .people import Seat
from .proxy import agreements_of, pack_for
from .sorting import SortedCard
from .text import clean_line

Lies: TypeAlias = tuple[str, str]  # a zone, and why a card is not placed
NOWHERE: Lies = ("", "")


@dataclass(frozen=True)
class Here:
    """The cards with their boxes, blank cards and places for them, the other boxes, and what is agreed.

    ``lies`` is where cards lie, by the uid of each in letters, ``orders`` their places in circles that are
    in order. ``settled`` names the questions that the person answered themselves, where somebody enters for
    them: nobody else changes those.
    """

    cards: list[tuple[SortedCard, Box]]
    blanks: list[Blank]
    others: list[Box]
    lies: dict[str, Lies]
    lines: list[Line]
    settled: frozenset[str]
    is_open: bool
    orders: dict[str, int] = field(default_factory=dict)

    @property
    def boxes(self) -> list[Box]:
        """Every box for words."""
        return [*(box for _asked, box in self.cards), *self.others]


def here_of(seat: Seat, by: Seat | None = None) -> Here:
    """Return what a pack holds, for its person, or for a facilitator who enters for them.

    A facilitator sees of places those alone that they entered themselves, and never a reason.
    """
    pack = own_pack(seat)
    cards = [(box.asked, box) for box in pack.boxes if box.asked]
    blanks = sorted([*pack.blanks, *pack.places], key=lambda blank: blank.position)
    others = [*pack.accounts, *([pack.other] if pack.other else [])]
    lines = lines_for(seat, asked_of(seat))
    settled = _settled(seat) if by else frozenset()
    lies, orders = _lies_for(by, seat) if by else _lies(seat)
    return Here(cards, blanks, others, lies, lines, settled, pack.is_open, orders)


def _lies(seat: Seat) -> tuple[dict[str, Lies], dict[str, int]]:
    ballot = Ballot.objects.filter(round=seat.workshop.pack_round(), seat=seat).first()
    marks = {str(mark.card.uid): mark for mark in ballot.marks.select_related("card")} if ballot else {}
    lies = {uid: (mark.zone, clean_line(mark.reason)) for uid, mark in marks.items() if mark.zone}
    return lies, {uid: mark.place for uid, mark in marks.items() if mark.place}


def _lies_for(by: Seat, seat: Seat) -> tuple[dict[str, Lies], dict[str, int]]:
    pack = pack_for(by, seat)
    if pack is None:
        return {}, {}
    known = {str(each.asked.card.uid): (each.zone, each.place) for each in pack.places}
    known |= {each.blank.key: (each.zone, each.place) for each in pack.blanks}
    lies = {uid: (zone, "") for uid, (zone, _place) in known.items() if zone}
    return lies, {uid: place for uid, (_zone, place) in known.items() if place}


def _settled(seat: Seat) -> frozenset[str]:
    """Return the names of the questions of which the person answered any part themselves."""
    own = [each.item for each in agreements_of(seat) if each.is_own and each.given is not None]
    quoting = {QUOTE} if any(item.key in QUOTING for item in own) else set()
    return frozenset({str(item.uid) for item in own} | quoting)
