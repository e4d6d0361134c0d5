"""The whole report, in the order in which it is read."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from workshop.exports.material import Material
from workshop.exports.moments import held_at

from .accord import accord
from .accounts import accounts
from .agreement import never
from .asked import method
from .blocks import Block, Heading, Report, ToWrite
from .changes import changes
from .comments import comments
from .drawn import Drawn
from .questions import questions, suggestions
from .quotes import quotes
from .record import Record
from .references import references
from .rounds import results
from .summary import opening, summary
from .thanks import left_out, thanks

# What of the document is in a report, to be looked through before it is taken.
HOLDS = frozenset(
    "workshop seats consent_items credits cards prompts remarks rounds questions ground_rules "
    "suggestions quotes "
    "agenda chairs history changes proposals lineage note".split()
)


def report_of(material: Material) -> Report:
    """Return the report of a workshop, as its file may have it."""
    record = Record(material)
    subtitle = _("Results of an online sense-making workshop")
    when = record.day(held_at(record.data))
    if when:
        subtitle = _("Results of an online sense-making workshop, %(day)s") % {"day": when}
    blocks = list(_blocks(record, Drawn(material)))
    return Report(record.workshop["title"], subtitle, language(), blocks)


def _blocks(record: Record, drawn: Drawn) -> Iterator[Block]:
    yield from opening(record)
    yield from summary(record)
    yield from method(record)
    yield from results(record, drawn)
    yield from never()
    yield Heading(_("How the cards changed"))
    yield from drawn.of_lineage()
    yield from changes(record)
    yield from questions(record)
    yield from suggestions(record)
    yield from quotes(record)
    yield from comments(record)
    yield from accounts(record)
    yield Heading(_("Discussion"))
    yield ToWrite(_("What the results mean, beside what was known; strengths and limits."))
    yield from thanks(record)
    yield from accord(record)
    yield from references(record, drawn)
    yield from left_out(record)


def language() -> str:
    """Return the language of the words as documents name it: en-GB."""
    language, _dash, place = (get_language() or "en-gb").partition("-")
    return f"{language}-{place.upper()}" if place else language
