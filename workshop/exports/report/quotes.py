"""The quotes that may be printed, each with its attribution and how far its speaker checked it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.exports.deidentifying import is_altered
from workshop.exports.document import Data
from workshop.models import Quote

from .blocks import Block, Heading, Paragraph, Quotation
from .record import Record


def quotes(record: Record) -> Iterator[Block]:
    """Yield the quotes under the card that each was said of; nothing where none may go out."""
    rows = record.data["quotes"]
    if not rows:
        return
    yield Heading(_("Quotes"))
    says = _(
        "These words may be printed as they stand here, with the attribution below each. Under "
        "it stands what their speakers said when they were shown them."
    )
    if any(map(_is_altered, rows)):
        says += " " + _(
            "Where something was taken out of this file, the quote is not to be printed from it: its words "
            "stand whole on the page “Quotes for what you write up”."
        )
    yield Paragraph(says, look="small")
    by_card: dict[str | None, list[Data]] = {}
    for each in rows:
        by_card.setdefault(each["card"] if each["card"] in record.cards else None, []).append(each)
    for card in sorted(by_card, key=lambda uid: (uid is None, (record.cards[uid].number or 0) if uid else 0)):
        yield Heading(record.cards[card].line if card else _("Not about one card"), 2)
        for each in by_card[card]:
            yield Quotation(each["text"], _attributed(each))


def _attributed(quote: Data) -> str:
    said = _altered(quote) if _is_altered(quote) else _state(quote)
    return f"{quote['attribution']} ({said})" if quote["attribution"] else f"({said})"


def _is_altered(quote: Data) -> bool:
    return is_altered(quote["text"]) or is_altered(quote["attribution"])


def _altered(quote: Data) -> str:
    """Say that a quote does not stand here as it may be printed: only whole is it what was accepted."""
    if not quote["checked"]:
        return _("not checked with the speaker, and altered in this file: not to be printed from here")
    return _("altered in this file: not to be printed from here")


def _state(quote: Data) -> str:
    if not quote["checked"]:
        return _("not checked with the speaker")
    amended = quote["state"] == Quote.State.AMENDED
    said = _("in words that the speaker put") if amended else _("accepted by the speaker")
    if quote["attribution_changed"]:
        return _("%(said)s, with a name that was taken back since") % {"said": said}
    return said
