"""What people wrote about each card, with what was written about the cards that it came from under it."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.exports.accounts import accounts_in
from workshop.exports.csv_long import parked_on
from workshop.exports.document import Data
from workshop.models import Remark
from workshop.models.consents import NAMED, NONE
from workshop.templatetags.changes import called

from .blocks import Block, Heading, Paragraph, Quotation
from .record import PROPOSED, STANDING, Known, Record

GROUP = Remark.Visibility.GROUP


def comments(record: Record) -> Iterator[Block]:
    """Yield the section on what was written; what only facilitators see is counted, no more."""
    yield Heading(_("Comments by card"))
    yield Paragraph(_how_to_read(record), look="small")
    said = Said(record)
    told: set[str] = set()
    for card, reach in _in_order(record):
        yield from said.about(card, [each for each in reach if each not in told])
        told |= {card.uid, *reach}
    yield from said.additions()
    if said.kept_back:
        says = ngettext(
            "%(n)s comment was written for the facilitators alone and is not in this report.",
            "%(n)s comments were written for the facilitators alone and are not in this report.",
            said.kept_back,
        )
        yield Paragraph(says % {"n": said.kept_back}, look="small")


class Said:
    """All that was written, by what it is about; replies stand under what they answer."""

    def __init__(self, record: Record) -> None:
        self.record = record
        prompts = accounts_in(record.data)  # they have a section of their own
        every = [each for each in record.data["remarks"] if each["prompt"] not in prompts]
        shared = [each for each in every if each["visibility"] == GROUP and each["card"]]
        self.kept_back = len(every) - len(shared)
        known = {each["uid"] for each in shared}
        self.replies: dict[str, list[Data]] = defaultdict(list)
        self.first: dict[str, list[Data]] = defaultdict(list)
        for each in shared:
            if each["reply_to"] in known:
                self.replies[each["reply_to"]].append(each)
            else:
                self.first[each["card"]].append(each)
        self.parked: dict[str, list[Data]] = defaultdict(list)
        for each in shared:
            if where := parked_on(each):
                self.parked[where].append(each)

    def about(self, card: Known, reach: list[str]) -> Iterator[Block]:
        """Yield what was written about a card, then about each card that it came from."""
        earlier = [each for each in self.record.named(reach) if each.uid != card.uid and self._is_any(each)]
        if not (self._is_any(card) or earlier):
            return
        yield Heading(card.line, 2)
        yield from self._own(card, 3)
        for each in earlier:
            values = {"label": called(each), "title": each.title}
            yield Heading(_("About card %(label)s, which it came from: %(title)s") % values, 3)
            yield from self._own(each, 4)

    def additions(self) -> Iterator[Block]:
        """Yield the blank cards that add something new and were not taken up."""
        blanks = [
            each for each in self.record.cards.values() if each.status == PROPOSED and not each.rephrases
        ]
        if blanks:
            yield Heading(_("New cards that people proposed"), 2)
            yield Paragraph(
                _("Blank cards that add something new. They are proposals: no count includes them.")
            )
            yield from map(self._blank, blanks)

    def _is_any(self, card: Known) -> bool:
        return bool(self.first[card.uid] or self._rephrasing(card) or self.parked[card.uid])

    def _own(self, card: Known, level: int) -> Iterator[Block]:
        packs = [each for each in self.first[card.uid] if each["from_pack"]]
        talk = [each for each in self.first[card.uid] if not each["from_pack"]]
        for title, remarks in (
            (_("From the packs"), packs),
            (_("From the discussion"), talk),
            (_("Parked here from other cards"), self.parked[card.uid]),
        ):
            if remarks:
                yield Heading(title, level)
                for each in remarks:
                    yield from self._thread(each, card)
        blanks = self._rephrasing(card)
        if blanks:
            yield Heading(_("Blank cards that re-phrase it"), level)
            yield from map(self._blank, blanks)

    def _thread(self, remark: Data, on: Known, depth: int = 0) -> Iterator[Block]:
        if remark["body"]:
            yield Quotation(remark["body"], self._by(remark, on), depth)
        for other in remark["other_versions"]:
            yield Quotation(other, _("another version, which its author has not decided on"), depth)
        for reply in self.replies[remark["uid"]]:
            yield from self._thread(reply, on, 1)

    def _by(self, remark: Data, on: Known) -> str:
        said = [self.record.who(remark["seat"])]
        if remark["entered_by"]:
            said.append(_("entered by a facilitator"))
        if remark["kind"]:
            said.append(str(Remark.Kind(remark["kind"]).label).lower())
        home = self.record.cards.get(remark["card"] or "")
        if home and home.uid != on.uid:
            said.append(_("from card %(label)s") % {"label": called(home)})
        return _(", ").join([*filter(None, said), quotable(remark["quote"])])

    def _rephrasing(self, card: Known) -> list[Known]:
        every = self.record.cards.values()
        return [each for each in every if each.status == PROPOSED and each.rephrases == card.uid]

    def _blank(self, card: Known) -> Block:
        text = "\n".join(filter(None, [card.title, card.summary]))
        who = self.record.who(card.proposer)
        return Quotation(text, _(", ").join(filter(None, [who, quotable(card.quote)])))


def quotable(mark: str) -> str:
    """Say how words may be quoted, as their author agreed."""
    if mark == NAMED:
        return _("may be quoted by name")
    return _("not to be quoted") if mark == NONE else _("may be quoted without a name")


def _in_order(record: Record) -> list[tuple[Known, list[str]]]:
    """Return the cards that stand, then those set aside, each with whose words are read under it."""
    reach = {each["card"]: list(each["answers_for"]) for each in record.data["lineage"]}
    known = [each for each in record.cards.values() if each.uid in reach]
    read = {uid for each in reach.values() for uid in each}
    known.sort(key=lambda each: (each.status not in STANDING, each.number or 0))
    loose = [each for each in record.cards.values() if each.uid not in read | reach.keys()]
    return [(each, reach[each.uid]) for each in known] + [(each, []) for each in loose]


def _how_to_read(record: Record) -> str:
    says = _(
        "Each comment stands as it was written, and under it whose it is as far as this file may say, and "
        "whether its author agreed to be quoted. What is “not to be quoted” is here for the authors "
        "to read, not to be printed."
    )
    if record.hidden:
        says += " " + _("Names are hidden in this workshop, so comments have no author.")
    return says
