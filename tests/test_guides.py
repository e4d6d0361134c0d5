"""The guides say what the app says: each link leads somewhere, each label is one that a page has."""

import re
from pathlib import Path

import pytest

from tests.guides import CHAPTERS, FOLDER, LABEL, LINK, anchors, said_by_the_app, straight, words_of
from tests.house import ROOT
from workshop.exports.registry import FORMATS

# Words in italics that no page has as they stand: why.
NO_LABELS = {
    "Send … letters": "the button has the number",
    "Next: card …": "the button names the card",
    "Next: Opening poll.": "the button names the step",
    "Begin: Welcome.": "the button names the step",
    "Write to the … who have not finished": "the button has the number",
    "New link for the … who have not begun": "the button has the number",
    "rehearsal-…": "how the files of a rehearsal are named",
    "Here, not connected live": "the line begins with a role where somebody has one",
    "Port 8000 … cannot be used": "the message has the port",
    "The database at … cannot be reached": "the message has the address",
}
TITLES = {re.findall(r"^# (.+)$", path.read_text(), re.MULTILINE)[0] for path in CHAPTERS}
SETTING = re.compile(r"`([A-Z][A-Z_]{3,})(?:=[^`]*)?`|^([A-Z][A-Z_]{3,})=", re.MULTILINE)


@pytest.mark.parametrize("guide", ["facilitator", "host"])
def test_the_contents_of_a_guide_name_each_of_its_chapters_once(guide: str) -> None:
    contents = FOLDER / guide / "README.md"
    named = [address for _, address in LINK.findall(contents.read_text())]
    assert sorted(named) == sorted(path.name for path in contents.parent.glob("*.md") if path != contents)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_chapter_has_one_title_and_each_link_in_it_leads_somewhere(path: Path) -> None:
    text = re.sub(r"^ *```.*?^ *```", "", path.read_text(), flags=re.DOTALL | re.MULTILINE)
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    for _, address in LINK.findall(text):
        name, _, anchor = address.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there in CHAPTERS, address
        assert not anchor or anchor in anchors(there), address


def test_each_label_that_a_guide_tells_to_press_is_one_that_the_app_has() -> None:
    said = said_by_the_app()
    strange = {
        (path.name, label)
        for path in CHAPTERS
        for label in LABEL.findall(words_of(path))
        if straight(label.rstrip(".")) not in said and label not in NO_LABELS and label not in TITLES
    }
    assert strange == set()


def test_the_chapter_about_files_names_each_format() -> None:
    chapter = (FOLDER / "facilitator" / "files.md").read_text()
    assert [str(each.label) for each in FORMATS.values() if str(each.label) not in chapter] == []


def test_no_chapter_names_a_setting_that_the_table_of_settings_lacks() -> None:
    table = (ROOT / "README.md").read_text()
    named = {(path.name, *found) for path in CHAPTERS for found in SETTING.findall(path.read_text())}
    assert len(named) > 15
    assert {each for each in named if f"`{each[1] or each[2]}`" not in table} == set()
