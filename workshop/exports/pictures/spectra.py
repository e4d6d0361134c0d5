"""Where people see each card between its poles: the dumbbells of a spectrum, as a file."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.analysis.spectrum import WIDTH as LANE
from workshop.analysis.spectrum import Lane, Spread, bands, lane
from workshop.exports.material import Material
from workshop.models.outcomes import Outcome
from workshop.models.spectrum import Poles, SpectrumResult
from workshop.templatetags.answered import answers_counted
from workshop.templatetags.outcomes import outcome_title
from workshop.templatetags.spectrum import moves_sentence

from .picture import Picture, Table, Told
from .sheet import LINE, WIDTH, Sheet, wrapped
from .sort_tables import named, short
from .words import caption

LEFT, STEP, POLE = 34, (WIDTH - 34) / LANE, 210


def spectrum_of(material: Material, outcome: Outcome, found: SpectrumResult) -> Picture:
    """Draw a line for each card from pole to pole: above it where we are, below it where we want to be."""
    says = " ".join(f"{short(card)}: {moves_sentence(card, line)}" for card, line in found.rows)
    told = Told(f"spectrum-{outcome.round.number}", outcome_title(outcome), says)
    sheet, y = Sheet(), 18.0
    for card, line in found.rows:
        sheet.write(0, y, card.label, "num")
        y = sheet.write_lines(LEFT, y, wrapped(card.title, WIDTH - LEFT), "strong")
        y = sheet.write_lines(
            LEFT, y + 2, wrapped(moves_sentence(card, line), WIDTH - LEFT, 3, 13), "small soft"
        )
        y = _line(sheet, y, line) + LINE + 22 if line.people and not line.is_withheld else y + 14
        if line.people and not line.is_withheld:
            _poles(sheet, y - LINE - 4, card)
    _key(sheet, y)
    is_bar = any(line.people > 30 for _card, line in found.rows)
    said = caption(material, told.title, answers_counted(outcome), _reading(is_bar))
    return sheet.picture(told, said, y + 6, marks_of(found))


def _line(sheet: Sheet, y: float, found: Spread) -> float:
    """Draw one line with its marks; return where it ends."""
    above, below = lane(found.now, found.people), lane(found.want, found.people)
    middle = y + above.height * STEP
    sheet.group(LEFT, middle, STEP)
    sheet.draw("path", "post", d=f"M16 0H{LANE - 16}M16 -6V6M{LANE - 16} -6V6M{LANE // 2} -4V4")
    _side(sheet, above, "now", -1)
    _side(sheet, below, "want", 1)
    sheet.ungroup()
    return middle + below.height * STEP


def _side(sheet: Sheet, side: Lane, look: str, way: int) -> None:
    for dot in side.dots:
        sheet.draw("circle", look, cx=dot.x, cy=way * dot.y, r=6)
    for x, width, height in side.bars:
        sheet.draw("rect", look, x=x, y=4 if way > 0 else -height - 4, width=width, height=height)


def _poles(sheet: Sheet, y: float, card: Poles) -> None:
    for x, words, look in ((LEFT, card.a, "small"), (WIDTH, card.b, "small end")):
        [pole, *_more] = wrapped(words, POLE, 1, 13) or [""]
        sheet.write(x, y, pole, look)


def _key(sheet: Sheet, y: float) -> None:
    for n, (look, words) in enumerate((("now", _("where we are")), ("want", _("where we want to be")))):
        sheet.draw("circle", look, cx=LEFT + n * WIDTH / 2 + 6, cy=y - 4.5, r=6)
        sheet.write(LEFT + n * WIDTH / 2 + 20, y, words, "small")


def _reading(is_bar: bool) -> str:
    if is_bar:
        return _(
            "Bars count the marks in five bands: hollow above, where we are; filled below, where we want to "
            "be."
        )
    return _("One dot for each mark: hollow above the line, where we are; filled below, where we want to be.")


def marks_of(found: SpectrumResult) -> Table:
    """Return the marks of each card in five bands, a row for where we are and one for where we want to be."""
    head = (_("Card"), _("From, to"), _("Marks"), *"12345")
    rows = (row for card, line in found.rows for row in _marks(card, line))
    return Table(head, tuple(rows))


def moves_of(found: SpectrumResult) -> Table:
    """Return how many would move each card, and which way."""
    head = (_("Card"), _("From, to"), _("Towards the first"), _("Stay"), _("Towards the second"))
    return Table(head, tuple(_moves(card, line) for card, line in found.rows))


def _marks(card: Poles, line: Spread) -> Iterator[tuple[str, ...]]:
    for side, marks in ((_("Where we are"), line.now), (_("Where we want to be"), line.want)):
        counts = (_("not shown"), *"–" * 4) if line.is_withheld else map(str, bands(marks))
        yield (*_named(card), side, *counts)


def _moves(card: Poles, line: Spread) -> tuple[str, ...]:
    if line.is_withheld:
        return (*_named(card), _("not shown"), "–", "–")
    return (*_named(card), str(line.to_a), str(line.stay), str(line.to_b))


def _named(card: Poles) -> tuple[str, str]:
    return named(card), f"{card.a}, {card.b}"
