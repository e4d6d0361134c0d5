"""Golden files: what the files of a whole workshop say, line for line, so that no change of it goes unseen.

    WRITE_GOLDEN=1 python -m pytest tests/exports/test_golden.py

writes them anew, to be looked at as a difference. What differs each time is written as its kind, and lines of
CSV stand in their own order, for that of cards and people follows random identifiers.
"""

import os
import re
from pathlib import Path

import pytest

from tests.exports.played import played
from workshop.exports.bundle.files import files_of
from workshop.exports.bundle.readme import readme
from workshop.exports.material import material_of

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).resolve().parent.parent / "golden"
KEPT = ("answers-long.csv", "answers-wide.csv", "codebook.csv", "consents.csv", "figures.csv", "README.txt")
KINDS = (
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:]+Z"), "MOMENT"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "SUM"),
    (re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"), "UID"),
    (re.compile(r"\(20\d\d\)(?=\. Six tensions)"), "(YEAR)"),
)


def steady(name: str, content: bytes, slug: str) -> str:
    """Return what a file says, without what differs each time."""
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace(slug, "CODE")
    for pattern, kind in KINDS:
        text = pattern.sub(kind, text)
    if not name.endswith(".csv"):
        return text
    head, *lines = text.rstrip("\n").split("\n")
    return "\n".join([head, *sorted(lines), ""])


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_files_of_a_whole_workshop_are_as_they_are_written_down(promise: str) -> None:
    material = material_of(played(promise).workshop)
    files = [*files_of(material)]
    found = {**dict(files), "README.txt": readme(material.document, files)}
    for name in [name for name in KEPT if name in found]:
        text, golden = steady(name, found[name], material.workshop.slug), GOLDEN / promise / name
        if os.environ.get("WRITE_GOLDEN"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8"), (
            f"{promise}/{name} changed: see the head of this file"
        )
    assert {path.name for path in (GOLDEN / promise).iterdir()} == set(KEPT) & set(found)
