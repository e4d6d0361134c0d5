"""Which cards divide a group: bars that part from a middle, as a file."""

from django.utils.translation import gettext as _

from workshop.analysis.agreement import split_index
from workshop.analysis.divergence import BESIDE, SIDE, WHOLE, by_split, parted
from workshop.analysis.tallies import SortTally
from workshop.exports.material import Material
from workshop.models.counting import SortResult
from workshop.models.outcomes import Outcome
from workshop.templatetags.answered import answers_counted
from workshop.templatetags.divergence import divergence_sentence
from workshop.templatetags.figures import figure
from workshop.templatetags.words import others

from .keys import key
from .picture import Picture, Table, Told
from .sheet import WIDTH, Sheet, wrapped
from .sort_tables import named
from .words import caption

LEFT, TALL, ROW = 34, 14, 58
STEP = (WIDTH - LEFT) / WHOLE


def divergence_of(material: Material, outcome: Outcome, sort: SortResult) -> Picture:
    """Draw each card's inner to the left of a middle and its outer to the right, the most divided first."""
    title = _("Which cards divide the group, in round %(n)s") % {"n": outcome.round.number}
    told = Told(f"divergence-{outcome.round.number}", title, divergence_sentence(sort.rows))
    sheet, y = Sheet(), 18.0
    for card, tally in by_split(sort.rows):
        sheet.write(0, y, card.label, "num")
        [name, *_more] = wrapped(card.short_title or card.title, WIDTH / 2, 1) or [""]
        sheet.write(LEFT, y, name, "strong")
        sheet.write(WIDTH, y, _counts(tally), "small end")
        _bar(sheet, y + 10, tally)
        y += ROW
    key(sheet, y, WIDTH / 3, is_bar=True)
    said = caption(material, title, answers_counted(outcome), _reading())
    return sheet.picture(told, said, y + 6, _table(sort))


def _counts(tally: SortTally) -> str:
    inner, rest = _("%(n)s inner") % {"n": tally.inner}, others(tally)
    return _("%(inner)s, %(rest)s") % {"inner": inner, "rest": rest} if rest else inner


def _bar(sheet: Sheet, y: float, tally: SortTally) -> None:
    bar = parted(tally)
    sheet.draw("rect", "rule", x=LEFT, y=y, width=SIDE * 2 * STEP, height=TALL)
    for look, start, width in (("is", bar.left, bar.inner), ("half", SIDE, bar.outer)):
        if width:
            sheet.draw("rect", look, x=LEFT + start * STEP, y=y, width=width * STEP, height=TALL)
    if bar.beside:
        ends = f"M{LEFT + BESIDE * STEP:.1f} {y + TALL / 2:.1f}H{LEFT + bar.end * STEP:.1f}"
        sheet.draw("path", "seed-none", d=ends)
    sheet.draw("path", "middle-line", d=f"M{LEFT + SIDE * STEP:.1f} {y - 3:.1f}v{TALL + 6}")


def _reading() -> str:
    return _(
        "Left of the middle, inner; right of it, outer; dashed, not placed or not answered. Ordered by the "
        "split index 4p(1-p), p the share inner of those who placed the card: 0 all agree, 1 half and half."
    )


def _table(sort: SortResult) -> Table:
    head = (_("Card"), _("Inner"), _("Outer"), _("Not placed"), _("Not answered"), _("Split"))
    rows = []
    for card, tally in by_split(sort.rows):
        split = split_index(tally.inner, tally.outer)
        counts = (tally.inner, tally.outer, tally.unplaced, tally.unanswered)
        rows.append((named(card), *map(str, counts), _("too few") if split is None else figure(split)))
    return Table(head, tuple(rows))
