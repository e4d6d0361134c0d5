"""Elements of a page, made one by one: what somebody wrote is text in them, and can be nothing else."""

from xml.etree import ElementTree as ET

from workshop.models import clean_text

Element = ET.Element
NAMESPACE = "{http://www.w3.org/2000/svg}"


def el(tag: str, *inside: "Element | str | None", **attributes: str) -> Element:
    """Return an element with what is inside it; ``class_`` stands for class, and ``_`` for - in names."""
    made = ET.Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    for each in inside:
        if isinstance(each, str):
            _write(made, each)
        elif each is not None:
            made.append(each)
    return made


def written(tag: str, text: str, **attributes: str) -> Element:
    """Return an element of what somebody wrote: its lines stay, and it runs as its script does."""
    made = el(tag, dir="auto", **attributes)
    for n, line in enumerate(text.splitlines()):
        if n:
            made.append(ET.Element("br"))
        _write(made, line)
    return made


def drawing(svg: str) -> Element:
    """Return a picture as a part of the page: HTML knows its elements without a namespace."""
    made = ET.fromstring(svg)  # noqa: S314 - our own picture, drawn a moment ago
    for each in made.iter():
        each.tag = str(each.tag).removeprefix(NAMESPACE)
    return made


def page_of(root: Element) -> bytes:
    """Return a page as its bytes."""
    return b"<!doctype html>\n" + ET.tostring(root, encoding="unicode", method="html").encode() + b"\n"


def _write(into: Element, text: str) -> None:
    text = clean_text(text) if text.strip() else text
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text
