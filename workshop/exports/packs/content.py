"""The pack as plain data: what each file of it says and asks, with the code of each thing to fill in.

Text stays text, as it was typed; empty stands for nothing. Each kind of file puts this into its form and says
no sentence of its own to the person but the labels of its fields.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workshop.analysis.anchors import Anchor

Zone = Literal["", "inner", "outer", "unplaced"]


@dataclass(frozen=True)
class Box:
    """A box for words: its code, what it is called, what is asked there, and what the person wrote so far.

    ``key`` is the uid of what asks for it on the web; nothing prints it.
    """

    code: Anchor
    label: str
    asks: str = ""
    text: str = ""
    key: str = ""


@dataclass(frozen=True)
class Place:
    """Where a card belongs, and why it is not placed. Filled in only in a person's own copy.

    ``number`` is its place in the circle, from 1, if the person put the circle in order.
    """

    code: Anchor
    order_code: Anchor
    why_code: Anchor
    zone: Zone = ""
    number: int | None = None
    why: str = ""


@dataclass(frozen=True)
class PackCard:
    """A card: what it says, a box for a comment on it, and where it belongs. ``key`` is its uid."""

    key: str
    number: int
    title: str
    short_title: str
    summary: str
    pole_a: str
    pole_b: str
    comment: Box
    place: Place


@dataclass(frozen=True)
class BlankCard:
    """A blank card: its number, the letter it has on the web, and what can be written on it.

    ``key`` is the uid that a card there has or will have; empty in a pack that is nobody's.
    """

    key: str
    number: int
    label: str
    title: Box
    meaning: Box
    rephrases: Box
    place: Place


@dataclass(frozen=True)
class Agreement:
    """Something to agree to: each answer as its value and its words.

    ``name`` is that of the question on the web. ``given`` is the value that the person
    answered; it is filled in only in their own copy.
    """

    code: Anchor
    name: str
    text: str
    options: Sequence[tuple[str, str]]
    required: bool = False
    hint: str = ""
    given: str = ""


@dataclass(frozen=True)
class Reading:
    """What to read: its title, the text, and its source."""

    title: str
    text: str
    citation: str


@dataclass(frozen=True)
class Way:
    """The way to the pack on the web: where the QR leads, what that is called, and what to type if anything.

    ``address`` of a personal link takes the seat of its person, so it stands in that person's copy alone.
    """

    address: str
    says: str
    place: str = ""
    code: str = ""


@dataclass(frozen=True)
class Pack:
    """A pack for one person, or for anybody (``name`` is empty).

    ``code`` tells whose file it is and what was asked when it was made: `whose.py`. ``of_own`` says that the
    person took it themselves: then it holds what they chose, too. ``when`` is the day and time with its zone,
    ``where`` the place, ``until`` by when to give it back; each may be empty. ``promise`` has each part
    after what it is of. ``prompts_title`` stands over the open prompts.
    """

    code: str
    language: str
    name: str
    of_own: bool
    title: str
    question: str
    instructions: str
    when: str
    where: str
    until: str
    steps: Sequence[str]
    promise: Sequence[tuple[str, str]]
    cards: Sequence[PackCard]
    blanks: Sequence[BlankCard]
    other: Box | None
    prompts: Sequence[Box]
    information: str
    sheet: int
    agreements: Sequence[Agreement]
    reading: Reading | None
    way: Way | None
    prompts_title: str = ""
