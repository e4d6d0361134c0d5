"""A pack as the elements of a Word file, part by part in the order in which it is filled in."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.exports.packs.content import Agreement, BlankCard, Box, Pack, PackCard
from workshop.exports.word.elements import Element, paragraph, run, written

from .choices import targets
from .fields import answer, choice_field, labelled, words_field
from .places import places_of, where
from .way import way_elements


class Body:
    """Writes a pack; ``large`` for large print, which has no table, since its columns would be too narrow."""

    def __init__(self, pack: Pack, *, large: bool = False) -> None:
        self.pack, self.large = pack, large

    def elements(self) -> Iterator[Element]:
        """Yield the whole pack."""
        yield from self._opening()
        yield from self._agreements()
        yield from self._reading()
        yield from self._cards()
        yield from self._blanks()
        yield from self._others()
        yield from self._closing()

    def _opening(self) -> Iterator[Element]:
        pack = self.pack
        yield written("Title", pack.title)
        yield written(
            "Subtitle", _("The pack of %(name)s") % {"name": pack.name} if pack.name else _("The pack")
        )
        if pack.when:
            yield written("Lead", _("We meet on %(when)s.") % {"when": pack.when})
        if pack.where:
            yield written("Lead", _("Where we meet: %(where)s") % {"where": pack.where})
        if pack.until:
            yield written("Lead", _("Please send this file back by %(until)s.") % {"until": pack.until})
        yield from _lines("Normal", pack.instructions)
        yield written("Heading1", _("How to fill this in"))
        yield from (written("ListBullet", each) for each in [*pack.steps, *_how()])
        yield paragraph("Small", run(f"{code_line()} "), run(pack.code, "Code"))
        yield written("Heading1", _("Who sees what you write"))
        yield from (written("Normal", says) for _of, says in pack.promise)

    def _agreements(self) -> Iterator[Element]:
        if not self.pack.agreements and not self.pack.information:
            return
        yield written("Heading1", _("Taking part"))
        yield from _lines("Normal", self.pack.information)
        for each in self.pack.agreements:
            yield from _agreement(each)

    def _reading(self) -> Iterator[Element]:
        if reading := self.pack.reading:
            yield written("Heading1", reading.title)
            yield from _lines("Normal", reading.text)
            yield from _lines("Small", reading.citation)

    def _cards(self) -> Iterator[Element]:
        if not self.pack.cards:
            return
        yield written("Heading1", _("The cards"))
        yield from _lines("Lead", self.pack.question)
        for card in self.pack.cards:
            yield from _card(card)
        yield written("Heading1", _("Where each card belongs"))
        if self.large:
            for card in self.pack.cards:
                yield written("Heading2", _heading(card))
                yield from where(card.place, str(card.number))
        else:
            yield places_of(self.pack.cards)

    def _blanks(self) -> Iterator[Element]:
        if not self.pack.blanks:
            return
        yield written("Heading1", _("Blank cards"))
        yield written(
            "Normal", _("A card without a title is not counted. Leave those empty that you do not need.")
        )
        for blank in self.pack.blanks:
            yield from self._blank(blank)

    def _blank(self, blank: BlankCard) -> Iterator[Element]:
        yield written("Heading2", _("Blank card %(label)s") % {"label": blank.label})
        yield from _box(blank.title, title_name(blank), keep_next=True)
        yield from _box(blank.meaning, meaning_name(blank))
        if not self.pack.cards:  # nothing to re-phrase, and nothing is sorted
            return
        code, name = blank.rephrases.code, does_name(blank)
        yield labelled("Question", name, code)
        yield answer("Answer", choice_field(code, name, targets(self.pack), blank.rephrases.text))
        yield from where(blank.place, blank.label)

    def _others(self) -> Iterator[Element]:
        if self.pack.prompts:
            yield written("Heading1", self.pack.prompts_title)
        for box in self.pack.prompts:
            if box.label:
                yield written("Heading2", box.label)
            yield from _box(box, answer_name(box))
        if self.pack.other:
            yield written("Heading1", _("Any other comments?"))
            yield from _box(self.pack.other)

    def _closing(self) -> Iterator[Element]:
        yield written("Heading1", _("How to send it back"))
        yield written("Normal", _give_back())
        if self.pack.way:
            yield from way_elements(self.pack.way)


def title_name(blank: BlankCard) -> str:
    """Return what the field for the title of a blank card is called."""
    return _("Title of blank card %(label)s") % {"label": blank.label}


def meaning_name(blank: BlankCard) -> str:
    """Return what the field for its summary is called."""
    return _("What blank card %(label)s means") % {"label": blank.label}


def does_name(blank: BlankCard) -> str:
    """Return what the field is called that says which card it re-phrases."""
    return _("What blank card %(label)s does") % {"label": blank.label}


def answer_name(box: Box) -> str:
    """Return what the field for the answer to an open prompt is called."""
    return _("Your answer to question %(n)s") % {"n": box.code.number}


def code_line() -> str:
    """Return what stands before the code of a file."""
    return _("Code of this file:")


def _card(card: PackCard) -> Iterator[Element]:
    yield written("Heading2", _heading(card))
    yield from _lines("Normal", card.summary, keep_next=True)
    if card.pole_a and card.pole_b:
        yield written("Normal", _("From “%(a)s” to “%(b)s”") % {"a": card.pole_a, "b": card.pole_b})
    yield from _box(card.comment)


def _heading(card: PackCard) -> str:
    return _("Card %(label)s: %(title)s") % {"label": card.number, "title": card.title}


def _box(box: Box, label: str = "", *, keep_next: bool = False) -> Iterator[Element]:
    yield from _lines("Normal", box.asks, keep_next=True)
    yield labelled("Question", label or box.label, box.code)
    yield answer("Answer", words_field(box.code, label or box.label, box.text), keep_next=keep_next)


def _agreement(asked: Agreement) -> Iterator[Element]:
    yield labelled("Question", asked.text, asked.code)
    hints = [_("Taking part needs a yes here.")] if asked.required else []
    yield from (written("Small", hint, keep_next=True) for hint in [*hints, *filter(None, [asked.hint])])
    yield answer("Answer", choice_field(asked.code, asked.text, asked.options, asked.given))


def _lines(style: str, text: str, *, keep_next: bool = False) -> Iterator[Element]:
    yield from (written(style, line, keep_next=keep_next) for line in text.splitlines() if line.strip())


def _how() -> list[str]:
    return [
        _(
            "Write in the fields, which say “write here” or “choose” while they are empty. They grow as you "
            "write."
        ),
        _(
            "Leave the codes in square brackets as they are: they say which answer is which when this file "
            "is read."
        ),
        _("Stop at any time, and save the file."),
    ]


def _give_back() -> str:
    return _(
        "Save this file as a Word document (.docx). Then send it to whoever invited you, or open your pack "
        "on the web and choose “Send in a Word file”. You see what was read before anything of it counts."
    )
