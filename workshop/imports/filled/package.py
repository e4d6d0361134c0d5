"""The parts of a Word file: measured before they are opened, and read without anything they refer to."""

import io
import posixpath
import re
import zipfile
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from workshop.imports.wrong import Wrong

BYTES = 10 * 1024 * 1024
PARTS, UNPACKED, RATIO = 2_000, 60 * 1024 * 1024, 200
SMALL = 1024 * 1024  # bytes that no ratio makes a bomb
ASIDE = ("comments", "footnotes", "endnotes")
ESCAPED = re.compile(r"_x005F(_x[0-9A-Fa-f]{4}_)")
OTHERS = {
    b"%PDF": "filled_pdf",
    b"\xd0\xcf\x11\xe0": "filled_old",
    b"{\\rtf": "filled_other",
}


def open_package(content: bytes) -> tuple[Element, dict[str, Element]]:
    """Return the document of a Word file, and the parts with words that stand beside it, by name.

    Raises:
        Wrong: too large, no Word file, or of a kind that is not read; the code says which.
    """
    for begins, code in OTHERS.items():
        if content.startswith(begins):
            raise Wrong(code)
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Wrong("filled_other") from error
    _check(package)
    names = set(package.namelist())
    main = _main(package, names)
    beside = {each: posixpath.join(posixpath.dirname(main), f"{each}.xml") for each in ASIDE}
    found = {each: _parsed(package, name) for each, name in beside.items() if name in names}
    document = _parsed(package, main)
    if local(document) != "document":
        raise Wrong("filled_other")
    if _is_of_libreoffice(package):
        _unescape(document)
    return document, found


def local(element: Element) -> str:
    """Return the name of an element without its namespace: strict and older files differ in that alone."""
    return element.tag.rpartition("}")[2]


def value(element: Element, name: str = "val") -> str:
    """Return an attribute by its name without its namespace; empty if there is none."""
    return next((each for key, each in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _is_of_libreoffice(package: zipfile.ZipFile) -> bool:
    try:
        return b"LibreOffice" in package.read("docProps/app.xml")
    except Exception:  # it is not there, or damaged: nothing that was written stands in it
        return False


def _unescape(document: Element) -> None:
    """Take away what LibreOffice puts before ``_x0041_`` when it saves, and not when it opens."""
    for each in document.iter():
        if each.text:
            each.text = ESCAPED.sub(r"\1", each.text)


def _check(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    unpacked = sum(each.file_size for each in parts)
    packed = sum(each.compress_size for each in parts)
    bomb = unpacked > SMALL and unpacked > RATIO * max(packed, 1)
    if len(parts) > PARTS or unpacked > UNPACKED or bomb:
        raise Wrong("filled_too_much")
    if any(each.flag_bits & 1 for each in parts):
        raise Wrong("filled_old")


def _main(package: zipfile.ZipFile, names: set[str]) -> str:
    """Return the name of the part with the document."""
    if "mimetype" in names and "content.xml" in names:
        raise Wrong("filled_odt")
    if "_rels/.rels" not in names:
        raise Wrong("filled_pages" if any(name.endswith(".iwa") for name in names) else "filled_other")
    for each in _parsed(package, "_rels/.rels"):
        if value(each, "Type").endswith("/officeDocument"):
            name = posixpath.normpath(value(each, "Target").lstrip("/"))
            if name in names:
                return name
    raise Wrong("filled_other")


def _parsed(package: zipfile.ZipFile, name: str) -> Element:
    """Return a part as a tree. A document type, in which entities hide, is refused before any is read."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_type
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(package.read(name), True)
        return builder.close()
    except (Wrong, MemoryError, RecursionError):
        raise
    except Exception as error:  # whatever a part stumbles over that is none
        raise Wrong("filled_broken") from error


def _refuse_type(*_about: object) -> None:
    raise Wrong("filled_broken")
