"""A file as somebody takes it: de-identified unless they may have it whole, looked through, with its note."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop.analysis.names import Names
from workshop.models import Workshop

from .deidentifying import approved_in, notes_of, without_names
from .disclosure import Place, names_of, places_in, with_places_replaced
from .formats import Format
from .material import Material

Data = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """How a file is wanted: with names, for re-use, and which places found in it are ``left``, and why.

    ``whole``: every place is left, as whoever runs the server may have it. ``unsigned``: names go from quotes
    as well that their speakers approved.
    """

    full: bool = False
    reuse: bool = False
    left: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    unsigned: bool = False


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


@dataclass(frozen=True)
class Look:
    """What a file would hold, the ``places`` to look at first, and the ``approved`` quotes with a name."""

    part: Data
    places: list[Place]
    approved: list[Data]


def looked_through(workshop: Workshop, chosen: Format, wanted: Wanted) -> Look:
    """Return what the file would hold, and what in it should be looked at first."""
    document, approved = _document(workshop, chosen, wanted)
    part, names = chosen.part_of(document), names_of(workshop)
    return Look(part, places_in(part, names, approved), _naming(part, names, approved))


def prepared(workshop: Workshop, chosen: Format, wanted: Wanted) -> Prepared:
    """Return what the file is written from: each place is replaced unless it is wanted as it is."""
    (document, approved), names = _document(workshop, chosen, wanted), names_of(workshop)
    kept = {place.key: "" for place in places_in(document, names)} if wanted.whole else wanted.left
    found = with_places_replaced(document, names, kept, approved)
    document = found.document
    inside = [place for place in found.places if place.part in chosen.part_of(document)]
    left = [place for place in inside if place.key in kept]
    replaced = len(inside) - len(left)
    counted = {"removed": replaced, "left": len(left)}
    counted["approved"] = len(_naming(chosen.part_of(document), names, approved))
    notes = notes_of(document, full=wanted.full, reuse=wanted.reuse, **counted)
    return Prepared(Material(workshop, {**document, "note": notes}, found.said), replaced, left, notes)


def _document(workshop: Workshop, chosen: Format, wanted: Wanted) -> tuple[Data, frozenset[str]]:
    """Return what a file is read from, and which quotes in it stand as they were approved."""
    document = chosen.document(workshop, reuse=wanted.reuse)
    if wanted.reuse:
        document["quotes"] = []
    as_approved = not (wanted.unsigned or wanted.whole)
    approved = approved_in(document) if as_approved else frozenset[str]()
    return document if wanted.full else without_names(document, approved), approved


def _naming(part: Data, names: Names, approved: frozenset[str]) -> list[Data]:
    """Return the approved quotes in a file that have a name in them, an address or a number."""
    quotes = [each for each in part.get("quotes", ()) if each["uid"] in approved]
    found = {place.row for place in places_in({"quotes": quotes}, names)}
    return [each for each in quotes if each["named"] or each["uid"] in found]
