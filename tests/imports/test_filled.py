"""A filled pack is read back as far as is certain, whatever a word processor or a person made of the file."""

from dataclasses import replace

import pytest

from tests.filling import READ, filled, pack_of, pasted, read, said, without_fields
from tests.odd import ODD
from tests.support import House, make_house
from workshop.exports.packs.content import Pack, Way
from workshop.models import clean_text

pytestmark = pytest.mark.django_db
WORDS = [clean_text(each) for each in ODD.values() if clean_text(each)]


@pytest.fixture
def house() -> House:
    return make_house(agreed=False)


@pytest.fixture
def pack(house: House) -> Pack:
    return pack_of(house.ada)


def expected() -> dict[str, str]:
    return said() | READ


@pytest.mark.parametrize("large", [False, True])
def test_what_was_filled_in_is_read_back_and_nothing_else(house: House, pack: Pack, large: bool) -> None:
    found = read(filled(pack, said(), large=large), pack)
    assert (found.answers, found.rest, found.twice) == (expected(), [], [])


@pytest.mark.parametrize("large", [False, True])
def test_a_file_without_its_fields_is_read_by_its_codes(house: House, pack: Pack, large: bool) -> None:
    found = read(without_fields(filled(pack, said(), large=large)), pack)
    assert (found.answers, found.rest, found.twice) == (expected(), [], [])


def test_a_pack_pasted_into_a_fresh_document_is_read_by_its_codes(house: House, pack: Pack) -> None:
    one_line = {code: words.replace("\n", " ") for code, words in said().items()}
    found = read(pasted(filled(pack, one_line)), pack)
    assert (found.answers, found.rest, found.twice) == (one_line | READ, [], [])


def test_an_empty_pack_says_nothing(pack: Pack) -> None:
    for content in (filled(pack, {}), without_fields(filled(pack, {})), pasted(filled(pack, {}))):
        found = read(content, pack)
        assert (found.answers, found.rest, found.twice) == ({}, [], [])


@pytest.mark.parametrize("at", range(0, len(WORDS), 7))
def test_no_odd_character_is_lost(pack: Pack, at: int) -> None:
    codes = ["C1", "C2", "C3", "D1", "W4", "A1", "D2"]
    words = dict(zip(codes, WORDS[at : at + 7], strict=False))
    content = filled(pack, words)
    for each in (content, without_fields(content)):
        found = read(each, pack)
        assert {code: clean_text(text) for code, text in found.answers.items()} == words
        assert found.rest == []


LINK = Way("https://roundel.example.org/link/Zq-1_x/", "Scan this")
CODE = Way("https://roundel.example.org/join/", "Scan this", "roundel.example.org/join", "KTRB 7MWX")


@pytest.mark.parametrize("way", [LINK, CODE])
def test_the_way_to_the_web_that_a_copy_prints_is_no_answer(pack: Pack, way: Way) -> None:
    content = filled(replace(pack, way=way), said())
    for each in (content, without_fields(content)):
        found = read(each, pack)
        assert (found.answers, found.rest, found.twice) == (expected(), [], [])
