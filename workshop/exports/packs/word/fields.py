"""Fields to fill in: content controls, each named by the code that is printed beside it.

A word processor may drop a field and keep its words, so what a field says while it is empty stands between
``‹`` and ``›``: whoever reads the file again knows it from an answer.
"""

from collections.abc import Sequence
from zlib import crc32

from django.utils.translation import gettext as _

from workshop.analysis.anchors import Anchor
from workshop.exports.word.elements import Element, element, paragraph, run, runs_right_to_left
from workshop.models.text import beginning

TAG = "roundel-"
TITLE, LONGEST = 64, 250  # characters that Word takes of the name of a field, and of an option
Options = Sequence[tuple[str, str]]


def to_write() -> str:
    """Return what an empty field for words says."""
    return _("‹write here›")


def to_choose() -> str:
    """Return what a field for a choice says while nothing is chosen."""
    return _("‹choose›")


def to_number() -> str:
    """Return what an empty field for a number says."""
    return _("‹number›")


def words_field(code: Anchor, name: str, text: str = "") -> Element:
    """Return a field for words, of as many lines as anybody likes, with those that are there.

    It is one of rich text: in one of plain text LibreOffice 7.4 puts the line breaks before the words.
    """
    return _field(code, name, element("richText"), text, to_write())


def number_field(code: Anchor, name: str, number: int | None) -> Element:
    """Return a field for a number, with the one that is there."""
    return _field(code, name, element("richText"), str(number or ""), to_number())


def choice_field(code: Anchor, name: str, options: Options, chosen: str = "") -> Element:
    """Return a field in which one of some options can be chosen; ``chosen`` is the value of one, or none."""
    kind = element("dropDownList")
    for value, words in [("choose", to_choose()), *options]:
        kind.append(element("listItem", displayText=offered(words), value=value))
    return _field(code, name, kind, offered(dict(options).get(chosen, "")), to_choose())


def offered(words: str) -> str:
    """Return an option as a field offers it: Word takes no longer one."""
    return beginning(words, LONGEST)


def labelled(style: str, label: str, code: Anchor, *, keep_next: bool = True) -> Element:
    """Return a paragraph with what a field is called and its code."""
    runs = [run(f"{label} ", "Label"), run(code.printed, "Code")]
    return paragraph(style, *runs, keep_next=keep_next)


def answer(style: str, field: Element, *, keep_next: bool = False) -> Element:
    """Return the paragraph of a field."""
    words = "".join(each.text or "" for each in field.iter(element("t").tag))
    return paragraph(style, field, keep_next=keep_next, rtl=runs_right_to_left(words))


def _field(code: Anchor, name: str, kind: Element, text: str, empty: str) -> Element:
    made, properties, content = map(element, ("sdt", "sdtPr", "sdtContent"))
    title = beginning(name, TITLE - len(code.printed) - 1)
    properties.append(element("alias", val=f"{title} {code.printed}"))
    properties.append(element("tag", val=f"{TAG}{code}"))
    properties.append(element("id", val=str(crc32(str(code).encode()) >> 1)))
    properties.append(element("lock", val="sdtLocked"))
    if not text:
        properties.append(element("showingPlcHdr"))
    properties.append(kind)
    said = run(text, rtl=runs_right_to_left(text)) if text else run(empty, "PlaceholderText")
    content.append(said)
    made.extend((properties, content))
    return made
