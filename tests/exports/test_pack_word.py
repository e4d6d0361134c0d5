"""The pack as a Word file: headings, table heads, named fields with their codes, and the same bytes again."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from docx.oxml.ns import qn

from tests.filling import fields_of, filled_in, opened, pack_of, plain_pack, read
from tests.odd import ODD
from tests.support import make_house
from workshop.actions.remarks import save_remark
from workshop.actions.sort import place_card
from workshop.analysis.anchors import anchors_in
from workshop.exports.packs.content import Way
from workshop.exports.packs.word.file import pack_docx
from workshop.models import clean_text

FIELDS = [f"{letter}{n}" for letter in "CPNW" for n in range(1, 7)]
FIELDS += [f"{letter}{n}" for letter in "BDREGF" for n in (1, 2)] + ["A1", "Q1", "K1"]


@pytest.mark.parametrize("large", [False, True])
def test_each_thing_to_fill_in_is_a_field_with_a_name_and_its_code_is_printed_once(large: bool) -> None:
    content = pack_docx(plain_pack(), large=large)
    assert content == pack_docx(plain_pack(), large=large)
    document = opened(content)
    fields = fields_of(document)
    assert sorted(fields) == sorted(FIELDS)
    names = [each.find(f".//{qn('w:alias')}").get(qn("w:val")) for each in fields.values()]
    assert len(set(names)) == len(names)
    assert len({each.find(f".//{qn('w:id')}").get(qn("w:val")) for each in fields.values()}) == len(names)
    words = "\n".join(each.text or "" for each in document.element.body.iter(qn("w:t")))
    assert sorted(str(anchor) for anchor, *_at in anchors_in(words)) == sorted(FIELDS)


def test_headings_skip_no_level_and_the_head_of_the_table_is_one() -> None:
    document = opened(pack_docx(plain_pack()))
    names = [each.style.name for each in document.paragraphs if each.style]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before < 2 for before, after in pairwise(levels))
    assert names[0] == "Title"
    assert document.core_properties.language == "en-GB"
    [table] = document.tables
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert next(cell.text for cell in table.rows[0].cells) == "Card"
    assert [each for each in document.paragraphs if not (each.text or list(each._p.iter(qn("w:sdt"))))] == []


def test_large_print_is_of_eighteen_points_and_has_no_narrow_columns() -> None:
    document = opened(pack_docx(plain_pack(), large=True))
    assert document.styles["Normal"].font.size.pt == 18
    assert document.styles["Answer"].font.size.pt == 18
    assert document.tables == []


def test_the_way_back_is_a_link_of_its_person_or_a_code_for_anybody() -> None:
    own = opened(pack_docx(replace(plain_pack(), way=Way("https://x.example/link/abc/", "Scan this"))))
    words = "\n".join(each.text or "" for each in own.element.body.iter(qn("w:t")))
    assert "https://x.example/link/abc/" in words
    assert "Scan" not in words
    way = Way("https://x.example/join/#KITE", "Scan", "x.example/join", "KITE 4827")
    anybodys = opened(pack_docx(replace(plain_pack(), way=way)))
    words = "\n".join(each.text or "" for each in anybodys.element.body.iter(qn("w:t")))
    assert "x.example/join, with the code KITE 4827" in words


@pytest.mark.django_db
def test_ones_own_copy_has_what_one_wrote_and_chose_and_one_for_somebody_does_not() -> None:
    house = make_house()
    odd = clean_text("\n".join(ODD.values()))[:4000].strip()
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), odd, 0)
    place_card(house.ada, house.pack, house.cards[1], "unplaced", reason="not sure")
    held = {}
    for by in (house.ada, house.fay):
        fields = fields_of(opened(pack_docx(pack_of(house.ada, by))))
        held[by.pk] = {code: text_of(each) for code, each in fields.items()}
    assert held[house.ada.pk]["C1"] == odd
    assert (held[house.ada.pk]["P2"], held[house.ada.pk]["W2"]) == ("Not placed", "not sure")
    assert set(held[house.fay.pk].values()) == {"‹write here›", "‹choose›", "‹number›"}


def text_of(field: Any) -> str:
    """Return what a field says, with its lines."""
    parts = field.find(qn("w:sdtContent")).iter(qn("w:t"), qn("w:br"))
    return "".join("\n" if each.tag == qn("w:br") else each.text or "" for each in parts)


def test_names_and_options_are_no_longer_than_word_takes_and_are_read_in_full() -> None:
    long = [
        ("a", "May be quoted, " * 30 + "with my name"),
        ("b", "May be quoted, " * 30 + "without it"),
        ("c", "No " * 99),
    ]
    asked = replace(plain_pack().agreements[0], text="Do you agree? " * 20, options=long)
    pack = replace(plain_pack(), agreements=[asked])
    field = fields_of(opened(content := pack_docx(pack)))["K1"]
    assert len(field.find(f".//{qn('w:alias')}").get(qn("w:val"))) <= 64
    assert max(len(each.get(qn("w:displayText"))) for each in field.iter(qn("w:listItem"))) <= 250
    for chosen, value in ((long[0][1], "a"), (long[1][1], "b"), ("no " * 99, "c")):
        assert read(filled_in(content, {"K1": chosen}), pack).answers == {"K1": value}
    assert read(filled_in(content, {"K1": long[0][1][:249] + "…"}), pack).answers == {}  # either of two


def test_it_says_where_people_meet_and_nothing_of_it_where_nobody_knows() -> None:
    lines = [each.text for each in opened(pack_docx(replace(plain_pack(), where="Room 4"))).paragraphs]
    assert "Where we meet: Room 4" in lines
    assert not any("Where we" in each.text for each in opened(pack_docx(plain_pack())).paragraphs)
