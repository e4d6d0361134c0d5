"""Files as LibreOffice reads them: several in one call, since it starts slowly."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

OFFICE, TABLE, TEXT = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text")
)
TRUTH = ("of:=TRUE()", "of:=FALSE()")
# Into what each ending is turned, and how it is read: a CSV with commas, quotes, and in UTF-8.
READ = {".docx": ("fodt",), ".xlsx": ("fods",), ".csv": ("fods", "--infilter=CSV:44,34,76,1")}
SPACES = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}


def read_by_office(folder: Path, files: dict[str, bytes]) -> dict[str, ElementTree.Element]:
    """Return each file as LibreOffice has it once it is open: by its name, as flat OpenDocument.

    Files of one ending are opened in one call. Skipped where LibreOffice is missing.
    """
    for name, content in files.items():
        (folder / name).write_bytes(content)
    for ending, (kind, *how) in READ.items():
        if names := [name for name in files if name.endswith(ending)]:
            _convert(folder, [*how, "--convert-to", kind, *names])
    return {name: _opened(folder / name) for name in files}


def saved_by_office(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return Word files as LibreOffice saves them once it has opened them. Skipped where it is missing."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    _convert(folder, ["--convert-to", "docx", "--outdir", "saved", *files])
    return {name: (folder / "saved" / name).read_bytes() for name in files}


def _convert(folder: Path, how: list[str]) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice: apt-get install libreoffice-calc-nogui libreoffice-writer-nogui")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", *how]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)


def _opened(file: Path) -> ElementTree.Element:
    kind, *_how = READ[file.suffix]
    return ElementTree.parse(file.with_suffix(f".{kind}")).getroot()


def sheets_of(book: ElementTree.Element) -> dict[str, list[ElementTree.Element]]:
    """Return the cells in which anything stands, by the name of their sheet."""
    return {
        sheet.get(f"{TABLE}name", ""): [cell for cell in sheet.iter(f"{TABLE}table-cell") if len(cell)]
        for sheet in book.iter(f"{TABLE}table")
    }


def computed(cells: Iterable[ElementTree.Element]) -> set[str]:
    """Return the formulas among cells; a truth value is none, though LibreOffice has it as one."""
    return {cell.get(f"{TABLE}formula", "") for cell in cells} - {"", *TRUTH}


def text_of(cell: ElementTree.Element) -> str:
    """Return what a cell says, with its spaces, tabs and lines."""
    return "\n".join("".join(_said(line)) for line in cell.findall(f"{TEXT}p"))


def _said(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if inner.tag == f"{TEXT}s":
            yield " " * int(inner.get(f"{TEXT}c", "1"))
        elif inner.tag in SPACES:
            yield SPACES[inner.tag]
        else:
            yield from _said(inner)
        yield inner.tail or ""
