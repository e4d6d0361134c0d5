"""A filled file beside what the pack holds already: a row for each thing, which a form sends back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from workshop.models import clean_line, clean_text
from workshop.models.blanks import Blank
from workshop.models.consent_lines import Line
from workshop.models.filled import NOWHERE, Here, Lies
from workshop.models.pack import Box
from workshop.models.sorting import SortedCard

WORDS = ("title", "summary", "rephrases")


@dataclass(frozen=True)
class Came:
    """What came: from a file, or (``again``) from the form that showed it and was refused, by name of field.

    ``wrong`` has sentences by the uid of what they are about, ``asks`` the cards that are placed already and
    not shown, ``twice`` the names of fields that the file has in two versions.
    """

    words: Mapping[str, str]
    again: bool = False
    wrong: Mapping[str, str] = field(default_factory=dict)
    asks: Collection[str] = ()
    twice: Collection[str] = ()

    def get(self, name: str, key: str) -> str:
        """Return a field, with the one kind of line end that is kept."""
        return self.words.get(f"{name}-{key}", "").replace("\r\n", "\n")

    def keep(self, key: str) -> str:
        """Return what was chosen of two versions; empty while nothing was."""
        return self.words.get(f"keep-{key}", "")

    def asks_about(self, key: str, rev: int, differs: bool) -> bool:
        """Whether both are shown, and a choice is wanted: also where something came in between."""
        if not self.again:
            return differs
        return f"asks-{key}" in self.words or (differs and self.words.get(f"rev-{key}") != str(rev))


@dataclass(frozen=True)
class Row:
    """What every row has: the uid, what is wrong, whether a choice is wanted, and which was made."""

    key: str
    wrong: str
    asks: bool
    keep: str


@dataclass(frozen=True)
class BoxRow(Row):
    """A box for words: what is ``here``, and what the field holds."""

    box: Box
    here: str
    text: str
    twice: bool
    is_same: bool


@dataclass(frozen=True)
class PlaceRow(Row):
    """Where a card belongs. ``is_met``: it lies somewhere already, which is not shown to who enters it."""

    here: Lies
    zone: str
    reason: str
    is_met: bool


@dataclass(frozen=True)
class BlankRow(Row):
    """A blank card: its words as they are, those in its fields, and where it belongs."""

    blank: Blank
    words: dict[str, str]
    place: PlaceRow
    is_used: bool


@dataclass(frozen=True)
class LineRow:
    """A question about taking part: the answer ``here`` in words, the one shown, and the one in the file."""

    line: Line
    here: str
    answer: str
    came: str
    is_settled: bool
    wrong: str


@dataclass(frozen=True)
class CardRow:
    """A card with its comment and its place."""

    asked: SortedCard
    box: BoxRow
    place: PlaceRow


def brings_back(box: Box, came: Came) -> bool:
    """Whether words came for a box whose own were taken back: those go in only if that is chosen."""
    is_taken_back = box.remark is not None and box.remark.withdrawn_at is not None
    return is_taken_back and bool(clean_text(came.get("text", box.key)))


def box_row(box: Box, came: Came) -> BoxRow:
    """Return the row of a box."""
    text = came.get("text", box.key)
    differs = bool(box.saved and clean_text(text) and clean_text(text) != box.saved)
    asks = brings_back(box, came) or came.asks_about(box.key, box.rev, differs)
    shown = text if came.again or text else box.saved
    same = not came.again and bool(text) and not differs and bool(box.saved)
    twice = f"text-{box.key}" in came.twice
    wrong = came.wrong.get(box.key, "")
    return BoxRow(box.key, wrong, asks, came.keep(box.key), box, box.saved, shown, twice, same)


def place_row(key: str, here: Lies, came: Came) -> PlaceRow:
    """Return the row of a card's place."""
    zone, reason = came.get("zone", key), clean_line(came.get("reason", key))
    if not came.again:
        zone = zone or here[0]
    differs = bool(here[0] and zone) and (zone != here[0] or reason not in ("", here[1]))
    asks = f"asks-place-{key}" in came.words if came.again else differs
    if not came.again and not differs:
        reason = reason or here[1]
    wrong, keep = came.wrong.get(f"place-{key}", ""), came.keep(f"place-{key}")
    return PlaceRow(key, wrong, asks, keep, here, zone, reason, key in came.asks)


def blank_row(blank: Blank, here: Lies, came: Came) -> BlankRow:
    """Return the row of a blank card, or of a place for one."""
    sent = {name: came.get(name, blank.key) for name in WORDS}
    has_words = bool(sent["title"].strip() or sent["summary"].strip())
    is_there = bool(blank.saved["title"] or blank.saved["summary"])
    differs = (
        is_there and has_words and {name: clean_text(words) for name, words in sent.items()} != blank.saved
    )
    asks = came.asks_about(blank.key, blank.rev, differs)
    words = sent if came.again or has_words else blank.saved
    place = place_row(blank.key, here, came)
    used = is_there or has_words or bool(place.zone or place.reason)
    return BlankRow(
        blank.key, came.wrong.get(blank.key, ""), asks, came.keep(blank.key), blank, words, place, used
    )


def line_row(line: Line, came: Came, settled: bool) -> LineRow:
    """Return the row of a question: where both say something else, neither is chosen beforehand."""
    sent = came.words.get(line.name, "")
    known = sent if sent in dict(line.options) else ""
    differs = bool(known and line.answer) and known != line.answer
    answer = known if came.again or not line.answer else "" if differs else line.answer
    shown = dict(line.options).get(known, "") if differs else ""
    return LineRow(line, line.said, answer, shown, settled, came.wrong.get(line.name, ""))


def rows_of(here: Here, came: Came) -> dict[str, object]:
    """Return the rows of a pack by what they are of, and how many of them wait for a choice."""
    cards = [
        CardRow(asked, box_row(box, came), place_row(uid, here.lies.get(uid, NOWHERE), came))
        for asked, box in here.cards
        if (uid := str(asked.card.uid))
    ]
    blanks = [blank_row(each, here.lies.get(each.key, NOWHERE), came) for each in here.blanks]
    return {
        "cards": cards,
        "blanks": [each for each in blanks if each.is_used],
        "places": [each for each in blanks if not each.is_used],
        "others": [box_row(box, came) for box in here.others],
        "lines": [line_row(line, came, line.name in here.settled) for line in here.lines],
    }
