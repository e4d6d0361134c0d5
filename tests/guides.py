"""Readers of the two guides, for the tests that hold them to the app and to one another."""

import re
from pathlib import Path

from tests.house import ROOT, ours

FOLDER = ROOT / "docs" / "guide"
CHAPTERS = ours("docs/guide", "*.md")
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LABEL = re.compile(r"(?<![*\w])\*([^*]+)\*(?!\*)")


def words_of(path: Path) -> str:
    """Return a chapter without its blocks of commands, strong words and code, on one line."""
    text = re.sub(r"^ *```.*?^ *```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"\s+", " ", re.sub(r"\*\*[^*]+\*\*|`[^`]*`", "", text))


def anchors(path: Path) -> set[str]:
    """Return what a link may name in a chapter: its headings, as GitHub names them."""
    return {slug(found) for found in re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)}


def slug(heading: str) -> str:
    """Return the name of a heading: small letters, hyphens for spaces, no marks."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def said_by_the_app() -> str:
    """Return all that the app's sources say, with straight quotes, strings over two lines joined."""
    files = [*ours("templates", "*.html"), *ours("workshop", "*.py"), *ours("config", "*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in (*files, *ours("static/js", "*.js")))
    return straight(re.sub(r'"\s*\n\s*"', "", text))


def straight(text: str) -> str:
    """Return words with straight quotes, as the chapters have them."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))
