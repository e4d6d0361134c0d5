"""A hostile file costs the server no more than its length: what is done with its lines is linear."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils.crypto import salted_hmac

from tests.filling import pack_of, plain_pack
from tests.imports.test_filled_refused import W, refused_as, with_document
from tests.support import make_house
from workshop.exports.packs import whose
from workshop.imports.filled import door, parts, reader
from workshop.imports.filled.door import Whose, filled_of_file
from workshop.imports.filled.lines import Line, Piece
from workshop.imports.filled.reader import read_filled
from workshop.imports.filled.slots import plain, slots_of
from workshop.imports.filled.word import PIECES, read_word

pytestmark = pytest.mark.django_db
MANY = 2000


class Walked(list[Piece]):
    """Pieces that count how often one of them is looked at."""

    steps = 0

    def __iter__(self) -> Iterator[Piece]:
        for each in super().__iter__():
            self.steps += 1
            yield each


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many characters are compared, each time that words are."""
    found: list[int] = []
    for module in (parts, reader):
        monkeypatch.setattr(module, "plain", _counting(found))
    return found


def _counting(found: list[int]) -> Callable[[str], str]:
    def counting(text: str) -> str:
        found.append(len(text))
        return plain(text)

    return counting


def test_pieces_of_a_line_are_walked_a_few_times_however_many_there_are() -> None:
    pieces = Walked()
    for n in range(1, MANY):
        pieces += [Piece("a", "C1", n), Piece("b")]
    read_filled([Line(pieces=pieces)], slots_of(plain_pack()))
    assert pieces.steps < 10 * len(pieces)


def test_codes_of_a_line_are_compared_a_few_times_however_many_there_are(compared: list[int]) -> None:
    text = "x [C1] " * MANY
    read_filled([Line(pieces=[Piece(text)])], slots_of(plain_pack()))
    assert sum(compared) < 30 * len(text)


def test_versions_of_a_choice_are_not_looked_at_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []
    monkeypatch.setattr(reader, "chosen", lambda _slot, text: looks.append(text))
    lines = [Line(pieces=[Piece(f"[R1] {n}")]) for n in range(MANY)]
    found = read_filled(lines, slots_of(plain_pack()))
    assert (looks, "R1" in found.answers) == ([], False)
    words = "\n".join(each.text for each in found.rest).split("\n")
    assert words == [str(n) for n in range(MANY)]
    assert len(found.rest) == reader.PLACES + 1


def test_lines_that_belong_nowhere_are_kept_in_their_order() -> None:
    lines = [Line(pieces=[Piece(text)] if text else []) for text in ("one ", "", "  two", "   ", "three")]
    assert [each.text for each in read_filled(lines, slots_of(plain_pack())).rest] == ["one\n  two\nthree"]


def test_a_line_of_too_many_pieces_is_refused() -> None:
    field = '<sdt><sdtPr><tag val="roundel-C1"/></sdtPr><sdtContent><r><t>a</t></r></sdtContent></sdt>'
    body = f"<p>{(field + '<r><t>b</t></r>') * (PIECES // 2)}<r><t>c</t></r>{field}</p>"
    assert refused_as(with_document(f'<document xmlns="{W}">{body}</document>')) == "filled_too_much"


def test_what_looks_like_a_code_costs_no_look_at_every_seat(monkeypatch: pytest.MonkeyPatch) -> None:
    house = make_house()
    pack, seats, signed = pack_of(house.ada), house.workshop.seats.count(), list[str]()
    monkeypatch.setattr(door, "read_apart", lambda _module, content: read_word(content))

    def counting(salt: str, words: str, **more: Any) -> Any:
        signed.append(words)
        return salted_hmac(salt, words, **more)

    monkeypatch.setattr(whose, "salted_hmac", counting)
    text = "".join(f"<p><r><t>2345-6789-{n:04}</t></r></p>" for n in range(200))
    content = with_document(f'<document xmlns="{W}">{text}</document>')
    assert filled_of_file(content, house.ada, pack).whose == Whose.UNKNOWN
    assert len(signed) == seats + 1
