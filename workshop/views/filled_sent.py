"""The form that showed a filled file, sent back: what of it is new, as the actions take it."""

from collections.abc import Iterator
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.actions.blank_words import BlankWords
from workshop.actions.filled_answers import Answers, Blank, Place, Words
from workshop.analysis.joined import joined
from workshop.models import Closed, Invalid, Seat, clean_text
from workshop.models.blanks import Blank as Known
from workshop.models.consent_lines import answers_in
from workshop.models.consents import asked_of
from workshop.models.filled import NOWHERE, Here, Lies
from workshop.models.pack import Box

from .autosave import read_rev
from .filled_gone import gone_from
from .filled_rows import WORDS, Came, brings_back

KEEP = ("here", "file", "both")


class Form:
    """A form as it came; ``wrong`` says by uid what is missing in it."""

    def __init__(self, seat: Seat, here: Here, sent: QueryDict) -> None:
        self.seat, self.here, self.sent = seat, here, sent
        self.came = Came({name: str(sent[name]) for name in sent}, again=True)
        self.wrong: dict[str, str] = {}

    def answers(self) -> Answers:
        """Return what is to be saved.

        Raises:
            Invalid: a choice is missing; ``data["wrong"]`` says by uid which.
            Closed: something that the form speaks of is not in the pack any more; ``data`` as before.
        """
        sheet = self.sent.get("sheet", "")
        found = Answers(
            self._consents(),
            int(sheet) if sheet.isascii() and sheet.isdecimal() and len(sheet) < 5 else None,
            [words for box in self.here.boxes if (words := self._words(box))],
            [card for blank in self.here.blanks if (card := self._blank(blank))],
            list(self._places()),
            self.sent.get("until"),
        )
        if self.here.is_open and gone_from(self.here, self.came.words):
            raise Closed(_gone(), wrong=self.wrong)
        if self.wrong:
            raise Invalid(_waits(len(self.wrong)), wrong=self.wrong)
        return found

    def _consents(self) -> dict[str, bool]:
        """Return every answer, if any is another than is known."""
        rows = asked_of(self.seat)
        lines = [line for line in self.here.lines if line.name not in self.here.settled]
        given = answers_in(rows, {line.name: self.sent.get(line.name, "") for line in lines})
        known = {str(item.uid): was for item, was in rows if was is not None}
        for line in lines:
            if not self.sent.get(line.name):
                self.wrong[line.name] = _("Choose one of the answers.")
        changed = any(known.get(uid) != answer for uid, answer in given.items())
        return {**known, **given} if changed else {}

    def _chosen(self, key: str) -> str:
        """Return which of two versions goes in: ``file`` too where there is one alone; empty for neither."""
        if f"asks-{key}" not in self.sent:
            return "file"
        keep = self.sent.get(f"keep-{key}", "")
        if keep not in KEEP:
            self.wrong[key] = _choose(is_place=key.startswith("place-"))
        return "" if keep == "here" else keep

    def _words(self, box: Box) -> Words | None:
        if f"text-{box.key}" not in self.sent:
            return None
        text, keep = self.came.get("text", box.key), self._chosen(box.key)
        if brings_back(box, self.came) and self.sent.get(f"keep-{box.key}", "") not in KEEP:
            self.wrong[box.key] = _("Choose: it stays taken back, or what is in the file goes in.")
        if not keep or clean_text(text) == box.saved:
            return None
        if keep == "both":
            text = joined(box.saved, clean_text(text))
        return Words(box.prompt, text, self._rev(box.key), f"asks-{box.key}" in self.sent)

    def _blank(self, blank: Known) -> Blank | None:
        if f"title-{blank.key}" not in self.sent:
            return None
        words = BlankWords(*(self.came.get(name, blank.key) for name in WORDS))
        keep, saved = self._chosen(blank.key), BlankWords(**blank.saved)
        if not keep or BlankWords(*map(clean_text, (words.title, words.summary, words.rephrases))) == saved:
            return None
        if keep == "both":
            words = saved.joined(words.checked())
        return Blank(blank.uid, words, self._rev(blank.key), f"asks-{blank.key}" in self.sent)

    def _places(self) -> Iterator[Place]:
        cards = [str(asked.card.uid) for asked, _box in self.here.cards]
        for key in [*cards, *(blank.key for blank in self.here.blanks)]:
            if not self._chosen(f"place-{key}"):
                continue
            zone, reason = self.came.get("zone", key), self.came.get("reason", key).strip()
            if reason and not zone:
                self.wrong[f"place-{key}"] = _("Say as well where the card belongs, or take the reason away.")
            elif zone:
                yield Place(UUID(key), (zone, reason), self._seen(key), f"replaces-{key}" in self.sent)

    def _seen(self, key: str) -> Lies:
        return self.sent.get(f"was-{key}", NOWHERE[0]), self.sent.get(f"was-reason-{key}", NOWHERE[1])

    def _rev(self, key: str) -> int:
        return read_rev(self.sent.get(f"rev-{key}", ""))


def _gone() -> str:
    return _(
        "Nothing was saved yet. Some of this page was about a card or a question that is not in the pack any "
        "more: those words are quoted below. Copy what belongs elsewhere, then save."
    )


def _waits(many: int) -> str:
    says = ngettext(
        "Nothing was saved yet. %(n)s thing on this page waits for your choice: it is marked.",
        "Nothing was saved yet. %(n)s things on this page wait for your choice: they are marked.",
        many,
    )
    return says % {"n": many}


def _choose(*, is_place: bool) -> str:
    if is_place:
        return _("Choose which to keep: what is here, or what is in the file.")
    return _("Choose which to keep: what is here, what is in the file, or both.")
