"""Filled packs, re-typed, re-ordered or changed: what is certain is read, and the rest is quoted."""

from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.filling import fields_of, filled, opened, plain_pack, read, saved, without_fields, write_in
from workshop.exports.packs.content import Pack
from workshop.imports.filled.parts import Rest
from workshop.imports.filled.word import read_word

NS = f'{nsdecls("w")} xmlns:wps="urn:wps" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.fixture(scope="module")
def pack() -> Pack:
    return plain_pack()


def typed(*lines: str) -> bytes:
    """Return a document that somebody typed, a paragraph for each line."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def with_run(xml: str) -> bytes:
    """Return a document with one answer, made of some WordprocessingML."""
    document = Document()
    document.add_paragraph("Your comment on card 1 [C1]")
    document.element.body[-1].addprevious(parse_xml(f"<w:p {NS}>{xml}</w:p>"))
    return saved(document)


def test_of_tracked_changes_what_was_inserted_is_taken_and_what_was_deleted_is_left(pack: Pack) -> None:
    found = read(
        with_run(
            '<w:r><w:t xml:space="preserve">We </w:t></w:r><w:ins w:id="1"><w:r><w:t>do</w:t></w:r></w:ins>'
            '<w:del w:id="2"><w:r><w:delText>never did</w:delText></w:r></w:del>'
            '<w:moveFrom w:id="3"><w:r><w:t>gone</w:t></w:r></w:moveFrom>'
        ),
        pack,
    )
    assert found.answers == {"C1": "We do"}


def test_a_paragraph_mark_that_was_deleted_breaks_no_line(pack: Pack) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    document = opened(with_run(f'{mark}<w:r><w:t xml:space="preserve">one </w:t></w:r>'))
    document.add_paragraph("line")
    assert read(saved(document), pack).answers == {"C1": "one line"}


def test_words_in_a_text_box_are_read_once(pack: Pack) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent>"
    both = f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    found = read(with_run(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"), pack)
    assert found.answers == {"C1": "in a box"}


def test_signs_that_have_no_letter_in_the_file_are_kept(pack: Pack) -> None:
    signs = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t>"
    signs += '<w:sym w:char="2713"/>'
    assert read(with_run(f"<w:r>{signs}</w:r>"), pack).answers == {"C1": "a\tb\u2011c\nd\u2713"}


def test_answers_that_were_typed_anew_are_read_by_their_codes(pack: Pack) -> None:
    found = read(
        typed(
            "my pack",
            "[c 2] Yes, always",
            "and more",
            "[P2] inner",
            "[P3]  OUTER CIRCLE.",
            "[R1] card 4",
            "[Al] Hi",
        ),
        pack,
    )
    assert found.answers == {
        "C2": "Yes, always\nand more",
        "P2": "inner",
        "P3": "outer",
        "R1": "4",
        "A1": "Hi",
    }
    assert found.rest == [Rest("my pack")]


def test_a_label_without_its_code_is_enough_and_another_one_is_not(pack: Pack) -> None:
    found = read(typed("Your comment  on Card 2", "Certain", "", "Comment on the third", "Not certain"), pack)
    assert found.answers == {"C2": "Certain\n\nComment on the third\nNot certain"}
    found = read(typed("Comment on the third", "Not certain"), pack)
    assert (found.answers, found.rest) == ({}, [Rest("Comment on the third\nNot certain")])


def test_what_is_no_choice_is_quoted_and_not_guessed_at(pack: Pack) -> None:
    found = read(typed("[P1] somewhere in the middle", "[P2] inner or outer", "[P3] inner"), pack)
    assert found.answers == {"P3": "inner"}
    assert found.rest == [Rest("somewhere in the middle", "P1"), Rest("inner or outer", "P2")]


def test_two_answers_in_one_place_are_both_kept_and_of_two_choices_none_is_taken(pack: Pack) -> None:
    document = opened(filled(pack, {"C1": "first", "P1": "Inner circle"}))
    for code, words in (("C1", "second"), ("P1", "Outer circle")):
        again = deepcopy(fields_of(document)[code].getparent())
        fields_of(document)[code].getparent().addnext(again)
        write_in(again.find(qn("w:sdt")), words)
    found = read(saved(document), pack)
    assert (found.answers, found.twice) == ({"C1": "first\n\nsecond"}, ["C1", "P1"])
    assert found.rest == [Rest("Inner circle", "P1"), Rest("Outer circle", "P1")]


def test_what_stands_beside_a_field_that_is_filled_in_is_quoted(pack: Pack) -> None:
    document = opened(filled(pack, {"C1": "in it"}))
    beside = parse_xml(f"<w:p {NS}><w:r><w:t>below it</w:t></w:r></w:p>")
    fields_of(document)["C1"].getparent().addnext(beside)
    found = read(saved(document), pack)
    assert (found.answers, found.rest) == ({"C1": "in it"}, [Rest("below it", "C1")])


def test_a_field_that_was_left_empty_is_answered_by_what_stands_beside_it(pack: Pack) -> None:
    document = opened(filled(pack, {}))
    beside = parse_xml(f"<w:p {NS}><w:r><w:t>below it</w:t></w:r></w:p>")
    fields_of(document)["C1"].getparent().addnext(beside)
    assert read(saved(document), pack).answers == {"C1": "below it"}


def test_cards_in_another_order_keep_their_answers(pack: Pack) -> None:
    for content in (made := filled(pack, {"C1": "one", "C6": "six"}), without_fields(made)):
        document = opened(content)
        body = document.element.body
        headings = [each for each in document.paragraphs if each.text.startswith("Card ")]
        for each in list(headings[5]._p.itersiblings())[:3]:
            headings[0]._p.addprevious(each)
        body.remove(headings[5]._p)
        assert read(saved(document), pack).answers == {"C1": "one", "C6": "six"}


def test_a_card_that_is_gone_takes_no_answer_of_another_card(pack: Pack) -> None:
    fewer = replace(pack, cards=pack.cards[:5])
    for content in (
        made := filled(pack, {"C5": "five", "C6": "six", "P6": "Inner circle"}),
        without_fields(made),
    ):
        found = read(content, fewer)
        assert found.answers == {"C5": "five"}
        assert all(any(words in each.text for each in found.rest) for words in ("six", "Inner circle"))


def test_fields_of_another_program_round_the_text_hide_no_code(pack: Pack) -> None:
    document = opened(without_fields(filled(pack, {"C1": "one", "P2": "Outer circle"})))
    for each in list(document.element.body.iter(qn("w:p"))):
        wrapped = parse_xml(
            f'<w:sdt {NS}><w:sdtPr><w:tag w:val="goog_rdk_1"/></w:sdtPr><w:sdtContent/></w:sdt>'
        )
        each.addprevious(wrapped)
        wrapped[1].append(each)
    assert read(saved(document), pack).answers == {"C1": "one", "P2": "outer"}


def test_what_stands_in_the_margin_is_not_lost() -> None:
    content = BytesIO(typed("[C1] one"))
    with ZipFile(content, "a") as parts:
        parts.writestr(
            "word/comments.xml", f"<w:comments {NS}><w:p><w:r><w:t>a remark</w:t></w:r></w:p></w:comments>"
        )
    assert read_word(content.getvalue())["beside"] == ["a remark"]


def test_what_word_puts_into_a_field_that_was_emptied_is_no_answer_and_what_was_typed_is(pack: Pack) -> None:
    hint = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click or tap here.</w:t></w:r>'
    typed_in = '<w:r><w:t xml:space="preserve"> typed</w:t></w:r>'
    for runs, answers in ((hint, {}), (hint + typed_in, {"C1": "typed"})):
        document = opened(filled(pack, {}))
        content = fields_of(document)["C1"].find(qn("w:sdtContent"))
        for old in list(content):
            content.remove(old)
        content.extend(parse_xml(f"<w:p {NS}>{runs}</w:p>"))
        assert read(saved(document), pack).answers == answers
