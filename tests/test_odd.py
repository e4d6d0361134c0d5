"""`clean_text`: the one door for words, on odd strings and on any; both databases give back what it says."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.odd import ODD
from tests.support import make_house
from workshop.analysis.lines import wholes
from workshop.models import Remark, clean_line, clean_text
from workshop.models.text import STACK, UNWANTED, beginning

GOLDEN = Path(__file__).parent / "odd_golden.json"  # what each odd string becomes: the same on every database
SPICE = st.sampled_from("".join(ODD.values()))
ANY = st.text(st.one_of(st.characters(exclude_categories=()), SPICE), max_size=120)


def longest_stack(text: str) -> int:
    most = stack = 0
    for letter in text:
        stack = stack + 1 if unicodedata.category(letter)[0] == "M" else stack * (letter == "\u200d")
        most = max(most, stack)
    return most


@given(ANY)
def test_any_text_is_clean_after_one_time(value: str) -> None:
    text = clean_text(value)
    assert clean_text(text) == text
    assert clean_text(clean_line(value)) == clean_line(value)
    assert unicodedata.is_normalized("NFC", text)
    assert not UNWANTED.search(text)
    assert text == text.strip()
    assert longest_stack(text) <= STACK
    assert len(text) <= len(unicodedata.normalize("NFC", value))
    text.encode()  # nothing that UTF-8 cannot say


@given(ANY, st.integers(1, 40))
def test_any_text_is_cut_between_what_readers_see_as_characters(value: str, most: int) -> None:
    text = clean_text(value)
    short = beginning(text, most)
    assert len(list(wholes(short))) <= most
    assert short == text or list(wholes(text))[: most - 1] == list(wholes(short.removesuffix("…")))


@pytest.mark.parametrize("name", ODD)
def test_each_odd_string_becomes_what_is_written_down(name: str) -> None:
    assert clean_text(ODD[name]) == json.loads(GOLDEN.read_text(encoding="utf-8"))[name]


@pytest.mark.django_db
def test_the_database_gives_back_what_the_door_let_in() -> None:
    house = make_house()
    remark = Remark(workshop=house.workshop, seat=house.ada, prompt=house.cards[0].prompts.get())
    for name, value in ODD.items():
        remark.body = value
        remark.save()
        assert Remark.objects.get(pk=remark.pk).body == clean_text(value), name
        Remark.objects.filter(pk=remark.pk).update(body=value)
        assert Remark.objects.get(pk=remark.pk).body == clean_text(value), name


def test_what_shows_nothing_is_nothing() -> None:
    assert clean_text(ODD["invisible alone"]) == clean_text(ODD["space alone"]) == ""
    assert clean_text("\u200bx") != ""


def test_real_writing_stays_whole() -> None:
    for name in ("emoji", "right to left", "composed", "indic"):
        assert clean_text(ODD[name]) == unicodedata.normalize("NFC", ODD[name]), name
