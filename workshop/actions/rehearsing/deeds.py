"""A deed about to be done: what its leader needs to know."""

from dataclasses import dataclass
from uuid import UUID

from workshop.analysis.rehearsal.scene import Deed, uid_of
from workshop.models import Card, Round, Seat, Workshop


@dataclass(frozen=True)
class Doing:
    """A deed about to be done: whose seat does it, in which workshop, and the uid of the words it makes."""

    workshop: Workshop
    seat: Seat
    deed: Deed

    @property
    def seed(self) -> str:
        """From which all that looks drawn is drawn."""
        return str(self.workshop.series_uid)

    @property
    def uid(self) -> UUID:
        """The uid of the words that it makes."""
        return uid_of(self.workshop.series_uid, self.deed)

    @property
    def round(self) -> Round:
        """The round that it answers."""
        return self.workshop.rounds.get(number=self.deed.about.partition("/")[0])

    def card(self, number: int | None = None) -> Card:
        """Return the card that it is about, or the one with a number, with its words."""
        return self.workshop.cards.with_words().get(number=number or self.deed.card)
