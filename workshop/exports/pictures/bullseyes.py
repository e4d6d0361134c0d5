"""The bullseyes of a sort: one small table for each card, as a file."""

from math import ceil

from django.utils.translation import gettext as _

from workshop.analysis.bars import WIDTH as WHOLE
from workshop.analysis.bars import split_bar
from workshop.analysis.bullseye import Bullseye, bullseye
from workshop.analysis.tallies import SortTally
from workshop.exports.material import Material
from workshop.models.counting import Face, SortResult
from workshop.models.outcomes import Outcome
from workshop.templatetags.answered import answers_counted
from workshop.templatetags.outcomes import outcome_title
from workshop.templatetags.words import of_people, others, sort_sentence

from .keys import key
from .picture import Picture, Told
from .sheet import WIDTH, Sheet, wrapped
from .sort_tables import placements
from .words import caption

COLUMNS, GAP, WORDS, INDENT = 3, 18, 116, 26
CELL = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
DISC, BAR = 66.0, 14.0  # px: half of what a bullseye fills, and how high a bar is


def bullseyes_of(material: Material, outcome: Outcome, sort: SortResult) -> Picture:
    """Draw each card of a sort as a table seen from above, a dot for each person; as a bar above thirty."""
    says = sort_sentence(sort.rows)
    told = Told(f"bullseye-{outcome.round.number}", outcome_title(outcome), says)
    is_bar = any(_laid(tally).is_bar for _card, tally in sort.rows)
    sheet, tall = Sheet(), (BAR if is_bar else DISC * 2) + WORDS
    for n, (card, tally) in enumerate(sort.rows):
        _cell(sheet, (n % COLUMNS) * (CELL + GAP), n // COLUMNS * tall, card, tally)
    foot = ceil(len(sort.rows) / COLUMNS) * tall + 14
    key(sheet, foot, CELL + GAP, is_bar=is_bar)
    said = caption(material, told.title, answers_counted(outcome), _reading(is_bar))
    return sheet.picture(told, said, foot + 6, placements(sort))


def _laid(tally: SortTally) -> Bullseye:
    return bullseye(tally.inner, tally.outer, tally.unplaced, tally.people)


def _cell(sheet: Sheet, x: float, y: float, card: Face, tally: SortTally) -> None:
    laid = _laid(tally)
    if laid.is_bar:
        sheet.group(x, y, CELL / WHOLE)
        _bar(sheet, tally)
    else:
        sheet.group(x + CELL / 2, y + DISC, DISC / 100)
        _dots(sheet, laid)
    sheet.ungroup()
    y += BAR if laid.is_bar else DISC * 2
    sheet.write(x, y + 24, card.label, "num")
    name = wrapped(card.short_title or card.title, CELL - INDENT)
    y = sheet.write_lines(x + INDENT, y + 23, name, "strong")
    inner = _("%(counted)s inner") % {"counted": of_people(tally.inner, tally.people)}
    sheet.write(x + INDENT, y + 1, inner)
    sheet.write_lines(x + INDENT, y + 18, wrapped(others(tally), CELL - INDENT, size=13), "small soft", 16)


def _dots(sheet: Sheet, laid: Bullseye) -> None:
    sheet.draw("circle", "ring-outer", r=80)
    sheet.draw("circle", "ring-inner", r=52)
    for look, dots in (("inner", laid.inner), ("outer", laid.outer), ("none", laid.unplaced)):
        for dot in dots:
            sheet.draw("circle", f"seed-{look}", cx=dot.x, cy=dot.y, r=dot.radius)


def _bar(sheet: Sheet, tally: SortTally) -> None:
    split = split_bar(tally.inner, tally.outer, tally.unplaced + tally.unanswered)
    sheet.draw("rect", "half", width=split.outer, height=10)
    sheet.draw("rect", "is", width=split.inner, height=10)
    if split.dashed:
        sheet.draw("path", "seed-none", d=f"M{split.outer:.1f} 5H{WHOLE}")


def _reading(is_bar: bool) -> str:
    if is_bar:
        return _("One bar for each card: dark, inner; light, outer; dashed, not placed or not answered.")
    return _(
        "One dot for each person: on the dark disc, inner; on the light ring, outer; outside the table, not "
        "placed. Dots are laid out by number, not by person."
    )
