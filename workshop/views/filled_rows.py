"""A filled file beside what the pack holds already: a row for each thing, which a form sends back."""

from dataclasses import dataclass, replace

from workshop.models import LIMITS, clean_text
from workshop.models.blanks import Blank
from workshop.models.consent_lines import Line
from workshop.models.filled import NOWHERE, Here, Lies
from workshop.models.pack import Box
from workshop.models.sorting import SortedCard

from .filled_came import Came, Row, too_long
from .filled_places import PlaceRow, in_order_here, place_row
from .filled_two import WORDS, targets


@dataclass(frozen=True)
class BoxRow(Row):
    """A box for words: what is ``here``, and what the field holds."""

    box: Box
    here: str
    text: str
    twice: bool
    is_same: bool


@dataclass(frozen=True)
class BlankRow(Row):
    """A blank card: its words as they are, those in its fields, and where it belongs.

    ``long`` is what is wrong with its summary alone; ``is_used``: anything stands on it; ``has_words``: any
    came for it. ``to`` is the uid of the empty one that takes them if both cards stay.
    """

    blank: Blank
    words: dict[str, str]
    place: PlaceRow
    is_used: bool
    has_words: bool
    long: str
    to: str = ""


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
    counts = bool(clean_text(text)) or came.is_behind(box.key, box.rev)  # else an empty box would empty it
    differs = bool(box.saved and counts and clean_text(text) != box.saved)
    asks = brings_back(box, came) or came.asks_about(box.key, box.rev, differs)
    shown = text if came.has("text", box.key) or text else box.saved
    same = not came.again and bool(text) and not differs and bool(box.saved)
    twice = f"text-{box.key}" in came.twice
    wrong = came.wrong.get(box.key) or too_long(shown, box.prompt.limit)
    return BoxRow(box.key, wrong, asks, came.keep(box.key), box, box.saved, shown, twice, same)


def blank_row(blank: Blank, here: Lies, came: Came, was: int | None = None) -> BlankRow:
    """Return the row of a blank card, or of a place for one."""
    sent = {name: came.get(name, blank.key) for name in WORDS}
    has_words = bool(sent["title"].strip() or sent["summary"].strip())
    is_there = bool(blank.saved["title"] or blank.saved["summary"])
    counts = has_words or came.is_behind(blank.key, blank.rev)  # as for a box
    differs = is_there and counts and {name: clean_text(said) for name, said in sent.items()} != blank.saved
    asks = came.asks_about(blank.key, blank.rev, differs)
    words = sent if came.has("title", blank.key) or has_words else blank.saved
    place = place_row(blank.key, here, came, was=was, of_two=asks)
    used = is_there or has_words or bool(place.zone or place.reason)
    long, refused = too_long(words["summary"], LIMITS["summary"]), came.wrong.get(blank.key, "")
    wrong = too_long(words["title"], LIMITS["title"]) or ("" if refused == long else refused)
    return BlankRow(blank.key, wrong, asks, came.keep(blank.key), blank, words, place, used, has_words, long)


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
    came = in_order_here(here, came)
    cards = [
        CardRow(
            asked,
            box_row(box, came),
            place_row(uid, here.lies.get(uid, NOWHERE), came, was=here.orders.get(uid)),
        )
        for asked, box in here.cards
        if (uid := str(asked.card.uid))
    ]
    blanks = [
        blank_row(each, here.lies.get(each.key, NOWHERE), came, here.orders.get(each.key))
        for each in here.blanks
    ]
    to = targets(here.blanks, came, [each.key for each in blanks if each.asks and each.has_words])
    blanks = [replace(each, to=to.get(each.key, "")) for each in blanks]
    return {
        "cards": cards,
        "blanks": [each for each in blanks if each.is_used],
        "places": [each for each in blanks if not each.is_used],
        "others": [box_row(box, came) for box in here.others],
        "lines": [line_row(line, came, line.name in here.settled) for line in here.lines],
    }
