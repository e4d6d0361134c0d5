"""A project for qualitative software: valid, coded where the record knows, and true to the promise."""

import io
import zipfile
from typing import Any

import pytest
from lxml import etree

from tests.exports.played import played
from tests.exports.test_document import CANARY, filled
from tests.exports.test_odd import WORDS, odd
from tests.support import House, make_house
from tests.test_vendor import ROOT
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.exports.document import document_of
from workshop.exports.material import material_of
from workshop.exports.qdpx import QDPX
from workshop.exports.tables.cards import CARDS
from workshop.exports.tables.kit import Cards
from workshop.exports.tables.kit import filled as filled_table
from workshop.models.pack import own_pack

__all__ = ["odd"]
pytestmark = pytest.mark.django_db
SCHEMA = etree.XMLSchema(etree.parse(ROOT / "tests/vendor/refi-qda/Project.xsd"))
SPACE = {"q": "urn:QDA-XML:project:1.0"}


def project(house: House) -> tuple[Any, dict[str, str]]:
    """Return the project of a workshop, which keeps to the official schema, and its texts by file name."""
    file = zipfile.ZipFile(io.BytesIO(QDPX.write(material_of(house.workshop))))
    tree = etree.fromstring(file.read("project.qde"))
    SCHEMA.assertValid(tree)
    names = [name for name in file.namelist() if name.startswith("sources/")]
    return tree, {name.removeprefix("sources/"): file.read(name).decode() for name in names}


def said(tree: Any, texts: dict[str, str]) -> list[str]:
    """Return each text in the order of the project."""
    paths = tree.xpath("//q:TextSource/@plainTextPath", namespaces=SPACE)
    return [texts[path.removeprefix("internal://")] for path in paths]


def codes_of(tree: Any, source: Any) -> list[str]:
    names = {each.get("guid"): each.get("name") for each in tree.xpath("//q:Code", namespaces=SPACE)}
    return [names[each] for each in source.xpath(".//q:CodeRef/@targetGUID", namespaces=SPACE)]


def test_a_comment_is_a_source_that_its_card_its_circle_and_its_author_hold_already() -> None:
    tree, texts = project(filled())
    assert said(tree, texts) == [CANARY, "Not mine"]
    first = tree.xpath("//q:TextSource", namespaces=SPACE)[0]
    card = "1. Idealistic, tokenistic vs realistic narratives"
    assert first.get("name") == f"{card} · Ada · in the pack"
    assert codes_of(tree, first) == [card, "From the pack", "Inner circle"]
    (ada,) = tree.xpath("//q:Case[@name='Ada']", namespaces=SPACE)
    assert ada.xpath("q:SourceRef/@targetGUID", namespaces=SPACE)[0] == first.get("guid")
    assert len(tree.xpath("//q:Case", namespaces=SPACE)) == 5
    assert tree.xpath("//q:Set[starts-with(@name, '1.')]/q:MemberSource", namespaces=SPACE)


def test_what_is_coded_runs_from_the_first_character_to_the_last(odd: House) -> None:
    tree, texts = project(odd)
    assert set(WORDS.values()) <= set(said(tree, texts))
    for source in tree.xpath("//q:TextSource", namespaces=SPACE):
        text = texts[source.get("plainTextPath").removeprefix("internal://")]
        (whole,) = source.xpath("q:PlainTextSelection", namespaces=SPACE)
        assert (whole.get("startPosition"), int(whole.get("endPosition"))) == ("0", len(text))


def test_no_id_is_given_twice_and_each_that_is_referred_to_is_there(odd: House) -> None:
    tree, _texts = project(odd)
    ids = tree.xpath("//@guid")
    assert len(ids) == len(set(ids))
    assert set(tree.xpath("//@targetGUID | //@creatingUser")) <= set(ids)
    names = tree.xpath("//q:TextSource/@name", namespaces=SPACE)
    assert len(names) == len(set(names)) > 1


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_where_names_are_hidden_no_text_has_an_author_or_a_circle(promise: str) -> None:
    tree, texts = project(filled(promise))
    assert CANARY in said(tree, texts)
    assert not tree.xpath("//q:SourceRef", namespaces=SPACE)
    assert {name for name in tree.xpath("//q:Code/@name", namespaces=SPACE) if "ircle" in name} == set()


def test_before_the_reveal_no_circle_is_told() -> None:
    tree, _texts = project(filled(reveal=False))
    assert not tree.xpath("//q:Code[contains(@name, 'Round')]", namespaces=SPACE)


def test_the_same_state_gives_the_same_bytes() -> None:
    house = filled()
    assert QDPX.write(material_of(house.workshop)) == QDPX.write(material_of(house.workshop))


def test_the_code_of_a_merged_card_says_where_what_was_written_before_is() -> None:
    tree, _texts = project(played())
    code = tree.xpath("//q:Code[starts-with(@name, '8.')]/q:Description/text()", namespaces=SPACE)[0]
    assert "It came from “4. Research vs non-research activities”, “5. Traditional" in code
    assert "coded to them" in code
    first = tree.xpath("//q:Code[starts-with(@name, '1.')]/q:Description/text()", namespaces=SPACE)[0]
    assert "came from" not in first


def test_blank_cards_of_one_title_are_told_apart_in_the_same_way_in_every_file() -> None:
    house = make_house()
    for seat in house.leaders[:2]:
        save_blank(seat, own_pack(seat).places[0].uid, 0, BlankWords("Trust", "", ""))
    tree, _texts = project(house)
    names = tree.xpath("//q:Code[starts-with(@name, 'Blank card')]/@name", namespaces=SPACE)
    assert names == ["Blank card: Trust (1)", "Blank card: Trust (2)"]
    document = document_of(house.workshop)
    cards = Cards(document)
    blanks = [card["uid"] for card in document["cards"] if card["number"] is None]
    assert [cards.label(uid) for uid in blanks] == ["Trust (1)", "Trust (2)"]
    told = filled_table(CARDS, document, cards)
    at = [column.key for column in told.columns].index("called")
    assert [row[at] for row in told.rows if row[at]] == ["Trust (1)", "Trust (2)"]
