"""One person's ballot in a nomination poll, as their own page shows it: their choice beside their pack."""

from collections.abc import Collection
from dataclasses import dataclass

from .ballots import Ballot, Mark
from .counting import Face, face
from .look_ups import LookUp
from .people import Seat
from .rounds import Round
from .sorting import cards_asked


@dataclass(frozen=True)
class Option:
    """A card to nominate; ``zone`` is where the person's pack has it: inner, outer, unplaced, open, or empty.

    ``open`` is a card that a pack says nothing of; empty where there is no pack.
    """

    face: Face
    zone: str
    is_chosen: bool


@dataclass(frozen=True)
class Polling:
    """One person's poll: the cards that are asked, and ``state``: empty, sent or abstained."""

    options: list[Option]
    state: str
    is_entered: bool = False

    @property
    def chosen(self) -> list[Option]:
        """The cards that are ticked."""
        return [option for option in self.options if option.is_chosen]

    @property
    def is_answered(self) -> bool:
        """Whether the person has sent a choice, or would rather not choose."""
        return bool(self.state)


SENT = LookUp(
    lambda round, seat: Ballot.objects.filter(round=round, seat=seat).exclude(state=Ballot.State.STARTED)
)
CHOSEN = LookUp(
    lambda ballot: Mark.objects.filter(ballot=ballot, nominated=True).values_list("card_id", flat=True)
)
PLACED = LookUp(
    lambda round, seat: (
        Mark.objects.filter(ballot__round=round, ballot__seat=seat)
        .exclude(zone="")
        .values_list("card_id", "zone")
    )
)


def polling_of(seat: Seat, round: Round, ticked: Collection[str] | None = None) -> Polling:
    """Return a seat's poll, in a fixed number of queries.

    Args:
        ticked: uids of cards to show as chosen in place of the stored ones: what a refused form had.
    """
    ballot = next(iter(SENT(round, seat)), None)  # a seat has one in a round
    chosen = set(CHOSEN(ballot)) if ballot and ticked is None else set()
    zones = _zones(seat, round)
    options = []
    for each in cards_asked(round):
        zone = "" if zones is None else zones.get(each.card.pk, "open")
        is_chosen = each.card.pk in chosen or str(each.card.uid) in (ticked or ())
        options.append(Option(face(each), zone, is_chosen))
    entered = ballot is not None and ballot.proxy_id is not None
    return Polling(options, ballot.state if ballot else "", entered)


def _zones(seat: Seat, round: Round) -> dict[int, str] | None:
    """Return where the seat's pack has each card; ``None`` for who has no pack, having joined in the room."""
    pack = round.workshop.pack_round()
    if pack is None:
        return None
    return dict(PLACED(pack, seat)) or None
