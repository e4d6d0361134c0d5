"""Blank cards: those that a seat has filled in, and the places that are left for more."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.crypto import salted_hmac

from .cards import Card
from .look_ups import LookUp
from .once import once
from .people import Seat
from .setup import print_of_words

NOTHING_WRONG = {"title": "", "summary": "", "rephrases": ""}


@dataclass
class Blank:
    """A blank card, or a place for one: ``card`` is ``None`` where nothing has been written yet."""

    uid: uuid.UUID
    position: int
    card: Card | None = None
    copies: list[Card] = field(default_factory=list)
    typed: dict[str, str] | None = None  # what was sent and could not be saved
    set_aside: dict[str, str] | None = None  # what was sent just now and is kept as another version
    wrong: dict[str, str] = field(default_factory=lambda: dict(NOTHING_WRONG))

    @cached_property
    def key(self) -> str:
        """The uid in letters, for what a page names after it."""
        return str(self.uid)

    @cached_property
    def label(self) -> str:
        """The letter on its slip."""
        return Card(position=self.position).label

    @property
    def is_entered(self) -> bool:
        """Whether a facilitator entered what is saved."""
        return self.card is not None and self.card.words.proxy_id is not None

    @property
    def rev(self) -> int:
        """The rev that new words are based on; 0 for a place."""
        return self.card.rev if self.card else 0

    @cached_property
    def saved(self) -> dict[str, str]:
        """What is saved: title, summary, and the uid of the card that it re-phrases."""
        return blank_words(self.card)

    @property
    def held(self) -> str:
        """A print of what is saved, by which a card that comes back as it went out is told."""
        return print_of_words(self.saved.values())

    @property
    def words(self) -> dict[str, str]:
        """What its fields hold."""
        return self.saved if self.typed is None else self.typed


def blank_words(card: Card | None) -> dict[str, str]:
    """Return what a blank card's fields hold: title, summary, rephrases (a card's uid, or empty)."""
    if card is None:
        return {"title": "", "summary": "", "rephrases": ""}
    target = str(card.rephrases.uid) if card.rephrases else ""
    return {"title": card.words.title, "summary": card.words.summary, "rephrases": target}


def own_blanks(seat: Seat) -> list[Card]:
    """Return the blank cards that a seat has filled in or removed, with their words; adopted ones are not."""
    every, wanted = once(seat.workshop, every_blank, seat), (Card.Status.PROPOSED, Card.Status.RETIRED)
    return [card for card in every if card.number is None and card.status in wanted]


BLANKS = LookUp(
    lambda workshop, seat: (
        Card.objects.filter(workshop=workshop, proposer=seat)
        .select_related("rephrases")
        .with_words()
        .order_by("position", "pk")
    )
)


def every_blank(seat: Seat) -> list[Card]:
    """Return the cards that a seat ever filled in, also those that the group took up, with their words."""
    return BLANKS(seat.workshop_id, seat)


def free_places(seat: Seat, mine: Sequence[Card]) -> list[Blank]:
    """Return the places for blank cards that are left, each with the uid that a card there will have.

    A place has the same uid on every device and after every reload, so that words that were kept on a device
    find it again, and nobody else can guess it.
    """
    used = {card.uid for card in once(seat.workshop, every_blank, seat)}
    taken = {card.position for card in mine if card.is_blank}
    most = seat.workshop.blank_cards if seat.is_participant else 0
    positions = [n for n in range(1, most + 1) if n not in taken]
    uids = (uid for uid in (_place_uid(seat, n) for n in range(1, len(mine) + most + 1)) if uid not in used)
    left = max(most - sum(card.is_blank for card in mine), 0)
    return [Blank(uid, position) for position, uid in zip(positions[:left], uids, strict=False)]


def filled_places(mine: Sequence[Card]) -> list[Blank]:
    """Return the blank cards among a seat's own that are in its pack, each with its copies that wait."""
    retired = [card for card in mine if not card.is_blank]
    return [
        Blank(
            card.uid,
            card.position,
            card,
            [copy for copy in retired if copy.identity_uid == card.identity_uid],
        )
        for card in mine
        if card.is_blank
    ]


def _place_uid(seat: Seat, n: int) -> uuid.UUID:
    return uuid.UUID(bytes=salted_hmac("workshop.blank", f"{seat.uid} {n}").digest()[:16], version=4)
