"""The form that showed a filled file, sent back: what of it is new, as the actions take it."""

from collections.abc import Iterator
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from workshop.actions.blank_words import BlankWords
from workshop.actions.filled_answers import Answers, Blank, Order, Place, Words
from workshop.analysis.joined import joined
from workshop.models import Closed, Invalid, Mark, Seat, clean_text
from workshop.models.blanks import Blank as Known
from workshop.models.consent_lines import answers_in
from workshop.models.consents import asked_of
from workshop.models.filled import NOWHERE, Here, Lies
from workshop.models.pack import Box

from .autosave import read_rev
from .filled_came import Came
from .filled_gone import gone_from
from .filled_places import number_in
from .filled_rows import brings_back
from .filled_says import choose, gone, waits
from .filled_two import WORDS, targets

KEEP = ("here", "file", "both")
TWO = "two"  # of a blank card: what is here stays as it is, and what is in the file goes on an empty one


class Form:
    """A form as it came; ``wrong`` says by uid what is missing in it.

    ``beside`` has by the uid of a blank card that of the empty one which takes what the file has for it.
    """

    def __init__(self, seat: Seat, here: Here, sent: QueryDict) -> None:
        self.seat, self.here, self.sent = seat, here, sent
        self.came = Came({name: str(sent[name]) for name in sent}, again=True)
        self.wrong: dict[str, str] = {}
        self.kept: dict[str, str] = {}  # what was chosen of two blank cards
        self.orders: dict[UUID, Order] = {}
        two = [each.key for each in here.blanks if self._stays_two(each.key)]
        self.beside = targets(here.blanks, self.came, two)

    def at(self, key: str) -> str:
        """Return the uid at which the page shows what was to be saved at another."""
        return next((shown for shown, taken in self.beside.items() if taken == key), key)

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
            self.orders if any(each.sent != each.seen for each in self.orders.values()) else {},
            "whole" in self.sent if "asks-whole" in self.sent else None,
        )
        if self.here.is_open and gone_from(self.here, self.came.words):
            raise Closed(gone(), wrong=self.wrong)
        if self.wrong:
            raise Invalid(waits(len(self.wrong)), wrong=self.wrong)
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

    def _stays_two(self, key: str) -> bool:
        return f"asks-{key}" in self.sent and self.sent.get(f"keep-{key}") == TWO

    def _chosen(self, key: str) -> str:
        """Return which of two versions goes in: ``file`` too where there is one alone; empty for neither."""
        if f"asks-{key}" not in self.sent:
            return "file"
        keep = self.sent.get(f"keep-{key}", "")
        if keep not in KEEP:
            self.wrong[key] = choose(is_place=key.startswith("place-"))
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
        if f"title-{blank.key}" not in self.sent or blank.key in self.beside.values():
            return None
        words = BlankWords(*(self.came.get(name, blank.key) for name in WORDS))
        asks = f"asks-{blank.key}" in self.sent
        saved = BlankWords(**blank.saved)
        if self._stays_two(blank.key):
            return self._second(blank, words)
        keep = self.kept[blank.key] = self._chosen(blank.key)
        if not keep or BlankWords(*map(clean_text, (words.title, words.summary, words.rephrases))) == saved:
            return None
        if keep == "both":
            words = saved.joined(words.checked())
        return Blank(blank.uid, words, self._rev(blank.key), asks and keep == "file")

    def _second(self, blank: Known, words: BlankWords) -> Blank | None:
        """Return what the file has for a blank card as one more, on the empty one that takes it."""
        to = self.beside.get(blank.key)
        if not to:
            self.kept[blank.key] = ""
            self.wrong[blank.key] = _(
                "No blank card is empty, so both cannot stay as two cards. Choose another answer here."
            )
            return None
        self.kept[blank.key] = TWO
        return Blank(UUID(to), words, self._rev(to))

    def _places(self) -> Iterator[Place]:
        cards = [str(asked.card.uid) for asked, _box in self.here.cards]
        for key in [*cards, *(blank.key for blank in self.here.blanks)]:
            if key in self.beside.values():
                continue  # its place is that of the card whose words it takes
            was = self._was(key)
            self.orders[UUID(key)] = Order(was, was)
            if not self.kept.get(key, "file") or not self._chosen(f"place-{key}"):
                continue
            zone, reason = self._where(key)
            self._order(key, zone)
            if reason and not zone:
                self.wrong[f"place-{key}"] = _("Say as well where the card belongs, or take the reason away.")
            elif zone:
                to = self.beside.get(key)
                seen = NOWHERE if to else self._seen(key)
                yield Place(UUID(to or key), (zone, reason), seen, f"replaces-{key}" in self.sent)

    def _was(self, key: str) -> int | None:
        return number_in(self.sent.get(f"was-order-{key}", ""))

    def _order(self, key: str, zone: str) -> None:
        """Take the place of a card in its circle; a card without either stays where it is in the order.

        The number that a card had goes when the card leaves the circles: it may be the file's own print.
        """
        typed = self.came.get("order", key).strip()
        number, to = number_in(typed), self.beside.get(key)
        if not (zone or typed):
            return
        if zone == Mark.Zone.UNPLACED and number and number == self._was(key):
            typed, number = "", None
        if typed and not number:
            self.wrong[f"place-{key}"] = _("Write its place in the circle as a number: 1 is first.")
        elif number and zone not in (Mark.Zone.INNER, Mark.Zone.OUTER):
            self.wrong[f"place-{key}"] = _("Say as well which circle it is in, or take the number away.")
        self.orders[UUID(to or key)] = Order(number, None if to else self._was(key))

    def _where(self, key: str) -> Lies:
        """Return where a card goes, and why; a reason that came alone is of a card that is not placed."""
        zone, reason = self.came.get("zone", key), self.came.get("reason", key).strip()
        if f"alone-{key}" in self.sent and zone not in ("", Mark.Zone.UNPLACED):
            return zone, self._seen(key)[1]
        return zone, reason

    def _seen(self, key: str) -> Lies:
        return self.sent.get(f"was-{key}", NOWHERE[0]), self.sent.get(f"was-reason-{key}", NOWHERE[1])

    def _rev(self, key: str) -> int:
        return read_rev(self.sent.get(f"rev-{key}", ""))
