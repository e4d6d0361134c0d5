"""The shapes of what was written: one comment with its replies, all about one card, all under one card."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from .cards import Card
from .comments import Prompt, Remark
from .text import beginning


@dataclass
class Voice:
    """One comment with the replies to it; ``by`` is empty where nobody may know who wrote it.

    ``at`` is its time of day in the workshop's zone. ``answers`` is what it replies to, where that stands
    elsewhere: a reply of today to a comment from a pack. ``is_left`` says that what it replied to is gone.
    ``parked_on`` is another card that it shows on as well.
    """

    remark: Remark
    by: str
    at: str
    replies: "list[Voice]" = field(default_factory=list)
    answers: Remark | None = None
    is_left: bool = False
    parked_on: Card | None = None

    @cached_property
    def start(self) -> str:
        """How it starts, to tell it from others."""
        return beginning(self.remark.body, 40)


@dataclass(frozen=True)
class Parked:
    """A comment that was parked here, with its replies, and the card that it was written about."""

    voice: Voice
    home: Card


@dataclass(frozen=True)
class Proposed:
    """A blank card that somebody filled in and nobody has adopted.

    ``is_entered``: a facilitator entered it, told where it is told whose it is. ``key`` is the card's own.
    """

    title: str
    summary: str
    by: str
    is_entered: bool = False
    key: int = 0


@dataclass
class About:
    """What was written about one card: in packs, in the discussion, and on blank cards that re-phrase it.

    ``parked`` is what was written about other cards and is shown here as well; no count includes it.
    """

    packs: list[Voice] = field(default_factory=list)
    discussion: list[Voice] = field(default_factory=list)
    blanks: list[Proposed] = field(default_factory=list)
    parked: list[Parked] = field(default_factory=list)

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to read."""
        return not (self.packs or self.discussion or self.blanks or self.parked)

    @property
    def count(self) -> int:
        """How many comments there are, replies included."""
        return self.count_discussion + sum(1 + len(voice.replies) for voice in self.packs)

    @property
    def count_discussion(self) -> int:
        """How many comments were made in the discussion, replies included."""
        return sum(1 + len(voice.replies) for voice in self.discussion)

    @property
    def kinds(self) -> list[tuple[str, str, int]]:
        """How many comments of the discussion are of each kind that has a name: key, name and count."""
        every = [each for voice in self.discussion for each in (voice, *voice.replies)]
        counts = Counter(each.remark.kind for each in every)
        return [(key, str(label), counts[key]) for key, label in Remark.Kind.choices if key and counts[key]]


@dataclass(frozen=True)
class Earlier:
    """What was written about a card that another came from, or (``taken_back``) that was made of it once."""

    card: Card
    about: About
    taken_back: bool


@dataclass(frozen=True)
class Talk:
    """All that belongs under one card: what was written about it, then about what it came from.

    ``came_from`` says whether it came from other cards at all, ``reach`` which cards (their primary keys) are
    read here: what is parked on one of them is not away.
    """

    own: About
    earlier: list[Earlier]
    came_from: bool
    reach: Collection[int] = ()

    @property
    def count_discussion(self) -> int:
        """How many comments were made in the discussion of all of them."""
        return sum(each.count_discussion for each in self.every)

    @property
    def count_parked(self) -> int:
        """How many comments of other cards are parked under this one."""
        return sum(len(each.parked) for each in self.every)

    @property
    def count_away(self) -> int:
        """How many of its comments are parked on other cards."""
        voices = [voice for each in self.every for voice in (*each.packs, *each.discussion)]
        places = [voice.parked_on.pk for voice in voices if voice.parked_on]
        return sum(place not in self.reach for place in places)

    @property
    def every(self) -> list[About]:
        """What was written about it, then about each card that it came from."""
        return [self.own, *(each.about for each in self.earlier)]


@dataclass(frozen=True)
class Account:
    """An open prompt of the pack, and what people wrote to it."""

    prompt: Prompt
    voices: list[Voice] = field(default_factory=list)


@dataclass
class Voices:
    """What was written: by card (its primary key), on blank cards that add one, and beside the cards.

    ``accounts`` are the open prompts that somebody answered, by their primary key.
    """

    about: dict[int, About] = field(default_factory=lambda: defaultdict(About))
    additions: list[Proposed] = field(default_factory=list)
    accounts: dict[int, Account] = field(default_factory=dict)
    other: list[Voice] = field(default_factory=list)

    @property
    def told(self) -> list[Account]:
        """The same in the order of the pack."""
        return sorted(self.accounts.values(), key=lambda each: (each.prompt.position, each.prompt.pk))
