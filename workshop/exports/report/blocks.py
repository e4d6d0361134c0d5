"""What a report is made of: plain blocks in order, which each writer puts into its own form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from workshop.exports.pictures import Picture

Look = Literal["", "lead", "small"]


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` is 1 for a section, and no level is skipped."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, which may begin with a ``label`` that stands out."""

    text: str
    label: str = ""
    look: Look = ""


@dataclass(frozen=True)
class Quotation:
    """Words as somebody wrote them, line by line as they did; ``by`` says whose and on what terms.

    ``depth`` is 1 for what was said in reply.
    """

    text: str
    by: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Listing:
    """A list; each item may begin with a label that stands out."""

    items: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Table:
    """A table with its caption. ``align`` has a letter for each column: l, or r for numbers.

    The first column names its row. ``open`` marks cells, by row and column, that a person has to fill in.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    align: str
    open: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Figure:
    """A picture, with its caption and what it shows in words."""

    picture: Picture


@dataclass(frozen=True)
class ToWrite:
    """What no record knows: a person writes it."""

    text: str


Block: TypeAlias = Heading | Paragraph | Quotation | Listing | Table | Figure | ToWrite


@dataclass(frozen=True)
class Report:
    """A whole report: its title, what stands under it, and its blocks. ``language`` is as in HTML: en-GB."""

    title: str
    subtitle: str
    language: str
    blocks: Sequence[Block]


def listed(items: Sequence[str]) -> Listing:
    """Return a list of items without labels."""
    return Listing([("", each) for each in items])
