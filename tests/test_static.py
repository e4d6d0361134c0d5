"""Static files: strict in what they may hold, and never read from an old cache."""

import re
import shutil
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage
from django.test import override_settings

from config.storage import HashedStatic

from . import house

STATIC = house.ROOT / "static"
TEMPLATES = house.ROOT / "templates"
STYLES = sorted((STATIC / "css").rglob("*.css"))
SCRIPTS = sorted((STATIC / "js").rglob("*.js"))
RAW_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?)\(|\boklch\((?!var\(--shade\))", re.IGNORECASE)
PAPER_OF_A_CODE = {"join.css"}  # a QR code is black on white in every light
IMPORT = re.compile(r"""import\s*(?:[\s{*][^;]*?from\s*)?["']([./][^"']+)["']\s*;""")
STATIC_TAG = re.compile(r"""\{% static ['"]([^'"]+)['"] %\}""")


def id_of(path: Path) -> str:
    return path.relative_to(STATIC).as_posix()


@pytest.mark.parametrize("path", STYLES, ids=id_of)
def test_a_style_names_no_raw_colour_and_no_other_origin(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "http" not in text
    if path.name != "tokens.css" and path.name not in PAPER_OF_A_CODE:
        assert RAW_COLOUR.findall(text) == []


def test_every_part_of_the_design_is_imported() -> None:
    imported = set(re.findall(r'url\("([^"]+)"\)', (STATIC / "css" / "all.css").read_text()))
    there = {path.relative_to(STATIC / "css").as_posix() for path in STYLES}
    assert imported == there - {"all.css"}


@pytest.mark.parametrize("path", SCRIPTS, ids=id_of)
def test_a_script_makes_no_code_from_text_and_no_markup_from_strings(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|\.(?:inner|outer)HTML|insertAdjacentHTML|\.style\b", text)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)


@pytest.mark.parametrize("path", SCRIPTS, ids=id_of)
def test_what_a_script_imports_is_there(path: Path) -> None:
    for address in IMPORT.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / address).is_file(), address


def test_every_static_file_that_a_template_names_is_there() -> None:
    named = {
        (name, path.name)
        for path in house.ours("templates", "*.html")
        for name in STATIC_TAG.findall(path.read_text(encoding="utf-8"))
    }
    assert [pair for pair in named if not (STATIC / pair[0]).is_file()] == []


def test_every_icon_that_a_template_names_is_drawn() -> None:
    drawn = set(re.findall(r'id="(\w-[\w-]+)"', (TEMPLATES / "_icons.html").read_text(encoding="utf-8")))
    used = set()
    for path in [*house.ours("templates", "*.html"), *house.ours("static", "*.js")]:
        used |= set(re.findall(r'"#([id]-[\w-]+)"', path.read_text(encoding="utf-8")))
    assert used - drawn == set()


def test_every_word_that_a_script_says_is_on_the_page() -> None:
    source = (TEMPLATES / "workshop" / "parts" / "_words.html").read_text(encoding="utf-8")
    written = set(re.findall(r'data-word="([^"]+)"', source))
    said = {w for path in SCRIPTS for w in re.findall(r'\bword\("([^"]+)"', path.read_text(encoding="utf-8"))}
    assert said - written == set()


def hashed_name(folder: Path, name: str = "js/main.js", part: str = "js/words.js", changed: str = "") -> str:
    """Return the name that a file is served under; ``changed`` is added to a part of it."""
    shutil.copytree(STATIC, folder)
    with (folder / part).open("a", encoding="utf-8") as module:
        module.write(changed)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    plain = FileSystemStorage(location=folder)
    storage = HashedStatic(location=str(folder), base_url="/static/")
    done = list(storage.post_process({name: (plain, name) for name in files}))
    assert [error for _, _, error in done if isinstance(error, Exception)] == []
    return str(storage.stored_name(name))


@override_settings(DEBUG=False)
def test_a_changed_module_gives_a_new_name_to_all_that_import_it(tmp_path: Path) -> None:
    before = hashed_name(tmp_path / "before")
    after = hashed_name(tmp_path / "after", changed="// changed\n")
    assert before != after
    text = (tmp_path / "before" / before).read_text()
    assert re.search(r"/autosave\.[0-9a-f]{12}\.js", text)


@override_settings(DEBUG=False)
def test_the_whole_style_comes_in_one_file_that_is_new_when_a_part_is(tmp_path: Path) -> None:
    part = "css/parts/card.css"
    before = hashed_name(tmp_path / "before", "css/all.css", part)
    after = hashed_name(tmp_path / "after", "css/all.css", part, changed=".changed { order: 1 }\n")
    assert before != after
    text = (tmp_path / "after" / after).read_text()
    assert "@import" not in text
    assert re.search(r"@layer parts \{(?:(?!@layer).)*\.changed \{ order: 1 \}\n\}", text, re.DOTALL)
    assert re.search(r"fonts/newsreader-latin-opsz-normal\.[0-9a-f]{12}\.woff2", text)
