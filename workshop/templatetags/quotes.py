"""How far a quote is and whether it goes out, in words and as a sign, for those who write up."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workshop.models import BroughtQuote, Kept, Quote
from workshop.models.consents import NONE
from workshop.models.quoted import Line

register = template.Library()
ASKED, DRAFT, REFUSED = Quote.State.ASKED, Quote.State.DRAFT, Quote.State.REFUSED
IN, OUT, WAITS = "in", "out", "waits"
ICONS: dict[str, str] = {ASKED: "clock", DRAFT: "pencil", REFUSED: "close"}


@register.filter
def told(line: Line) -> str:
    """Return how far a quote is, whether it is in the file, and why not where its state does not say it."""
    if line.quote.removed_at:
        return _("Taken back")
    if line.source is None:
        return _("The author took these words back: not in the file")
    said = _("%(answer)s: %(file)s") % {"answer": _answer(line), "file": _in_file(line)}
    if line.has_moved:
        return f"{said}. {_('The author has changed the words since: mark it afresh')}"
    if line.is_signed_otherwise:
        return f"{said}. {_('Accepted with the name, which its author has since taken back')}"
    return said


@register.filter
def told_in_file(row: BroughtQuote) -> str:
    """Return the same of a quote that came in a file: it is in the next one as well."""
    said = dict(Quote.State.choices).get(row.state, _("Nobody can check it"))
    file = _("in the file") if row.is_checked else _("in the file, marked as not checked")
    return _("%(answer)s: %(file)s") % {"answer": said, "file": file}


@register.filter
def look(line: Line) -> str:
    """Return how a quote looks: ``in`` the file, ``out`` of it, or ``waits`` for an answer."""
    if line.goes_out:
        return IN
    is_over = line.quote.removed_at or line.quote.workshop.is_unlinked
    return WAITS if line.may_be_chosen and not is_over else OUT


@register.filter
def sign(line: Line) -> str:
    """Return the name of the sign beside it."""
    if line.quote.removed_at:
        return "undo"
    if line.goes_out:
        return "tick"
    if line.quote.workshop.is_unlinked:
        return "lock"
    return ICONS.get(line.quote.state, "off")


def _answer(line: Line) -> str:
    """Return what the speaker answered; after an unlinked close nobody can be asked, so nothing waits."""
    quote = line.quote
    if quote.workshop.is_unlinked:
        return _answer_by_the_close(quote.state)
    if quote.state != ASKED or not quote.until:
        return str(quote.get_state_display())
    day = {"day": date_format(quote.until, "j F Y")}
    return _("No answer by %(day)s") % day if line.is_late else _("Asked until %(day)s") % day


def _answer_by_the_close(state: str) -> str:
    said: dict[str, str] = {
        DRAFT: _("Nobody can check it"),
        ASKED: _("Not answered before the close"),
        Quote.State.ACCEPTED: _("Accepted before the close"),
        Quote.State.AMENDED: _("Amended by the speaker before the close"),
        REFUSED: _("Refused before the close"),
    }
    return said[state]


def _in_file(line: Line) -> str:
    if line.goes_out:
        return _("in the file") if line.quote.is_checked else _("in the file, marked as not checked")
    if line.quote.state == REFUSED or line.allowance != NONE:
        return _("not in the file")
    if not line.quote.workshop.is_unlinked:
        return _("not in the file, since its author does not allow it")
    if line.of_nobody == Kept.Quoting.CHECKED:
        return _("not in the file, since only what was accepted before the close may be quoted")
    return _("not in the file, since nothing from this workshop may be quoted")
