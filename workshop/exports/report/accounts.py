"""What people wrote to the open prompts of the pack, prompt by prompt."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.exports.accounts import account_name, accounts_in
from workshop.exports.document import Data
from workshop.models import Remark

from .blocks import Block, Heading, Paragraph, Quotation, listed
from .comments import quotable
from .record import Record

GROUP = Remark.Visibility.GROUP


def accounts(record: Record) -> Iterator[Block]:
    """Yield the section; nothing where the pack had no open prompts. What only facilitators see stays out."""
    prompts = accounts_in(record.data)
    if not prompts:
        return
    yield Heading(record.workshop["account_title"] or _("What people wrote at length"))
    for uid, prompt in prompts.items():
        yield Heading(account_name(prompt), 2)
        yield from _asked(prompt)
        said = [each for each in record.data["remarks"] if each["prompt"] == uid]
        shared = [each for each in said if each["visibility"] == GROUP]
        if not said:
            yield Paragraph(_("Nobody wrote anything here."), look="small")
        elif prompt["private"]:
            yield Paragraph(_("The answers were written for the facilitators alone."), look="small")
        for each in shared:
            yield from _answer(record, each)


def _asked(prompt: Data) -> Iterator[Block]:
    if prompt["heading"]:
        yield Paragraph(prompt["text"])
    if hints := [line for line in prompt["hints"].split("\n") if line.strip()]:
        yield listed(hints)


def _answer(record: Record, remark: Data) -> Iterator[Block]:
    entered = _("entered by a facilitator") if remark["entered_by"] else ""
    who = filter(None, [record.who(remark["seat"]), entered])
    if remark["body"]:
        yield Quotation(remark["body"], _(", ").join([*who, quotable(remark["quote"])]))
    for other in remark["other_versions"]:
        yield Quotation(other, _("another version, which its author has not decided on"))
