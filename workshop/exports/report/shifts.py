"""What moved between two sorts of a series: a sentence for each card, and the counts as a table."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.refused import Refused
from workshop.analysis.tau import Tau
from workshop.exports.pictures.sort_tables import named
from workshop.models.moved import Moved
from workshop.models.movements import order_between
from workshop.models.outcomes import sorts_in
from workshop.models.shifts import Comparison, ShiftRow
from workshop.templatetags.shifts import order_kept, row_sentence, shift_sentence, source_sentence

from .blocks import Block, Heading, Listing, Paragraph, Table
from .record import Record


def shifts(record: Record, comparison: Comparison) -> Iterator[Block]:
    """Yield what moved between two sorts, and whether the group's order is the same."""
    rounds = {"before": comparison.before.number, "after": comparison.after.number}
    yield Heading(_("What moved between round %(before)s and round %(after)s") % rounds, 2)
    if not comparison.people:
        yield Paragraph(
            _("Nobody is known to have answered both, so nothing can be compared person by person.")
        )
        return
    yield Paragraph(" ".join([shift_sentence(comparison), *_counted(comparison)]))
    yield Listing([(f"{named(row.card)}:", _says(row)) for row in comparison.rows])
    head = [_("Card"), _("Moved in"), _("Moved out"), _("Stayed"), _("Otherwise")]
    caption = _("People who moved each card between rounds %(before)s and %(after)s") % rounds
    yield Table(caption, head, [_cells(row) for row in comparison.rows], "lrrrr")
    yield Paragraph(order_kept(Moved(order_of(record, comparison))))


def order_of(record: Record, comparison: Comparison) -> Tau | Refused:
    """Return how far the orders of two sorts go the same way, from their totals alone."""
    sorts = sorts_in(record.material.results.outcomes)
    return order_between(sorts[comparison.before.number], sorts[comparison.after.number])


def _counted(comparison: Comparison) -> Iterator[str]:
    said = ngettext(
        "%(n)s person answered both. For each card, only those who answered for it both times are counted.",
        "%(n)s people answered both. For each card, only those who answered for it both times are counted.",
        comparison.people,
    )
    yield said % {"n": comparison.people}
    if comparison.follows_lineage:
        yield _(
            "A card that came out of others has no former placement of its own, so it lists what those had."
        )
    yield _("We calculate no significance: no test can say more about so few people.")


def _says(row: ShiftRow) -> str:
    had = [
        f"{card.label}. {card.short_title or card.title}: {source_sentence(tally)}"
        for card, tally in row.sources
    ]
    return " ".join([row_sentence(row), *([_("; ").join(had) + "."] if had else [])])


def _cells(row: ShiftRow) -> list[str]:
    name, shift = named(row.card), row.shift
    if shift is None or shift.is_withheld:
        return [name, _("not shown") if shift else _("not asked before"), "–", "–", "–"]
    return [name, *map(str, (shift.moved_in, shift.moved_out, shift.stayed, shift.other))]
