"""Paragraphs and runs of WordprocessingML, made one by one: a report may have tens of thousands of them.

Elements stand in the order that the schema of ECMA-376 asks for, since Word refuses others.
"""

import unicodedata

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement
RIGHT_TO_LEFT = ("R", "AL")


def element(tag: str, **attributes: str) -> Element:
    """Return an element of the namespace w, its attributes in the same."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def paragraph(style: str, *runs: Element, keep_next: bool = False, rtl: bool = False) -> Element:
    """Return a paragraph in a style, known by its id; ``keep_next`` holds it together with the next one."""
    made, properties = element("p"), element("pPr")
    properties.append(element("pStyle", val=style))
    if keep_next:
        properties.append(element("keepNext"))
    if rtl:
        properties.append(element("bidi"))
    made.append(properties)
    made.extend(runs)
    return made


def run(text: str, style: str = "", *, rtl: bool = False) -> Element:
    """Return a run of text, its line breaks kept; ``style`` is that of characters."""
    made = element("r")
    if style or rtl:
        properties = element("rPr")
        if style:
            properties.append(element("rStyle", val=style))
        if rtl:
            properties.append(element("rtl"))
        made.append(properties)
    for n, line in enumerate(text.splitlines() or [""]):
        if n:
            made.append(element("br"))
        words = element("t")
        words.text = line
        words.set(qn("xml:space"), "preserve")
        made.append(words)
    return made


def written(style: str, text: str, *, keep_next: bool = False) -> Element:
    """Return a paragraph of what somebody wrote, in the direction in which its script runs."""
    rtl = runs_right_to_left(text)
    return paragraph(style, run(text, rtl=rtl), keep_next=keep_next, rtl=rtl)


def field(instruction: str, shown: str) -> Element:
    """Return a field that Word reckons itself, such as a number of a table, with what it shows until then."""
    made = element("fldSimple", instr=f" {instruction} ")
    made.append(run(shown))
    return made


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is of a script that runs from right to left."""
    for each in text:
        direction = unicodedata.bidirectional(each)
        if direction in (*RIGHT_TO_LEFT, "L"):
            return direction in RIGHT_TO_LEFT
    return False
