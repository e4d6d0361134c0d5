"""A file as somebody takes it: de-identified unless they may have it whole, looked through, with its note."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop.models import Workshop

from .deidentifying import notes_of, without_names
from .disclosure import Place, names_of, places_in, with_places_replaced
from .formats import Format
from .material import Material

Data = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """How a file is wanted: with names, for re-use, and which places found in it are ``left``, and why.

    ``whole``: every place is left, as whoever runs the server may have it.
    """

    full: bool = False
    reuse: bool = False
    left: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False


@dataclass(frozen=True)
class Prepared:
    """What a file is written from, how many places were replaced in it, and which were left."""

    material: Material
    replaced: int
    left: list[Place]
    notes: list[str]

    @property
    def note(self) -> bytes:
        """The note as a file that lies beside the other."""
        return "\n".join([*self.notes, ""]).encode()


def looked_through(workshop: Workshop, chosen: Format, wanted: Wanted) -> tuple[Data, list[Place]]:
    """Return what the file would hold, and every place in it that should be looked at first."""
    document = _document(workshop, chosen, wanted)
    return chosen.part_of(document), places_in(chosen.part_of(document), names_of(workshop))


def prepared(workshop: Workshop, chosen: Format, wanted: Wanted) -> Prepared:
    """Return what the file is written from: each place is replaced unless it is wanted as it is."""
    document, names = _document(workshop, chosen, wanted), names_of(workshop)
    kept = {place.key: "" for place in places_in(document, names)} if wanted.whole else wanted.left
    found = with_places_replaced(document, names, kept)
    document = found.document
    inside = [place for place in found.places if place.part in chosen.part_of(document)]
    left = [place for place in inside if place.key in kept]
    replaced = len(inside) - len(left)
    notes = notes_of(document, full=wanted.full, reuse=wanted.reuse, removed=replaced, left=len(left))
    return Prepared(Material(workshop, {**document, "note": notes}, found.said), replaced, left, notes)


def _document(workshop: Workshop, chosen: Format, wanted: Wanted) -> Data:
    document = chosen.document(workshop, reuse=wanted.reuse)
    if wanted.reuse:
        document["quotes"] = []
    return document if wanted.full else without_names(document)
