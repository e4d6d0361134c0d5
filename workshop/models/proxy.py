"""What a facilitator may enter for a person without a device, and as much of what is there as they may see.

What the person chose themselves stays hidden from whoever enters for them, and so does whether they chose;
the same with what another facilitator entered. What one entered oneself is shown again while
it can be corrected.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from .ballots import Ballot, Mark
from .blanks import Blank
from .cards import Card
from .comments import Remark
from .consents import Consent, ConsentItem, asked_of
from .counting import Face, face
from .pack import Box, own_pack
from .people import Seat
from .proxy_seen import seen_of
from .rounds import Round
from .sorting import SortedCard, cards_asked

NOWHERE = ("", None)


@dataclass(frozen=True)
class Agreement:
    """One thing that the person is asked to agree to; ``is_own`` says that they answered it themselves."""

    item: ConsentItem
    given: bool | None
    is_own: bool


@dataclass(frozen=True)
class Poll:
    """An open poll: what is ticked, if one entered that oneself; else it is as if nothing was there.

    ``seen`` says on what a form rests.
    """

    round: Round
    options: list[tuple[Face, bool]]
    seen: str
    abstains: bool
    is_entered: bool


@dataclass(frozen=True)
class Place:
    """A card of the pack: its box for words, and where it lies if one entered that oneself (``place`` from 1,
    where its circle is in order).

    A reason is never shown: it may be the person's own, kept when a place was entered without one.
    """

    asked: SortedCard
    box: Box
    zone: str
    place: int | None


@dataclass(frozen=True)
class BlankPlace:
    """A blank card of theirs, or a place for one, with its words; and where it lies, as for ``Place``."""

    blank: Blank
    zone: str
    place: int | None


@dataclass(frozen=True)
class PackFor:
    """A pack that can be written in."""

    places: list[Place]
    blanks: list[BlankPlace]
    other: Box | None
    accounts: list[Box]


def agreements_of(seat: Seat) -> list[Agreement]:
    """Return what a seat is asked to agree to, with who answered."""
    newest: dict[int, Consent] = {each.item_id: each for each in seat.consents.order_by("at", "pk")}
    own = {item for item, each in newest.items() if each.proxy_id is None}
    return [Agreement(item, given, item.pk in own) for item, given in asked_of(seat)]


def may_take_back(seat: Seat) -> bool:
    """Whether there is an agreement that a facilitator recorded, and that can be recorded as taken back."""
    return any(each.given and not each.is_own for each in agreements_of(seat))


def entered_comments(by: Seat, seat: Seat) -> QuerySet[Remark]:
    """Return what one entered oneself for a seat in the discussion, as long as the person left it so."""
    said = seat.remarks.said().filter(prompt=None, proxy=by).select_related("card")
    return said.order_by("created_at", "pk")


def is_hidden_ballot(ballot: Ballot | None, by: Seat) -> bool:
    """Whether a ballot of a poll holds what ``by`` did not enter, and so must not see."""
    return ballot is not None and ballot.state != Ballot.State.STARTED and ballot.proxy_id != by.pk


def is_hidden_mark(mark: Mark | None, by: Seat) -> bool:
    """Whether a mark says where a card lies, in a sort or on a line, and ``by`` did not enter it."""
    if mark is None or mark.proxy_id == by.pk:
        return False
    return bool(mark.zone) or (mark.now, mark.want) != (None, None)


def poll_for(by: Seat, seat: Seat, round: Round) -> Poll:
    """Return a poll, as a facilitator may see it who enters for a seat."""
    ballot = Ballot.objects.filter(round=round, seat=seat).first()
    known = ballot is not None and not is_hidden_ballot(ballot, by)
    marks = Mark.objects.filter(ballot=ballot, nominated=True) if known else Mark.objects.none()
    ticked = {str(uid) for uid in marks.values_list("card__uid", flat=True)}
    faces = [face(each) for each in cards_asked(round)]
    options = [(each, each.key in ticked) for each in faces]
    abstains = known and ballot is not None and ballot.state == Ballot.State.ABSTAINED
    return Poll(round, options, seen_of(ballot) if known else "", abstains, known)


def pack_for(by: Seat, seat: Seat) -> PackFor | None:
    """Return the pack of a seat, as who enters for it may see it; ``None`` while it is not open."""
    pack = own_pack(seat)
    if pack.round is None or not pack.is_open:
        return None
    ballot = Ballot.objects.filter(round=pack.round, seat=seat).first()
    marks = {mark.card_id: mark for mark in ballot.marks.all()} if ballot else {}
    boxes = [(box, box.asked) for box in pack.boxes if box.asked]
    every = [*pack.blanks, *pack.places]
    cards = [asked.card for _box, asked in boxes] + [each.card for each in every if each.card]
    lies = where(by, cards, marks)
    places = [Place(asked, box, *lies[asked.card.pk]) for box, asked in boxes]
    blanks = [BlankPlace(each, *(lies[each.card.pk] if each.card else NOWHERE)) for each in every]
    return PackFor(places, blanks, pack.other, pack.accounts)


def where(by: Seat, cards: Iterable[Card], marks: Mapping[int, Mark]) -> dict[int, tuple[str, int | None]]:
    """Return by card the zone and the place of a mark that one entered oneself; of any other, nothing.

    Beside a mark that is hidden no place is told: it would say how many cards the person put before it.
    """
    found = {card.pk: marks.get(card.pk) for card in cards}
    is_whole = not any(is_hidden_mark(mark, by) for mark in found.values())
    return {
        pk: (mark.zone, mark.place if is_whole else None)
        if mark and not is_hidden_mark(mark, by)
        else NOWHERE
        for pk, mark in found.items()
    }
