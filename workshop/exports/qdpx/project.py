"""The project file and its sources, in a zip, as REFI-QDA 1.0 (2019) has it.

Each text is a source of its own, coded from its first character to its last: positions are Unicode code
points over text with LF. Ids are made from the workshop's own, so that the same state gives the same project.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.translation import gettext_lazy as _

from workshop.exports.document import Data
from workshop.exports.formats import Format, Use, from_document
from workshop.exports.packing import packed

from .codes import Code, codes_of
from .texts import Text, people_of, texts_of

SPACE = "urn:QDA-XML:project:1.0"
ORIGIN = "Roundel"
# What XML 1.0 cannot hold: a name or a description is written without it, the texts have files of their own.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HOLDS = "workshop seats consent_items cards remarks rounds questions".split()


def qdpx_of(document: Data) -> bytes:
    """Return a document as a project: texts as sources, cards and circles as codes, people as cases."""
    project = _Project(document)
    sources = [(f"sources/{project.id(text.key)}.txt", text.body.encode()) for text in project.texts]
    return packed([("project.qde", project.xml()), *sources])


class _Project:
    def __init__(self, document: Data) -> None:
        self.document = document
        self.codes = codes_of(document)
        self.texts = texts_of(document)
        self.space = uuid5(NAMESPACE_URL, f"roundel:{document['workshop']['slug']}")
        self.when = datetime.fromisoformat(document["workshop"]["created_at"]).astimezone(UTC)

    def id(self, key: str) -> str:
        """Return the id of anything that has a key."""
        return str(uuid5(self.space, key))

    def xml(self) -> bytes:
        """Return the project file; the parts stand in the order of the schema."""
        title = self.document["workshop"]["title"]
        project = Element("Project", {"xmlns": SPACE, "name": _for_xml(title), "origin": ORIGIN})
        project.set("creatingUserGUID", self.id("user"))
        project.set("creationDateTime", f"{self.when:%Y-%m-%dT%H:%M:%SZ}")
        self._add(SubElement(project, "Users"), "User", "user", ORIGIN)
        if self.codes:
            book = SubElement(SubElement(project, "CodeBook"), "Codes")
            for each in self.codes:
                self._code(book, each)
        self._people(project)
        if self.texts:
            sources = SubElement(project, "Sources")
            for text in self.texts:
                self._source(sources, text)
        self._sets(project)
        _described(project, self.document["workshop"]["question"])
        return tostring(project, encoding="utf-8", xml_declaration=True)

    def _add(self, parent: Element, tag: str, key: str, name: str = "", **more: str) -> Element:
        """Add an element with the id of a key, and a name if it has one."""
        named = {"name": _for_xml(name)} if name else {}
        return SubElement(parent, tag, {"guid": self.id(key), **named, **more})

    def _code(self, parent: Element, code: Code) -> None:
        colour = {"color": code.colour} if code.colour else {}
        can = "false" if code.within else "true"
        element = self._add(parent, "Code", code.key, code.name, isCodable=can, **colour)
        _described(element, code.about)
        for each in code.within:
            self._code(element, each)

    def _people(self, project: Element) -> None:
        """Add a case for each person who is asked or wrote, with what they agreed to as variables."""
        names, wrote = people_of(self.document), defaultdict[str | None, list[Text]](list)
        for text in self.texts:
            wrote[text.seat].append(text)
        seats = self.document["seats"]
        kept = [each for each in seats if each["role"] == "participant" or each["pseudonym"] in wrote]
        keys = sorted({key for each in kept for key in each.get("consents", {})})
        variables = SubElement(project, "Variables")
        for name, kind in [("role", "Text"), *((key, "Boolean") for key in keys)]:
            self._add(variables, "Variable", f"variable {name}", name, typeOfVariable=kind)
        cases = SubElement(project, "Cases") if kept else project
        for each in kept:
            seat = each["pseudonym"]
            case = self._add(cases, "Case", f"case {seat}", names[seat])
            self._value(case, "role", "TextValue", each["role"])
            for key, answer in sorted(each.get("consents", {}).items()):
                self._value(case, key, "BooleanValue", "true" if answer else "false")
            self._refer(case, "SourceRef", wrote[seat])

    def _value(self, case: Element, variable: str, kind: str, value: str) -> None:
        element = SubElement(case, "VariableValue")
        SubElement(element, "VariableRef", targetGUID=self.id(f"variable {variable}"))
        SubElement(element, kind).text = value

    def _refer(self, parent: Element, tag: str, texts: Iterable[Text]) -> None:
        for text in texts:
            SubElement(parent, tag, targetGUID=self.id(text.key))

    def _source(self, sources: Element, text: Text) -> None:
        path, by = f"internal://{self.id(text.key)}.txt", {"creatingUser": self.id("user")}
        source = self._add(sources, "TextSource", text.key, text.name, plainTextPath=path, **by)
        where = {"startPosition": "0", "endPosition": str(len(text.body))}
        whole = self._add(source, "PlainTextSelection", f"{text.key} whole", text.name, **where)
        for code in text.codes:
            coding = self._add(whole, "Coding", f"{text.key} {code}", **by)
            SubElement(coding, "CodeRef", targetGUID=self.id(code))

    def _sets(self, project: Element) -> None:
        """Add a set of sources for each card that anything was written about."""
        about = defaultdict(list)
        for text in self.texts:
            for code in text.codes:
                about[code].append(text)
        cards = [each for heading in self.codes[:1] for each in heading.within if each.key in about]
        sets = SubElement(project, "Sets") if cards else project
        for card in cards:
            self._refer(self._add(sets, "Set", f"set {card.key}", card.name), "MemberSource", about[card.key])


def _described(element: Element, text: str) -> None:
    if text:
        SubElement(element, "Description").text = _for_xml(text)


def _for_xml(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


QDPX = Format(
    "qdpx",
    _("Coded texts (QDPX)"),
    _(
        "For NVivo, ATLAS.ti and MAXQDA: each comment is a source, people are cases, and cards and circles "
        "are codes that hold already."
    ),
    Use.ANALYSIS,
    "application/zip",
    from_document(qdpx_of),
    frozenset(HOLDS),
    may_be_kept=True,
    ending="qdpx",
    says_hidden=_(
        "For NVivo, ATLAS.ti and MAXQDA: each comment is a source without its author, and cards are codes "
        "that hold already."
    ),
)
