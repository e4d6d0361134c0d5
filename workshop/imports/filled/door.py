"""A filled pack that somebody sent: read in a process of its own, understood as far as is certain."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workshop.exports.packs.content import Pack
from workshop.exports.packs.whose import Codes
from workshop.exports.packs.word.body import code_line
from workshop.imports.apart import read_apart
from workshop.imports.wrong import Wrong
from workshop.models import Invalid, Seat
from workshop.models.languages import in_english

from .lines import Line, Piece
from .package import BYTES
from .parts import Rest
from .reader import Filled, read_filled
from .sentences import refusal
from .slots import plain, slots_of

CODE = re.compile(
    r"\b[0-9A-Z]{4}[-\u2010-\u2015\u2212 ][0-9A-Z]{4}[-\u2010-\u2015\u2212 ][0-9A-Z]{4}\b", re.IGNORECASE
)


class Whose(StrEnum):
    """Whose file it is, by its code."""

    THEIRS = "theirs"  # or a copy for anybody of this workshop
    OTHERS = "others"  # of somebody else in this workshop
    ELSEWHERE = "elsewhere"  # of no workshop that this server knows by this code
    UNKNOWN = "unknown"  # it has no code


@dataclass(frozen=True)
class Read:
    """What a file says, whose it is, and whether it was made when the pack asked the same as now.

    ``beside``: words in its margin and its notes, of which it is never certain where they belong.
    """

    filled: Filled
    whose: Whose
    is_newest: bool


def filled_of_file(content: bytes, seat: Seat, pack: Pack) -> Read:
    """Return what a Word file says that was sent for a seat, whose pack is given.

    Raises:
        Invalid: it is too large, or no Word file. Closed: other files are being read just now.
    """
    if len(content) > BYTES:
        raise refusal(Wrong("too_many_bytes", most=BYTES // 1024 // 1024))
    try:
        read = read_apart("filled.word", content)
    except Wrong as wrong:
        raise _of_a_pack(wrong) from wrong
    lines = [_line(each) for each in read["lines"]]
    with in_english():
        filled = read_filled(lines, slots_of(pack))
    filled.rest += [Rest(each) for each in read["beside"]]
    with in_english():
        whose, is_newest = _whose(lines, seat, pack)
    if not is_newest:
        filled.doubt({str(box.code) for box in pack.prompts})
    return Read(filled, whose, is_newest)


def _of_a_pack(wrong: Wrong) -> Invalid:
    return refusal(Wrong("filled_too_much") if wrong.code == "too_much" else wrong)


def _line(data: dict[str, Any]) -> Line:
    return Line(data["cell"], data["heading"], [Piece(**piece) for piece in data["pieces"]])


def _whose(lines: Iterable[Line], seat: Seat, pack: Pack) -> tuple[Whose, bool]:
    """Return whose a file is by the codes in it, and whether it is of what is asked now."""
    label, strange, codes = plain(code_line()), False, Codes(seat.workshop)
    for line in lines:
        text = "".join(piece.text for piece in line.pieces if not piece.code)
        found = CODE.findall(text)
        for known in filter(None, map(codes.read, found)):
            if known.seat in (None, seat):
                return Whose.THEIRS, known.asked_as(pack.code)
            return Whose.OTHERS, True
        strange = strange or bool(found and plain(text).startswith(label))
    return (Whose.ELSEWHERE if strange else Whose.UNKNOWN), True
