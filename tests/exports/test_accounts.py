"""What people wrote to open prompts, in every file that facilitators take."""

import io
import json
import zipfile
from typing import Any

import pytest

from tests.exports.books import book_of, rows_of
from tests.prompts import prompted, prompts
from tests.support import House
from workshop.actions.bringing import bring_workshop
from workshop.actions.exports import export_workshop
from workshop.actions.remarks import save_remark
from workshop.exports.registry import FORMATS
from workshop.imports.reading import read_document
from workshop.models import Remark

pytestmark = pytest.mark.django_db
WORDS = "It began in Leeds"


@pytest.fixture
def house() -> House:
    house = prompted(account_title="Your story-line")
    for prompt, words in zip(prompts(house), (WORDS, "Between us"), strict=True):
        save_remark(house.ada, prompt, words, 0)
    return house


def file_of(house: House, kind: str) -> bytes:
    content = export_workshop(house.workshop, kind).content
    assert isinstance(content, bytes)
    return content


def document(house: House) -> dict[str, Any]:
    found = json.loads(file_of(house, "json"))
    assert isinstance(found, dict)
    return found


def test_the_document_has_each_prompt_and_comes_back_from_a_file(house: House) -> None:
    found = document(house)
    assert found["workshop"]["account_title"] == "Your story-line"
    asked = [each for each in found["prompts"] if each["kind"] == "account"]
    assert [(each["heading"], each["private"]) for each in asked] == [("How it began", False), ("", True)]
    again = bring_workshop(read_document(json.dumps(found).encode()), "0" * 64).workshop
    assert again.account_title == "Your story-line"
    prompt = again.prompts.get(heading="How it began")
    assert prompt.hint_lines == ["Who asked you", "What for"]
    assert Remark.objects.get(prompt=prompt).body == WORDS


def test_a_file_from_before_open_prompts_comes_in(house: House) -> None:
    found = document(house)
    del found["workshop"]["account_title"]
    found["prompts"] = [each for each in found["prompts"] if each["kind"] != "account"]
    for each in found["prompts"]:
        del each["heading"], each["hints"], each["private"]
    found["remarks"] = []
    assert not bring_workshop(read_document(json.dumps(found).encode()), "0" * 64).workshop.account_title


def test_the_long_form_names_the_prompt(house: House) -> None:
    [line] = [line for line in file_of(house, "csv").decode("utf-8-sig").split("\n") if WORDS in line]
    assert "answer to an open prompt" in line
    assert "How it began" in line


def test_the_workbook_has_the_prompt_beside_the_words(house: House) -> None:
    book = book_of(house.workshop)
    [row] = [row for row in rows_of(book["Comments"]) if WORDS in row.values()]
    assert row["Open prompt"] == "How it began"


def test_the_report_has_a_section_and_only_what_the_group_reads(house: House) -> None:
    with zipfile.ZipFile(io.BytesIO(file_of(house, "docx"))) as folder:
        text = folder.read("word/document.xml").decode()
    assert text.index("Your story-line") < text.index("How it began") < text.index(WORDS)
    assert "Between us" not in text
    assert "for the facilitators alone" in text


def test_the_project_to_code_in_has_a_code_for_each_prompt(house: House) -> None:
    with zipfile.ZipFile(io.BytesIO(file_of(house, "qdpx"))) as folder:
        project = folder.read("project.qde").decode()
    assert 'name="How it began"' in project
    assert "How it began · Ada" in project


def test_every_format_is_written(house: House) -> None:
    for name in FORMATS:
        assert export_workshop(house.workshop, name).content, name
