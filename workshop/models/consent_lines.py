"""What is asked, as a form shows it: yes or no for each item, and one of three for quoting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from .asked_twice import Question, question_before
from .audiences import may_see_people_rows
from .consents import NAMED, NONE, UNNAMED, Asked, Consent, ConsentItem
from .consents import QUOTING as KEYS
from .kept import Kept, quoting_of
from .people import Seat
from .reuse import KEY, reuse_hint
from .workshops import Workshop

QUOTE = "quote"
# What each of the three answers says to the items about quoting, in the order of KEYS. The items stay as they
# are, so what people said before there was one question still counts.
ANSWERS = {NAMED: (True, True), UNNAMED: (False, True), NONE: (False, False)}


@dataclass(frozen=True)
class Line:
    """One question on the page: ``name`` of its answer, the choices, what was answered, and what is wrong.

    ``hint`` says what the promise makes of it; ``why``, why it is open again; ``asks`` what is asked first,
    by answer.
    """

    name: str
    text: str
    options: tuple[tuple[str, str], ...]
    answer: str = ""
    required: bool = False
    wrong: str = ""
    hint: str = ""
    why: str = ""
    asks: Mapping[str, Question] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """The words of the answer that was given; empty without one."""
        return dict(self.options).get(self.answer, "")

    @property
    def others(self) -> list[tuple[str, str, Question | None]]:
        """The answers that were not given, each with what is asked before."""
        return [(value, label, self.asks.get(value)) for value, label in self.options if value != self.answer]


def asked_and_answered(seat: Seat) -> QuerySet[Consent]:
    """Return the answers to what a seat was asked, in the order of time.

    Where names are hidden, nobody is asked about quotes with a name: that no was put there by the answer to
    the one question about quoting.
    """
    rows = seat.consents.select_related("item").order_by("at", "pk")
    if may_see_people_rows(seat.workshop) or not rows.filter(item__key=KEYS[1]).exists():
        return rows
    return rows.exclude(item__key=KEYS[0])


def lines_for(seat: Seat, asked: Iterable[Asked]) -> list[Line]:
    """Return the questions as the promise of the workshop lets them be kept, with what is asked before.

    Where names are hidden no quote has a name, so that answer is not offered; who gave it reads what it does.
    """
    rows = list(asked)
    lines, quoting = lines_offered(seat.workshop, rows), _names_of_quoting(rows)
    if seat.workshop.is_unlinked and quoting_of(seat.workshop) == Kept.Quoting.NOTHING:
        stopped = _(
            "This answer changes nothing any more: nothing from this workshop is quoted in any new file."
        )
        lines = [_settled(line, stopped) if line.name in quoting else line for line in lines]
    reuse = {str(item.uid) for item, _was in rows if item.key == KEY}
    lines = [_until_the_close(line, seat) if line.name in reuse else line for line in lines]
    return [replace(line, asks=_asks(seat, rows, line)) for line in lines]


def lines_offered(workshop: Workshop, rows: list[Asked]) -> list[Line]:
    """Return the questions with the answers that the promise lets be kept: no quote has a name it hides."""
    lines, quoting = lines_of(rows), _names_of_quoting(rows)
    if may_see_people_rows(workshop):
        return lines
    return [_nameless(line) if line.name in quoting else line for line in lines]


def _names_of_quoting(rows: list[Asked]) -> set[str]:
    return {QUOTE, *(str(item.uid) for item, _was in rows if item.key in KEYS)}


def _until_the_close(line: Line, seat: Seat) -> Line:
    """Return the question about re-use; once its answer can do nothing, another one is not offered."""
    hint = reuse_hint(seat.workshop)
    return _settled(line, hint) if seat.workshop.is_unlinked else replace(line, hint=hint)


def _settled(line: Line, hint: str) -> Line:
    """Return a question as it stands once its answer changes nothing any more: that answer, and no other."""
    left = tuple(each for each in line.options if each[0] == line.answer)
    return replace(line, options=left or line.options, hint=hint)


def _nameless(line: Line) -> Line:
    options = tuple(each for each in line.options if each[0] != NAMED)
    hint = _("Quotes from this workshop are given without names: its promise hides who wrote what.")
    return replace(line, options=options, answer=UNNAMED if line.answer == NAMED else line.answer, hint=hint)


def _asks(seat: Seat, rows: list[Asked], line: Line) -> dict[str, Question]:
    presses = {value: answers_in(rows, {line.name: value}) for value, _label in line.options}
    found = {value: question_before(seat, rows, given) for value, given in presses.items()}
    return {value: question for value, question in found.items() if question}


def lines_of(asked: Iterable[Asked]) -> list[Line]:
    """Return the questions in order. The items about quoting are one question if both are asked."""
    rows = list(asked)
    both = [{item.key: (item, given) for item, given in rows}.get(key) for key in KEYS]
    lines, named, unnamed = [], both[0], both[1]
    for item, given in rows:
        if not (named and unnamed and item.key in KEYS):
            lines.append(_yes_or_no(item, given))
        elif item in (named[0], unnamed[0]) and all(line.name != QUOTE for line in lines):
            lines.append(_quoting(named, unnamed))
    return lines


def _yes_or_no(item: ConsentItem, given: bool | None) -> Line:
    answer = "" if given is None else "yes" if given else "no"
    options = (("yes", _("Yes")), ("no", _("No")))
    return Line(str(item.uid), item.text, options, answer, item.required)


def _quoting(named: Asked, unnamed: Asked) -> Line:
    options = ((NAMED, named[0].text), (UNNAMED, unnamed[0].text), (NONE, _("My words may not be quoted.")))
    given = (named[1], unnamed[1])
    answer = "" if None in given else NAMED if named[1] else UNNAMED if unnamed[1] else NONE
    return Line(QUOTE, _("May your words be quoted?"), options, answer)


def answers_in(asked: Iterable[Asked], sent: Mapping[str, str]) -> dict[str, bool]:
    """Return yes or no by the uid of an item, from what a form sent; what is no answer is left out."""
    rows = list(asked)
    given = {str(item.uid): sent.get(str(item.uid)) for item, _was in rows}
    answers = {uid: answer == "yes" for uid, answer in given.items() if answer in ("yes", "no")}
    chosen = dict(zip(KEYS, ANSWERS.get(sent.get(QUOTE, ""), ()), strict=False))
    return answers | {str(item.uid): chosen[item.key] for item, _was in rows if item.key in chosen}
