"""The document behind a report, read by what a sentence needs: a card, who somebody is, a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workshop.exports.document import Data
from workshop.exports.material import Material

STANDING, LIVE, PROPOSED = ("live", "nested"), "live", "proposed"


@dataclass(frozen=True)
class Known:
    """A card as a sentence names it: a blank card has no number."""

    uid: str
    number: int | None
    title: str
    short_title: str
    summary: str
    status: str
    parent: str | None
    rephrases: str | None
    proposer: str | None
    quote: str
    pole_a: str = ""
    pole_b: str = ""

    @property
    def label(self) -> str:
        """Its number as text; empty for a blank card."""
        return str(self.number) if self.number else ""

    @property
    def line(self) -> str:
        """Return "4. Title"; the title alone for a blank card."""
        return f"{self.number}. {self.title}" if self.number else self.title


class Record:
    """A workshop as its file has it, with the words for whom and when."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.data: Data = material.document
        self.workshop: Data = self.data["workshop"]

    @cached_property
    def cards(self) -> Mapping[str, Known]:
        """Every card of the document by its uid, with its newest words."""
        return {each["uid"]: _known(each, each["texts"][-1]) for each in self.data["cards"] if each["texts"]}

    def asked(self, card: str, rev: int) -> Known:
        """Return a card with the words that a round asked about."""
        row = next(each for each in self.data["cards"] if each["uid"] == card)
        return _known(row, next((text for text in row["texts"] if text["rev"] == rev), row["texts"][-1]))

    def named(self, uids: Iterable[str]) -> list[Known]:
        """Return cards in the order of ``uids``, without those that the document does not hold."""
        return [self.cards[uid] for uid in uids if uid in self.cards]

    @cached_property
    def hidden(self) -> bool:
        """Whether names are hidden in this workshop."""
        return bool(self.workshop["promise"] != "named")

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {each["pseudonym"]: _called(each) for each in self.data["seats"]}

    def who(self, seat: str | None) -> str:
        """Return what somebody is called in this file: by name where it has names; empty for nobody."""
        return self._names.get(seat, seat) if seat else ""

    def day(self, stamp: str | None) -> str:
        """Return a day by the workshop's calendar: "8 December 2026"; empty for none."""
        local = self._local(stamp)
        return date_format(local, "j F Y") if local else ""

    def moment(self, stamp: str | None) -> str:
        """Return a day and a time with the city of its zone: "8 December 2026, 10:00 (London time)"."""
        local = self._local(stamp)
        if local is None:
            return ""
        values = {"day": date_format(local, "j F Y"), "clock": self.material.workshop.clock(local)}
        return _("%(day)s, %(clock)s") % values

    def _local(self, stamp: str | None) -> datetime | None:
        return self.material.workshop.local(datetime.fromisoformat(stamp)) if stamp else None


def _called(seat: Data) -> str:
    """Return a name; without one a pseudonym, which of a facilitator says so."""
    if seat.get("name"):
        return str(seat["name"])
    if seat["role"] != "facilitator":
        return str(seat["pseudonym"])
    return _("facilitator %(pseudonym)s") % {"pseudonym": seat["pseudonym"]}


def _known(card: Data, words: Data) -> Known:
    return Known(
        card["uid"],
        card["number"],
        words["title"],
        words["short_title"],
        words["summary"],
        card["status"],
        card["parent"],
        card["rephrases"],
        card["proposer"],
        card["quote"],
        words["pole_a"],
        words["pole_b"],
    )
