"""What is to be saved of a filled file of a pack, as the page that showed it was sent back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workshop.models import Prompt

from .blank_words import BlankWords


@dataclass(frozen=True)
class Words:
    """Words for a box: the rev that they rest on, and whether they go in the place of others there."""

    prompt: Prompt
    text: str
    rev: int
    replaces: bool = False


@dataclass(frozen=True)
class Blank:
    """What a blank card says, by its uid; the rest as for ``Words``."""

    uid: UUID
    words: BlankWords
    rev: int
    replaces: bool = False


@dataclass(frozen=True)
class Place:
    """Where a card goes, by its uid, and why it is not placed: as sent, and as the page showed it."""

    uid: UUID
    sent: tuple[str, str]
    seen: tuple[str, str]
    replaces: bool = False


@dataclass(frozen=True)
class Order:
    """The place of a card in its circle, from 1, or none: as sent, and as the page showed it."""

    sent: int | None
    seen: int | None


@dataclass(frozen=True)
class Answers:
    """All that is to be saved. ``consents``: yes or no by the uid of the item; empty for nothing new.

    ``orders`` has each card that the form names, by its uid, if it puts any of them in another order.
    ``sheet`` is the version of the information that the page showed, ``until`` the day of erasure.
    ``whole`` says whether it is all that somebody wants to say, for who enters it for them; ``None`` nothing.
    """

    consents: Mapping[str, bool] = field(default_factory=dict)
    sheet: int | None = None
    words: list[Words] = field(default_factory=list)
    blanks: list[Blank] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    until: str | None = None
    orders: Mapping[UUID, Order] = field(default_factory=dict)
    whole: bool | None = None
