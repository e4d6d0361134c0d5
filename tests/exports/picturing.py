"""Pictures to be looked at by a test: of any tallies, and without a database."""

import re
from collections.abc import Iterable
from dataclasses import replace
from xml.etree import ElementTree as ET

from workshop.analysis.spectrum import spread
from workshop.analysis.tallies import PollTally, SortTally, in_order
from workshop.exports.material import Material
from workshop.exports.pictures.picture import Picture
from workshop.models import Round, Workshop
from workshop.models.counting import Answered, Face, PollResult, SortResult
from workshop.models.outcomes import Outcome
from workshop.models.slopes import Course, courses_of
from workshop.models.spectrum import Poles, SpectrumResult

SVG = "{http://www.w3.org/2000/svg}"
SIZES = [(1, 1), (3, 6), (12, 6), (30, 15), (31, 6), (1000, 15), (12, 1)]  # people, cards
DRAWN = {"svg", "title", "desc", "style", "rect", "circle", "path", "line", "text", "g"}
REACHES_OUT = re.compile(r"var\(|url\(|@import|//|javascript|\bon[a-z]+=")


def material(title: str = "Six tensions") -> Material:
    """Return what a picture says its workshop by."""
    return Material(Workshop(title=title), {"workshop": {"title": title}})


def faces(cards: int, title: str = "Power differences and reciprocity") -> list[Face]:
    return [Face(f"key-{n}", str(n), title, title if n % 2 else "") for n in range(1, cards + 1)]


def outcome(kind: str, people: int) -> Outcome:
    return Outcome(
        Round(number=1, kind=kind, state=Round.State.REVEALED, workshop=Workshop()), Answered(people, people)
    )


def sort_of(people: int, cards: int, title: str = "Power") -> SortResult:
    """Return a sort in which each card was placed in another way."""
    rows = []
    for n, face in enumerate(faces(cards, title)):
        inner = people * n // max(cards - 1, 1)
        outer = (people - inner) // 2
        rows.append((face, SortTally(inner, outer, people - inner - outer, 0, people)))
    return SortResult(rows, people)


def poll_of(people: int, cards: int, title: str = "Power") -> PollResult:
    """Return a poll in which each card was nominated by another number."""
    by = {face: people * n // cards for n, face in enumerate(faces(cards, title))}
    found = [(each.card, each.count) for each in in_order(by) if isinstance(each.card, Face)]
    return PollResult(found, PollTally({face.key: n for face, n in found}, people, 0), 3)


def standing_alone(picture: Picture) -> ET.Element:
    """Return the picture's document, which needs nothing else and says what it shows."""
    root = ET.fromstring(picture.svg)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= DRAWN
    assert picture.svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    said = [f"{name}={value}" for each in root.iter() for name, value in each.attrib.items()]
    assert not REACHES_OUT.search(" ".join([*said, root.findtext(f"{SVG}style") or ""]))
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc") == " ".join(picture.alt.split())
    assert (float(root.attrib["width"]), float(root.attrib["height"])) == (picture.width, picture.height)
    assert all(len(row) == len(picture.table.head) for row in picture.table.rows)
    return root


def written(root: ET.Element) -> Iterable[ET.Element]:
    """Return every line that is written on a picture."""
    return root.iter(f"{SVG}text")


def spectrum_of_people(people: int, cards: int, title: str) -> SpectrumResult:
    """Return a spectrum in which everybody wants to move, more or less."""
    pairs = [(n % 60, 40 + n % 60) for n in range(people)]
    poles = [
        Poles(face.key, face.label, face.title, face.short_title, title, title)
        for face in faces(cards, title)
    ]
    return SpectrumResult([(each, spread(pairs)) for each in poles], people)


def course_of(sort: SortResult, poll: PollResult) -> Course:
    """Return a course of a sort, a poll and a sort, the last without the first card."""
    later = SortResult(sort.rows[1:] or sort.rows, sort.people)
    kinds = (("sort", {"sort": sort}), ("poll", {"poll": poll}), ("sort", {"sort": later}))
    found = [replace(outcome(kind, sort.people), **result) for kind, result in kinds]
    return courses_of(found)[0]


def with_ballots(people: int, cards: int, title: str) -> Material:
    """Return material whose document has a ballot of each person, all of them called by the title."""
    zones = ("inner", "outer", "unplaced", "")
    ballots = [
        {
            "seat": f"P{n}",
            "marks": [{"card": f"key-{c}", "zone": zones[(n + c) % 4]} for c in range(1, cards + 1)],
        }
        for n in range(people)
    ]
    seats = [{"pseudonym": f"P{n}", "name": title} for n in range(people)]
    document = {"workshop": {"title": title}, "seats": seats, "rounds": [{"number": 1, "ballots": ballots}]}
    return Material(Workshop(title=title), document)
