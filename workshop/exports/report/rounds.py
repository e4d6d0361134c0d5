"""The results, round by round: a sentence, a table, the figures behind it, and what moved between rounds."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.exports.pictures.bars import nominations
from workshop.exports.pictures.sort_tables import named, placements
from workshop.exports.pictures.spectra import marks_of, moves_of
from workshop.models.counting import SortResult
from workshop.models.outcomes import Outcome
from workshop.templatetags.answered import answers_counted
from workshop.templatetags.outcomes import outcome_title
from workshop.templatetags.rounds import round_title
from workshop.templatetags.spectrum import moves_sentence
from workshop.templatetags.words import of_people, poll_sentence, sort_sentence

from .agreement import agreement, ruled
from .blocks import Block, Heading, Paragraph, Table, listed
from .drawn import Drawn
from .record import Record
from .shifts import shifts


def results(record: Record, drawn: Drawn) -> Iterator[Block]:
    """Yield the whole section on results."""
    yield Heading(_("Results"))
    outcomes = record.material.results.outcomes
    if not outcomes:
        yield Paragraph(_("No round was opened."))
    for outcome in outcomes:
        if outcome.round.is_revealed:
            yield from _round(record, outcome, drawn)
        else:
            yield Heading(round_title(outcome.round), 2)
            yield Paragraph(_hidden(outcome))
    for comparison in record.material.results.comparisons:
        yield from shifts(record, comparison)
    yield from drawn.across_rounds()


def _hidden(outcome: Outcome) -> str:
    counted = of_people(outcome.answered.count, outcome.answered.seats)
    return _("%(counted)s answered. The result is not revealed, so it is in no file.") % {"counted": counted}


def _round(record: Record, outcome: Outcome, drawn: Drawn) -> Iterator[Block]:
    yield Heading(outcome_title(outcome), 2)
    yield Paragraph(" ".join(filter(None, [_says(outcome), answers_counted(outcome), _entered(outcome)])))
    yield from drawn.of_round(outcome.round.number, None if outcome.spectrum else _says(outcome))
    yield from _tables(outcome)
    yield from ruled(record, outcome)
    if outcome.figures:
        yield from agreement(outcome.figures)


def _says(outcome: Outcome) -> str:
    if outcome.sort:
        return sort_sentence(outcome.sort.rows)
    return poll_sentence(outcome.poll.rows, outcome.people) if outcome.poll else ""


def _entered(outcome: Outcome) -> str:
    if not outcome.entered:
        return ""
    said = ngettext(
        "%(n)s of %(answered)s was entered by a facilitator, for somebody without a device.",
        "%(n)s of %(answered)s were entered by a facilitator, for people without a device.",
        outcome.entered,
    )
    return said % {"n": outcome.entered, "answered": outcome.answered.count}


def _tables(outcome: Outcome) -> Iterator[Block]:
    if outcome.sort:
        yield from _sort_table(outcome.sort)
    elif outcome.poll:
        table = nominations(outcome.poll)
        yield Table(_("Nominations for each card"), table.head, table.rows, "lrr")
    elif outcome.spectrum and outcome.people:
        rows, table = outcome.spectrum.rows, marks_of(outcome.spectrum)
        yield listed([f"{named(card)}: {moves_sentence(card, spread)}" for card, spread in rows])
        caption = _("Marks of each card, counted in five bands from its first pole (1) to its second (5)")
        yield Table(caption, table.head, table.rows, "lllrrrrr")
        caption = _("How many would move each card, and which way")
        wanted = moves_of(outcome.spectrum)
        yield Table(caption, wanted.head, wanted.rows, "llrrr")


def _sort_table(sort: SortResult) -> Iterator[Block]:
    people, table = max((tally.people for _card, tally in sort.rows), default=0), placements(sort)
    said = ngettext(
        "Placements of each card by %(people)s person", "Placements of each card by %(people)s people", people
    )
    align = "l" + "r" * (len(table.head) - 1)
    yield Table(said % {"people": people}, table.head, table.rows, align)
    yield Paragraph(
        _(
            "Pairs that agree: of all pairs of people who placed the card, those who chose the same circle. "
            "Likely share inner: the 95 % interval of Wilson (1927), where 0 is nobody and 1 is "
            "everybody. The smaller the group, the wider it is."
        ),
        look="small",
    )
