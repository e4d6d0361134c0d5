"""The pictures of a report, each beside what it is of."""

import re
from collections.abc import Iterator
from functools import cached_property

from workshop.exports.material import Material
from workshop.exports.pictures import LINEAGE, Picture, pictures_of

from .blocks import Figure

OF_ONE = re.compile(r"[a-z]+-(\d+)")


class Drawn:
    """The pictures of a workshop; where a name ends in one number, it is that of the round."""

    def __init__(self, material: Material) -> None:
        self.material = material

    @cached_property
    def pictures(self) -> list[Picture]:
        """All of them, in the order of the page, drawn once."""
        return pictures_of(self.material)

    def of_round(self, number: int) -> Iterator[Figure]:
        """Yield the pictures of one round."""
        return (Figure(each) for each in self.pictures if round_of(each) == number)

    def of_lineage(self) -> Iterator[Figure]:
        """Yield the picture of what became of the cards."""
        return (Figure(each) for each in self.pictures if each.name == LINEAGE)

    def across_rounds(self) -> Iterator[Figure]:
        """Yield the pictures that are of several rounds."""
        others = (each for each in self.pictures if round_of(each) is None and each.name != LINEAGE)
        return (Figure(each) for each in others)


def round_of(picture: Picture) -> int | None:
    """Return the number of the round that a picture is of; ``None`` for one of several."""
    found = OF_ONE.fullmatch(picture.name)
    return int(found[1]) if found else None
