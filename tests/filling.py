"""Packs as Word files filled in as a word processor does it, or as somebody who thinks otherwise."""

from collections.abc import Mapping
from io import BytesIO

from docx import Document
from docx.document import Document as Made
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workshop.analysis.anchors import Anchor, What
from workshop.exports.packs.blank_cards import empty_cards
from workshop.exports.packs.content import Agreement, Box, Pack, PackCard
from workshop.exports.packs.places import place_of
from workshop.exports.packs.reading import Copy, read_pack
from workshop.exports.packs.word.file import pack_docx
from workshop.exports.word.elements import run
from workshop.imports.filled.lines import Line, Piece
from workshop.imports.filled.reader import Filled, read_filled
from workshop.imports.filled.slots import slots_of
from workshop.imports.filled.word import read_word
from workshop.models import Seat

YES_NO = [("yes", "Yes"), ("no", "No")]


def pack_of(seat: Seat, by: Seat | None = None) -> Pack:
    """Return the pack that somebody takes, for themselves or for another."""
    return read_pack(Copy(by or seat, seat))


def plain_pack(cards: int = 6) -> Pack:
    """Return a pack that is nobody's, made of nothing but plain data."""
    return Pack(
        **dict.fromkeys("name question instructions when where until".split(), ""),
        code="2345-6789-BCDF",
        language="en-GB",
        of_own=False,
        title="Six tensions",
        steps=["Read each card."],
        promise=[("words", "The group reads what you write.")],
        cards=[_card(n) for n in range(1, cards + 1)],
        blanks=empty_cards(2),
        other=Box(Anchor(What.OTHER, 1), "Anything else we should know"),
        prompts=[Box(Anchor(What.PROMPT, 1), "What helped?")],
        prompts_title="Your account",
        information="Taking part is your choice.",
        sheet=1,
        agreements=[
            Agreement(Anchor(What.CONSENT, 1), "x", "I take part.", [("yes", "Yes"), ("no", "No")], True)
        ],
        reading=None,
        way=None,
    )


def _card(n: int) -> PackCard:
    comment = Box(Anchor(What.COMMENT, n), f"Your comment on card {n}")
    words = (f"Tension {n}", "", f"What card {n} says.", "", "")
    return PackCard(f"key-{n}", n, *words, comment, place_of(None, n, {}))


def opened(content: bytes) -> Made:
    return Document(BytesIO(content))


def saved(document: Made) -> bytes:
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def filled(pack: Pack, answers: Mapping[str, str], *, large: bool = False) -> bytes:
    """Return the file of a pack with words in its fields, by code."""
    return filled_in(pack_docx(pack, large=large), answers)


def filled_in(content: bytes, answers: Mapping[str, str]) -> bytes:
    """Return a file with words in its fields, by code."""
    document = opened(content)
    fields = fields_of(document)
    for code, words in answers.items():
        write_in(fields[code], words)
    return saved(document)


def fields_of(document: Made) -> dict[str, BaseOxmlElement]:
    """Return the fields of a document by code."""
    found = document.element.iter(qn("w:sdt"))
    return {each.find(f".//{qn('w:tag')}").get(qn("w:val")).removeprefix("roundel-"): each for each in found}


def write_in(field: BaseOxmlElement, words: str) -> None:
    """Write in a field, as Word does: what it says while it is empty goes."""
    content, properties = field.find(qn("w:sdtContent")), field.find(qn("w:sdtPr"))
    for old in [*content, *properties.findall(qn("w:showingPlcHdr"))]:
        old.getparent().remove(old)
    content.append(run(words))


def without_fields(content: bytes) -> bytes:
    """Return a file whose fields are gone and their words kept, as many programs save it."""
    document = opened(content)
    for field in list(document.element.iter(qn("w:sdt"))):
        for each in list(field.find(qn("w:sdtContent"))):
            field.addprevious(each)
        field.getparent().remove(field)
    return saved(document)


def pasted(content: bytes) -> bytes:
    """Return the words of a file in a fresh document, a paragraph for each of its own, in plain text."""
    old, fresh = opened(without_fields(content)), Document()
    for paragraph in old.element.body.iter(qn("w:p")):
        fresh.add_paragraph("".join(each.text or "" for each in paragraph.iter(qn("w:t"))))
    return saved(fresh)


def read(content: bytes, pack: Pack) -> Filled:
    """Return what a file says, read in this process."""
    lines = [
        Line(each["cell"], each["heading"], [Piece(**piece) for piece in each["pieces"]])
        for each in read_word(content)["lines"]
    ]
    return read_filled(lines, slots_of(pack))


def said() -> dict[str, str]:
    """Return answers to everything that a pack asks, by code, as they are read again."""
    return {
        "C1": "It rings true.\n\nBut “trust” takes time – [C5] shows it.",
        "P1": "Inner circle",
        "N1": "2",
        "P2": "Not placed",
        "W2": "It depends, on the day",
        "B1": "Patience",
        "D1": "Nobody has it;\nall want it",
        "R1": "It re-phrases card 3",
        "E1": "Outer circle",
        "G1": "1",
        "A1": "See you there",
    }


READ = {"P1": "inner", "P2": "unplaced", "R1": "3", "E1": "outer"}
