"""What a pack has to fill in, by code, and the words that stand round it: what no answer is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import normalize

from django.urls import reverse
from docx.oxml.ns import qn

from workshop.analysis.anchors import Anchor
from workshop.exports.packs.content import Pack, Place
from workshop.exports.packs.word.body import Body, answer_name, does_name, meaning_name, title_name
from workshop.exports.packs.word.choices import EARLIER, places, targets
from workshop.exports.packs.word.fields import Options, offered, to_choose, to_number, to_write
from workshop.exports.packs.word.places import order_name, where_name, why_name
from workshop.exports.packs.word.way import before_link, typed_way
from workshop.exports.word.elements import Element, element

ROUND = " .,;:!?()[]'\"<>*…"  # what may stand round a choice
NUMBER = re.compile(r"(?:(?:place|number|no|nr|#)\.?\s*)?([0-9]{1,3})(?:st|nd|rd|th)?")  # a place in a circle
NOT = frozenset("no not never nothing none without don't cannot".split())
ANY = "any0"  # stands for what differs from copy to copy
QUOTES = str.maketrans("‘’‚‛“”„‟‹›«»–—−", "''''\"\"\"\"<><>---")


def _ways() -> re.Pattern[str]:
    """Return what any copy may print as its way to the web: each has another link or code."""
    typed = re.escape(plain(typed_way(ANY, ANY))).replace(ANY, r"\S.{,200}")
    link = re.escape(reverse("link", args=[ANY])).replace(ANY, r"[\w-]+")
    return re.compile(rf"{re.escape(plain(before_link()))}|{typed}|\S+{link}")


@dataclass(frozen=True)
class Slot:
    """Something to fill in: its code, what it is called, and what can be chosen, if it is a choice.

    ``is_number``: it takes a number, such as 2.
    """

    code: Anchor
    name: str
    options: Options = ()
    is_number: bool = False

    @property
    def is_words(self) -> bool:
        """Whether it takes whatever somebody writes."""
        return not (self.options or self.is_number)


@dataclass
class Slots:
    """All that a pack has to fill in, and what it says itself, line by line, as ``plain`` has it.

    ``labels`` has the code that stands behind each; it is empty where several stand behind the same one.
    ``between`` is what stands between a label and its field, ``ways`` what a way to the web looks like.
    """

    slots: dict[str, Slot]
    said: set[str] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    between: set[str] = field(default_factory=set)
    ways: re.Pattern[str] = field(default_factory=_ways)

    def says(self, whole: str) -> bool:
        """Whether a copy of the pack says a line itself, as ``plain`` has it, or as a way to the web."""
        return whole in self.said or self.ways.fullmatch(whole) is not None

    @property
    def hints(self) -> list[str]:
        """What empty fields say."""
        return [to_write(), to_choose(), to_number()]


def slots_of(pack: Pack) -> Slots:
    """Return what there is to fill in in a pack."""
    found = Slots({str(slot.code): slot for slot in _slots(pack)})
    for large in (False, True):
        waits = False  # whether a label was, and its field was not
        for made in Body(pack, large=large).elements():
            for each in made.iter(element("p").tag):
                waits = _note(found, each, waits)
    return found


def plain(text: str) -> str:
    """Return words as they are compared: one kind of space, of quotes and of dashes, no capitals."""
    return " ".join(normalize("NFC", text).translate(QUOTES).casefold().split())


def chosen(slot: Slot, text: str) -> str | None:
    """Return the value of the option that somebody wrote, or the number that stands there as a slot takes it.

    ``None`` if it is none of them for certain.
    """
    if slot.is_number:
        number = NUMBER.fullmatch(plain(text).strip(ROUND))
        return str(int(number[1])) if number and int(number[1]) else None
    said, known = plain(text).strip(ROUND), {plain(value): value for value, _words in slot.options}
    meant = {value for value, words in slot.options if said in _forms(words)}
    if said in known or meant:
        meant = meant or {known[said]}
        return meant.pop() if len(meant) == 1 else None
    numbers = re.fullmatch(r"(?:card|number|no|nr|#)*\.?\s*(\d{1,4})", said)
    return known.get(numbers[1]) if numbers else _begun(slot, said)


def _begun(slot: Slot, said: str) -> str | None:
    """Return the value of the one option that begins or ends with what was written, in whole words.

    No other one may have it anywhere, and nothing that was left out may say no: "placed" is not "Not placed".
    """
    options = [(value, plain(words).strip(ROUND)) for value, words in slot.options]
    having = {value for value, words in options if f" {said} " in f" {words} "}
    if not said or len(having) != 1:
        return None
    for value, words in options:
        left = (
            words.removeprefix(said + " ") if words.startswith(said + " ") else words.removesuffix(" " + said)
        )
        if left != words and not NOT.intersection(left.split()):
            return value
    return None


def _forms(words: str) -> tuple[str, str]:
    """Return an option as it is written in full, and as a field offers it."""
    return plain(words).strip(ROUND), plain(offered(words)).strip(ROUND)


def _slots(pack: Pack) -> Iterator[Slot]:
    for card in pack.cards:
        yield Slot(card.comment.code, card.comment.label)
        yield from _place(card.place, str(card.number))
    for blank in pack.blanks:
        yield Slot(blank.title.code, title_name(blank))
        yield Slot(blank.meaning.code, meaning_name(blank))
        if not pack.cards:
            continue
        yield Slot(blank.rephrases.code, does_name(blank), [*targets(pack), EARLIER])
        yield from _place(blank.place, blank.label)
    for box in pack.prompts:
        yield Slot(box.code, answer_name(box))
    if pack.other:
        yield Slot(pack.other.code, pack.other.label)
    for asked in pack.agreements:
        yield Slot(asked.code, asked.text, asked.options)


def _place(place: Place, label: str) -> Iterator[Slot]:
    yield Slot(place.code, where_name(label), places())
    yield Slot(place.order_code, order_name(label), is_number=True)
    yield Slot(place.why_code, why_name(label))


def _words(node: Element) -> tuple[str, str]:
    """Return what a paragraph of a pack says before its field, and which code stands there, if one does."""
    words = code = ""
    for run in node.findall(element("r").tag):
        text = "".join(each.text or "" for each in run.iter(element("t").tag))
        is_code = any(each.get(qn("w:val")) == "Code" for each in run.iter(element("rStyle").tag))
        words, code = (words, text) if is_code else (words + text, code)
    return words, code


def _note(found: Slots, paragraph: Element, waits: bool) -> bool:
    """Note what a paragraph says; return whether a field is still to come for the label before it."""
    words, code = _words(paragraph)
    label, anchor = plain(words), code.strip("[]")
    if anchor in found.slots and label:
        found.labels[label] = anchor if found.labels.get(label, anchor) == anchor else ""
        return True
    if label:
        (found.between if waits else found.said).add(plain(words + code))
    return waits and paragraph.find(element("sdt").tag) is None
