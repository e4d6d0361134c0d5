"""The bars of a poll: how many nominated each card, as a file."""

from django.utils.translation import gettext as _

from workshop.analysis.bars import WIDTH as WHOLE
from workshop.analysis.bars import bar
from workshop.exports.material import Material
from workshop.models.counting import PollResult
from workshop.models.outcomes import Outcome
from workshop.templatetags.answered import answers_counted
from workshop.templatetags.outcomes import outcome_title
from workshop.templatetags.words import of_people, poll_sentence

from .picture import Picture, Table, Told
from .sheet import LINE, WIDTH, Sheet, wrapped
from .sort_tables import named
from .words import caption

LEFT, COUNT, TALL = 34, 84, 12


def bars_of(material: Material, outcome: Outcome, poll: PollResult) -> Picture:
    """Draw a bar for each card of a poll, one step for each person up to thirty."""
    people = poll.tally.people
    says = poll_sentence(poll.rows, people)
    told = Told(f"poll-{outcome.round.number}", outcome_title(outcome), says)
    sheet, y = Sheet(), 18.0
    for card, count in poll.rows:
        sheet.write(0, y, card.label, "num")
        sheet.write(WIDTH, y, of_people(count, people), "strong end")
        y = sheet.write_lines(LEFT, y, wrapped(card.title, WIDTH - LEFT - COUNT, 3))
        _bar(sheet, y - LINE / 2 - 1, count, people)
        y += LINE + 16
    said = caption(material, told.title, answers_counted(outcome), _counted(people))
    return sheet.picture(told, said, y - LINE - 16 + TALL, nominations(poll))


def nominations(poll: PollResult) -> Table:
    """Return how many nominated each card, and out of how many."""
    head = (_("Card"), _("Nominated by"), _("Out of"))
    people = str(poll.tally.people)
    return Table(head, tuple((named(card), str(count), people) for card, count in poll.rows))


def _bar(sheet: Sheet, y: float, count: int, people: int) -> None:
    step = (WIDTH - LEFT) / WHOLE
    laid = bar(count, people)
    sheet.draw("rect", "rest", x=LEFT, y=y, width=WIDTH - LEFT - 0.5, height=TALL)
    if count:
        sheet.draw("rect", "is", x=LEFT, y=y, width=laid.width * step - 0.5, height=TALL)
    for tick in laid.ticks:
        sheet.draw("path", "tick", d=f"M{LEFT + tick * step:.1f} {y:.1f}v{TALL}")


def _counted(people: int) -> str:
    if people > 30:
        return _("Each bar is as long as the share of people who nominated the card.")
    return _("One step of a bar for each person who nominated the card.")
