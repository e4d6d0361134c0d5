"""A hand-typed file: what belongs nowhere keeps its code and its order; part of an option is that option."""

from dataclasses import replace

import pytest

from tests.filling import plain_pack, read
from tests.imports.test_filled_variants import typed
from workshop.exports.packs.content import Agreement
from workshop.imports.filled.parts import Rest
from workshop.imports.filled.slots import Slot, chosen, slots_of
from workshop.models.consents import NAMED, NONE, UNNAMED

QUOTING = (
    (NAMED, "My words may be quoted in reports and papers with my name."),
    (UNNAMED, "My words may be quoted in reports and papers without my name."),
    (NONE, "My words may not be quoted."),
)


def slot(*options: tuple[str, str]) -> Slot:
    code = plain_pack().agreements[0].code
    return Slot(code, "May your words be quoted?", options)


def test_each_line_that_belongs_nowhere_has_its_code_and_its_turn_in_the_file() -> None:
    lines = [
        "Hello",
        "[C9] a card that is not there",
        "Regards, Ben",
        "[P1] nowhere",
        "[C1] mine",
        "[B7] no such",
    ]
    found = read(typed(*lines), plain_pack())
    assert found.answers == {"C1": "mine"}
    assert found.rest == [
        Rest("Hello"),
        Rest("a card that is not there", "C9"),
        Rest("Regards, Ben"),
        Rest("nowhere", "P1"),
        Rest("no such", "B7"),
    ]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("without my name", UNNAMED),
        ("With my name.", NAMED),
        ("may not be quoted", NONE),
        ("my name", None),  # two options end so
        ("be quoted", None),  # another option has it too, and what is left out says not
        ("My words may", None),
        ("out my name", None),
    ],
)
def test_the_beginning_or_the_end_of_one_option_is_that_option(said: str, value: str | None) -> None:
    assert chosen(slot(*QUOTING), said) == value


def test_what_leaves_out_a_no_is_no_choice() -> None:
    places = (("inner", "Inner circle"), ("outer", "Outer circle"), ("unplaced", "Not placed"))
    said = ["inner", "outer", "circle", "placed", "not"]
    assert [chosen(slot(*places), each) for each in said] == ["inner", "outer", None, None, "unplaced"]


def test_part_of_an_option_is_read_behind_its_code() -> None:
    asked = Agreement(plain_pack().agreements[0].code, "quote", "May your words be quoted?", QUOTING)
    pack = replace(plain_pack(), agreements=[asked])
    assert read(typed("[K1] without my name"), pack).answers == {"K1": UNNAMED}


def test_files_that_were_taken_before_a_blank_card_added_a_new_card_are_read() -> None:
    does = slots_of(plain_pack()).slots["R1"]
    assert [chosen(does, each) for each in ("It adds a new tension", "It adds a new card")] == ["new", "new"]
