"""The pictures of README and guide: all there, small, each with words for who does not see it."""

import re

from tests.house import ROOT
from tests.screenshots.__main__ import FOLDER, LARGEST
from tests.screenshots.pictures import HOUR, PICTURES


def test_each_picture_that_is_taken_is_there_and_small_and_none_is_left_over() -> None:
    there = {str(path.relative_to(FOLDER)): path.stat().st_size for path in FOLDER.rglob("*.png")}
    assert there.keys() == {f"{each.path}.png" for each in PICTURES}
    assert max(there.values()) <= LARGEST
    assert {each.moment for each in PICTURES} <= {*HOUR}


def test_each_picture_that_a_document_shows_is_there_and_is_described() -> None:
    shown = set()
    for document in (ROOT / "README.md", *(ROOT / "docs" / "guide").rglob("*.md")):
        for words, address in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", document.read_text()):
            assert len(words) > 20, address
            shown.add(str((document.parent / address).resolve().relative_to(FOLDER)))
    assert shown == {f"{each.path}.png" for each in PICTURES}
