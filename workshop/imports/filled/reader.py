"""What a filled pack says: a pure function from its lines to answers, and to what could not be understood.

A field that kept its tag says itself what it is. Of any other, the code that stands before it does: what
follows it is the answer, up to the next code, the end of its cell, a heading, or what the pack itself says.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from .lines import Line
from .parts import Parts, Rest, labelled
from .slots import Slots, chosen, plain

VERSIONS = 20  # of a choice that are looked at: who wrote more did not choose
PLACES = 300  # at which what is left is shown; what is left after them is shown at one


@dataclass
class Filled:
    """The answers by code (of a choice its value), those found twice in other words, and what is left.

    ``anchored``: whether any code of the pack was found at all.
    """

    answers: dict[str, str] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    rest: list[Rest] = field(default_factory=list)
    anchored: bool = False

    def doubt(self, codes: Collection[str]) -> None:
        """Put answers with some codes among what is left.

        A card keeps its number, but the number of an open prompt is its place: in a file that was made before
        they changed it may be another one's, and its answer would stand under a question that nobody asked.
        """
        self.rest += [Rest(text, code) for code, text in self.answers.items() if code in codes]
        self.answers = {code: text for code, text in self.answers.items() if code not in codes}


def read_filled(lines: Sequence[Line], slots: Slots) -> Filled:
    """Return what the lines of a document say to what a pack asks."""
    parts = Parts(slots, labelled(lines, slots))
    for line in lines:
        parts.take(line)
    filled = Filled(anchored=bool(parts.tagged or parts.after))
    for code in slots.slots:
        _answer(filled, slots, code, parts)
    for code in parts.after:
        if code not in slots.slots:
            filled.rest += _gone(code, parts, slots)
    filled.rest = _together(sorted(filled.rest + parts.rest, key=lambda each: each.at))
    return filled


def _gone(code: str, parts: Parts, slots: Slots) -> list[Rest]:
    """Return what stands behind a code of nothing that is asked: its own line, and the lines after it."""
    found = []
    for text in _texts(parts.after[code], slots):
        first, _break, more = text.partition("\n")
        found += [Rest(first, code, parts.at[code])]
        found += [Rest(more.strip(), "", parts.at[code])] if more.strip() else []
    return found


def _together(rest: list[Rest]) -> list[Rest]:
    """Return what is left at so many places as a page can show."""
    more = [each.text for each in rest[PLACES:]]
    return rest[:PLACES] + ([Rest("\n".join(more))] if more else [])


def _answer(filled: Filled, slots: Slots, code: str, parts: Parts) -> None:
    inside = _texts(parts.tagged.get(code, {}).values(), slots)
    around = _texts(parts.after.get(code, []), slots)
    texts = inside or around
    if inside:
        known = set(inside)
        filled.rest += [Rest(each, code, parts.at[code]) for each in around if each not in known]
    if len(texts) > 1:
        filled.twice.append(code)
    slot = slots.slots[code]
    if slot.is_words:
        filled.answers |= {code: "\n\n".join(texts)} if texts else {}
        return
    values = {chosen(slot, each) for each in texts} if len(texts) <= VERSIONS else set()
    if len(values) == 1 and (value := values.pop()) is not None:
        filled.answers[code] = value
    else:
        filled.rest += [Rest(each, code, parts.at[code]) for each in texts]


def _texts(found: Iterable[list[str]], slots: Slots) -> list[str]:
    """Return texts from their lines, without the words of empty fields; the same one once."""
    texts = (_without_hints("\n".join(lines), slots) for lines in found)
    return list(dict.fromkeys(each for each in texts if each))


def _without_hints(text: str, slots: Slots) -> str:
    for hint in slots.hints:
        text = text.strip().removeprefix(hint).removesuffix(hint)
    return "" if plain(text) in map(plain, slots.hints) else text.strip()
