"""The rules of the house that no linter knows. STYLE.md explains them."""

import re
import tomllib
from pathlib import Path

import pytest

from tests import house

CEILINGS = {"python": 200, "template": 60, "script": 80, "function": 25, "test": 30}
READERS = ["views", "live", "exports", "imports", "templatetags", "management"]
# file and call: why it writes no row
HARMLESS_CALLS = {
    ("workshop/live/build.py", "digest.update"): "a hash takes in bytes",
    ("workshop/exports/word/file.py", "document.save"): "a Word file is kept in memory",
}
# They find the seat, so they cannot start from it.
FINDERS = {"access.py", "joining.py", "accounts.py"}
# template: why its markup may pass unescaped
TRUSTED_TEMPLATES: dict[str, str] = {}
# file: why it may declare text safe
TRUSTED_PYTHON = {
    "workshop/templatetags/guide.py": "our own Markdown, HTML in it off: decision the-guide-in-the-app"
}
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs"]
MACHINE = re.compile("/" + r"work/|/" + r"root/")
TEXTS = {".py", ".html", ".js", ".css", ".md", ".txt", ".toml", ".json", ".sh", ".svg", ""}


def name(path: Path) -> str:
    """Return a file's name from the project's folder."""
    return path.relative_to(house.ROOT).as_posix()


@pytest.mark.parametrize(
    ("kind", "files"),
    [
        ("python", house.python_files()),
        ("template", house.ours("templates", "*.html")),
        ("script", house.ours("static", "*.js")),
    ],
)
def test_no_file_passes_its_ceiling(kind: str, files: list[Path]) -> None:
    long = {name(path): house.lines(path) for path in files if house.lines(path) > CEILINGS[kind]}
    assert long == {}


def test_no_function_passes_its_ceiling() -> None:
    long = {}
    for path in house.python_files():
        for function, length in house.functions(path):
            if length > CEILINGS["test" if function.startswith("test_") else "function"]:
                long[f"{name(path)}:{function}"] = length
    assert long == {}


def test_only_models_and_actions_write_rows() -> None:
    found = set()
    for room in READERS:
        for path in house.ours(f"workshop/{room}", "*.py"):
            found |= {(name(path), call) for call in house.writes(path.read_text())}
    assert found - set(HARMLESS_CALLS) == set()


def test_views_look_things_up_through_the_seat() -> None:
    found = {}
    for path in house.ours("workshop/views", "*.py"):
        if path.name not in FINDERS and (uses := house.looks_up_freely(path.read_text())):
            found[name(path)] = uses
    assert found == {}


def test_no_page_calls_an_error_in_its_title_twice() -> None:
    base = (house.ROOT / "templates" / "_base.html").read_text(encoding="utf-8")
    said = '{% if form.errors %}{% translate "Error:" %} {% endif %}{% block title %}'
    assert said in base
    pages = [path for path in house.ours("templates", "*.html") if path.name != "_base.html"]
    again = [path.name for path in pages if "title %}{% if form.errors" in path.read_text(encoding="utf-8")]
    assert again == []


def test_templates_hold_no_inline_style_or_script_and_no_unescaped_text() -> None:
    pages = [*house.ours("templates", "*.html"), *house.ours("templates", "*.svg")]
    found = {name(path): house.unsafe_markup(path.read_text()) for path in pages}
    assert {page: why for page, why in found.items() if why and page not in TRUSTED_TEMPLATES} == {}


def test_python_declares_no_text_safe() -> None:
    unsafe = re.compile(r"\bmark_safe\b|\bSafeString\(|\bSafeData\b")
    paths = [path for path in house.ours("workshop", "*.py") if unsafe.search(path.read_text())]
    assert {name(path) for path in paths} - set(TRUSTED_PYTHON) == set()


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found = {}
    for path in [path for path in house.committed() if path.suffix in TEXTS and path.name != ".env"]:
        text = path.read_text(encoding="utf-8", errors="ignore")
        if any(host in text for host in REGISTRIES) or MACHINE.search(text):
            found[name(path)] = True
    assert found == {}


def test_each_dependency_is_locked_with_hashes() -> None:
    groups = tomllib.loads((house.ROOT / "pyproject.toml").read_text())["dependency-groups"]
    for file, group in (("requirements.txt", "run"), ("requirements-dev.txt", "dev")):
        lock = (house.ROOT / file).read_text()
        wanted = [re.split(r"[\[><=;]", line)[0].strip() for line in groups[group] if isinstance(line, str)]
        assert [one for one in wanted if not re.search(rf"(?m)^{one}==", lock)] == []
        assert lock.count("==") <= lock.count("--hash=")


@pytest.mark.parametrize(
    ("template", "objection"),
    [
        ('<p style="color: red">', "a style attribute"),
        ("<style>p{}</style>", "a style element"),
        ("<script>go()</script>", "an inline script"),
        ('<button onclick="go()">', "an event attribute"),
        ('<button hx-on:click="go()">', "an event attribute"),
        ('<a href="javascript:go()">', "a javascript address"),
        ("{{ title|safe }}", "unescaped text"),
    ],
)
def test_the_reader_of_templates_sees_what_it_must(template: str, objection: str) -> None:
    assert house.unsafe_markup(template) == [objection]


def test_the_reader_of_templates_lets_good_markup_be() -> None:
    assert house.unsafe_markup('<script type="module" src="/a.js"></script><p class="style">on = 1</p>') == []


def test_the_readers_of_python_see_what_they_must() -> None:
    assert house.writes("card.save()\nCard.objects.create(a=1)\n{}.get(1)") == [
        "card.save",
        "Card.objects.create",
    ]
    assert house.looks_up_freely("Card.objects.get(pk=1)\nseat.cards.get(pk=1)") == ["Card.objects"]
