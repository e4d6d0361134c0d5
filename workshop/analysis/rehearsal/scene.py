"""What simulated leaders are asked now and what they have done, as plain data."""

from dataclasses import dataclass, field
from uuid import UUID, uuid5

PACK, POLL, SORT, SPECTRUM = "pack", "poll", "sort", "spectrum"
WELCOME, CARD, QUESTION, TEXT, PROPOSAL, CHANGE = "welcome", "card", "question", "text", "proposal", "change"


@dataclass(frozen=True)
class Opened:
    """One thing that leaders are asked now.

    Args:
        kind: one of the words above.
        about: what tells it from others of its kind: a round's number, a uid.
        cards: the numbers of the cards that it asks about, in their order.
        most: in a poll, how many cards each may nominate.
        boxes: in a pack, names of further boxes for words.
        nth: which of its kind it is in the hour, from 0.
    """

    kind: str
    about: str
    cards: tuple[int, ...] = ()
    most: int = 0
    boxes: tuple[str, ...] = ()
    nth: int = 0

    @property
    def name(self) -> str:
        """Its name among all that is ever asked in a workshop."""
        return f"{self.kind}:{self.about}"

    @property
    def by(self) -> str:
        """By what is drawn for it: the same in every rehearsal of the same seed, as no uid is."""
        return " ".join([self.kind, str(self.nth), *map(str, self.cards)])


@dataclass(frozen=True)
class Deed:
    """One thing that a leader does: the kind of action, the leader's number from 0, and what it is about.

    Args:
        within: the name of what asked for it; from when that began, ``after`` counts.
        after: seconds at the pace of life.
        card: the number of the card it is about; 0 for none.
        says: what is chosen, where the deed is a choice: a zone, an answer, numbers of cards.
        by: by what words for it are drawn.
    """

    kind: str
    leader: int
    about: str
    within: str
    after: float
    card: int = 0
    says: str = ""
    by: str = ""

    @property
    def name(self) -> str:
        """Its name among all deeds of a workshop."""
        return f"{self.kind}:{self.about}:{self.leader}"


@dataclass(frozen=True)
class Scene:
    """A rehearsal at one moment.

    Args:
        seed: the uid of the workshop's series, from which all that looks drawn is drawn.
        leaders: the numbers of those who are there.
        agreed: who of them agreed to take part.
        opened: what is asked now.
        done: the names of deeds that are done.
        uids: of words that are there: a deed that makes words gives them a uid of its own.
    """

    seed: UUID
    leaders: tuple[int, ...]
    agreed: frozenset[int]
    opened: tuple[Opened, ...] = ()
    done: frozenset[str] = frozenset()
    uids: frozenset[UUID] = field(default_factory=frozenset)

    def is_done(self, deed: Deed) -> bool:
        """Whether a deed is done."""
        return deed.name in self.done or uid_of(self.seed, deed) in self.uids


def uid_of(seed: UUID, deed: Deed) -> UUID:
    """Return the uid of the words that a deed makes: the same each time, so that they are made once."""
    return uuid5(seed, deed.name)
