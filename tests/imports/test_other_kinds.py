"""Another kind of file than the one that is wanted is called by its name, and the right one is named."""

import io
import json
import zipfile
from typing import Any

import pytest

from tests.support import make_house
from workshop.exports.document import document_of
from workshop.exports.json_whole import json_of
from workshop.imports.reading import read_document
from workshop.imports.schema import MOST
from workshop.imports.sent_templates import template_in
from workshop.imports.wholes import opened
from workshop.models import Invalid

pytestmark = pytest.mark.django_db


def zipped(*names: str) -> bytes:
    """Return a ZIP with empty files of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in names:
            package.writestr(name, "")
    return made.getvalue()


def refused(content: bytes) -> str:
    """Return why a file is no workshop."""
    with pytest.raises(Invalid) as why:
        opened(content)
    return why.value.message


KINDS = [
    (zipped("[Content_Types].xml", "word/document.xml"), "This is a Word document"),
    (zipped("xl/workbook.xml"), "This is an Excel workbook"),
    (zipped("project.qde"), "This is a project for qualitative software (QDPX)"),
    (zipped("README.txt"), "This is a ZIP file"),
    (b"PK\x03\x04cut short", "This is a ZIP file"),
    (b"\x89PNG\r\n\x1a\n" + b"[" * 99, "This is a picture"),
    (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF"),
    (b"\n<!DOCTYPE html><html>", "This is a web page"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is a document of an old Office program"),
]


@pytest.mark.parametrize(("content", "says"), KINDS)
def test_a_file_of_another_kind_is_named_and_the_right_one_with_it(content: bytes, says: str) -> None:
    said = refused(content)
    assert said.startswith(says)
    assert "Choose Everything (JSON)" in said
    assert "Results, Take the results away" in said


def test_who_sends_the_research_bundle_is_told_what_to_take_out_of_it() -> None:
    said = refused(zipped("README.txt", "workshop.json"))
    assert "research bundle" in said
    assert "Unpack it" in said


def test_an_empty_file_is_called_empty_also_by_the_command() -> None:
    assert refused(b"").startswith("The file is empty.")


def test_a_picture_is_no_template_either() -> None:
    with pytest.raises(Invalid, match="This is a picture"):
        template_in(b"\x89PNG\r\n\x1a\n")


def test_each_wrong_place_is_named_not_the_first_alone() -> None:
    document: dict[str, Any] = json.loads(json_of(document_of(make_house().workshop)))
    document["seats"][1]["role"] = "boss"
    document["cards"][0]["number"] = "one"
    del document["workshop"]["title"]
    said = refused(json.dumps(document).encode())
    for place in ("At seats, row 2, role:", "At cards, row 1, number:", "At workshop, title:"):
        assert said.count(place) == 1
    assert "There may be more" not in said


def test_of_very_many_wrong_places_some_are_named() -> None:
    document: dict[str, Any] = json.loads(json_of(document_of(make_house().workshop)))
    document["cards"] = [dict(document["cards"][0], number="one") for _n in range(50)]
    said = refused(json.dumps(document).encode())
    assert said.count("At cards, row") == MOST
    assert "There may be more." in said


def test_a_byte_order_mark_is_still_no_fault() -> None:
    content = json_of(document_of(make_house().workshop))
    assert read_document(b"\xef\xbb\xbf" + content)["format"] == "roundel-workshop"
