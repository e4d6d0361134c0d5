"""The two guides as they stand in docs/guide: which chapters there are, in which order, and their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "guide"
GUIDES = ("facilitator", "host")
CONTENTS = "README"
LINE = re.compile(r"^## (?P<group>.+)$|^- \[(?P<title>[^\]]+)\]\((?P<name>[\w-]+)\.md\)", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """One chapter.

    Args:
        guide: "facilitator" or "host".
        name: of its file, without ".md"; "README" is the contents themselves.
        title: as the contents have it.
        group: the part of the contents that it stands in: before, during, after, when things go wrong.
    """

    guide: str
    name: str
    title: str
    group: str = ""


@cache
def chapters(guide: str) -> tuple[Chapter, ...]:
    """Return the chapters of a guide in the order of its contents; none where there is no such guide."""
    return tuple(_listed(guide)) if guide in GUIDES else ()


@cache
def words(guide: str, name: str) -> str:
    """Return the Markdown of a chapter, or of the contents.

    Raises:
        OSError: where there is no such file.
    """
    return (FOLDER / guide / f"{name}.md").read_text(encoding="utf-8")


def title_of(guide: str, name: str) -> str:
    """Return the title that stands over a chapter; `OSError` where there is none."""
    return words(guide, name).partition("\n")[0].removeprefix("# ")


def anchor(heading: str) -> str:
    """Return the name of a heading for links, as it is where docs/ is read: small, with hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _listed(guide: str) -> Iterator[Chapter]:
    group = ""
    for line in LINE.finditer(words(guide, CONTENTS)):
        group = line["group"] or group
        if line["name"]:
            yield Chapter(guide, line["name"], line["title"], group)
