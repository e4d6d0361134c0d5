"""The pictures of a report, each beside what it is of."""

import re
from collections.abc import Iterator
from functools import cached_property

from django.utils.translation import gettext as _

from workshop.exports.material import Material
from workshop.exports.pictures import LINEAGE, Picture, pictures_of

from .blocks import Block, Figure, Heading, Paragraph, Table

OF_ONE = re.compile(r"[a-z]+-(\d+)")


class Drawn:
    """The pictures of a workshop; where a name ends in one number, it is that of the round."""

    def __init__(self, material: Material) -> None:
        self.material = material

    @cached_property
    def pictures(self) -> list[Picture]:
        """All of them, in the order of the page, drawn once."""
        return pictures_of(self.material)

    def of_round(self, number: int, said: str | None) -> Iterator[Block]:
        """Yield the pictures of one round, each with its sentence.

        ``said`` is the sentence that stands before them; None where a list after them says it card by card.
        """
        for each in self.pictures:
            if round_of(each) == number:
                yield from shown(each, "" if said in (None, each.alt) else each.alt)
                yield from _people(each) if each.for_people_rows else ()

    def of_lineage(self) -> Iterator[Block]:
        """Yield the picture of what became of the cards, with its sentence."""
        for each in self.lineage:
            yield from shown(each, each.alt)

    def across_rounds(self) -> Iterator[Block]:
        """Yield the pictures that are of several rounds, each under its title with its sentence and table."""
        for each in self.pictures:
            if round_of(each) is None and each.name != LINEAGE:
                yield Heading(each.title, 2)
                yield from shown(each, each.alt)
                caption = _("How many people placed each card inner, or nominated it, round by round")
                yield Table(caption, each.table.head, each.table.rows, "l" + "r" * (len(each.table.head) - 1))

    @property
    def lineage(self) -> list[Picture]:
        """The picture of what became of the cards, if there is one."""
        return [each for each in self.pictures if each.name == LINEAGE]

    @property
    def has_matrix(self) -> bool:
        """Whether there is a picture of people by cards."""
        return any(each.for_people_rows for each in self.pictures)


def shown(picture: Picture, says: str) -> Iterator[Block]:
    """Yield a picture after its sentence, unless its caption says that."""
    if says and says not in picture.caption:
        yield Paragraph(says)
    yield Figure(picture)


def _people(picture: Picture) -> Iterator[Table]:
    """Yield the table of people by cards: heads have the number of a card alone, as there are so many."""
    person, *cards = picture.table.head
    heads = [person, *(card.partition(" ")[0].rstrip(".") for card in cards)]
    caption = _("Where each person placed each card, by the cards’ numbers")
    yield Table(caption, heads, picture.table.rows, "l" * len(heads))


def round_of(picture: Picture) -> int | None:
    """Return the number of the round that a picture is of; ``None`` for one of several."""
    found = OF_ONE.fullmatch(picture.name)
    return int(found[1]) if found else None
