"""Questions that were put to the group: the text that was agreed, who dissents, and what each answered."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.exports.document import Data
from workshop.models import Assent

from .blocks import Block, Heading, Listing, Paragraph, Quotation
from .comments import quotable
from .record import Record

AGREE, DISSENT = Assent.Answer.AGREE, Assent.Answer.DISSENT


def questions(record: Record) -> Iterator[Block]:
    """Yield each question; nothing of the answers to one that are not shown."""
    rows = record.data["questions"]
    if not rows:
        return
    yield Heading(_("Questions, and what was agreed"))
    for each in rows:
        yield Heading(each["text"], 2)
        if each["citation"]:
            yield Paragraph(_("After: %(source)s") % {"source": each["citation"]}, look="small")
        if each["answers"] is None:
            says = ngettext(
                "%(n)s person answered. The answers are not shown, so they are in no file.",
                "%(n)s people answered. The answers are not shown, so they are in no file.",
                each["answered"],
            )
            yield Paragraph(says % {"n": each["answered"]})
            continue
        yield from _agreed(record, each["agreed"])
        yield from _answers(record, each["answers"])


def suggestions(record: Record) -> Iterator[Block]:
    """Yield what people suggested for the agenda; nothing where nobody did."""
    if record.data["suggestions"]:
        yield Heading(_("What people suggested for the agenda"))
        yield Listing([_suggested(record, each) for each in record.data["suggestions"]])


def _agreed(record: Record, agreed: Data | None) -> Iterator[Block]:
    if not agreed or not agreed["text"]:
        yield Paragraph(_("No text was written together."))
        return
    yield Heading(_("What we agree on"), 3)
    yield Quotation(agreed["text"], agreed_counted(agreed))
    for each in agreed["assents"]:
        if each["why"] or each["answer"] == DISSENT:
            yield Quotation(each["why"] or _("No reason was given."), _word(record, each), depth=1)
    for other in agreed["other_versions"]:
        yield Quotation(other["body"], _("another version, which nobody has decided on"))


def agreed_counted(agreed: Data) -> str:
    """Return how many stand behind an agreed text, and how many do not: "3 agree, 1 dissents"."""
    said = agreed["assents"]
    agree = sum(each["answer"] == AGREE and not each["to_earlier_version"] for each in said)
    dissent = sum(each["answer"] == DISSENT for each in said)
    earlier = sum(each["answer"] == AGREE and each["to_earlier_version"] for each in said)
    parts = [ngettext("%(n)s agrees", "%(n)s agree", agree) % {"n": agree}]
    if dissent:
        parts.append(ngettext("%(n)s dissents", "%(n)s dissent", dissent) % {"n": dissent})
    if earlier:
        parts.append(_("%(n)s agreed to an earlier version") % {"n": earlier})
    return _(", ").join(parts)


def _word(record: Record, said: Data) -> str:
    parts = [record.who(said["seat"]), _("dissents") if said["answer"] == DISSENT else _("agrees")]
    if said["to_earlier_version"]:
        parts.append(_("said to an earlier version"))
    if said["why"]:
        parts.append(quotable(said["quote"]))
    return _(", ").join(filter(None, parts))


def _answers(record: Record, answers: list[Data]) -> Iterator[Block]:
    yield Heading(_("What people answered"), 3)
    if not answers:
        yield Paragraph(_("Nobody answered this question."))
    for each in answers:
        by = [record.who(each["seat"])]
        if each["entered_by"]:
            by.append(_("entered by a facilitator"))
        if each["late"]:
            by.append(_("written after the answers were shown"))
        by.append(quotable(each["quote"]))
        if each["body"]:
            yield Quotation(each["body"], _(", ").join(filter(None, by)))
        for other in each["other_versions"]:
            yield Quotation(other, _("another version, which its author has not decided on"))


def _suggested(record: Record, row: Data) -> tuple[str, str]:
    card = record.cards.get(row["card"] or "")
    what = row["question"] or (card.line if card else "")
    said = [row["why"], record.who(row["seat"])]
    return f"{what}:" if any(said) else what, _(" – ").join(filter(None, said))
