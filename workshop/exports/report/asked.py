"""What people were asked, word for word, round by round; by which rule; with what, and when."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.version import VERSION
from workshop.exports.accounts import accounts_in
from workshop.exports.document import Data
from workshop.exports.moments import began_at, stamp
from workshop.models import Round
from workshop.models.outcomes import Outcome
from workshop.models.ruling import Ruling
from workshop.templatetags.rounds import (
    round_question,
    round_title,
    rule_sentence,
    sort_heading,
    sort_how,
)
from workshop.templatetags.words import of_people

from .blocks import Block, Heading, Paragraph, Quotation, Table, ToWrite, listed
from .people import chairing, people
from .record import Record


def method(record: Record) -> Iterator[Block]:
    """Yield the whole section on method."""
    yield Heading(_("Method"))
    yield ToWrite(_("Where the cards came from, why these people were asked, and how they were recruited."))
    yield from people(record)
    yield from _asked(record)
    yield from _rounds(record)
    yield from _rules(record)
    yield from chairing(record)
    yield from _tools(record)


def _asked(record: Record) -> Iterator[Block]:
    yield Heading(_("What was asked"), 2)
    if record.workshop["instructions"]:
        yield Paragraph(_("People were given these instructions:"))
        yield Quotation(record.workshop["instructions"])
    yield from _sorts(record)
    first = next((each for each in record.data["rounds"] if each["cards"]), None)
    if first:
        yield Paragraph(_("These are the cards, in the words in which the first round put them:"))
        cards = [record.asked(each["card"], each["text_rev"]) for each in first["cards"]]
        rows = [[card.line, card.summary or "–"] for card in sorted(cards, key=lambda each: each.number or 0)]
        yield Table(_("The cards as people got them"), [_("Card"), _("Summary")], rows, "ll")
    prompts = accounts_in(record.data)  # they have a section of their own
    boxes = [each["text"] for each in record.data["prompts"] if each["text"] and each["uid"] not in prompts]
    if boxes:
        yield Paragraph(_("The pack’s boxes for comments asked:"))
        yield listed(boxes)
    if record.workshop["blank_cards"]:
        n = record.workshop["blank_cards"]
        says = _("Each person could also fill in up to %(n)s blank cards, to re-phrase a card or to add one.")
        yield Paragraph(says % {"n": n})


def _sorts(record: Record) -> Iterator[Block]:
    sorts = [each["kind"] == Round.Kind.SORT and each["opened_at"] for each in record.data["rounds"]]
    if any(sorts):
        yield Paragraph(_("Each card sort asked:"))
        yield Quotation("\n".join(filter(None, [sort_heading(), record.workshop["question"], sort_how()])))


def _rounds(record: Record) -> Iterator[Block]:
    outcomes = {each.round.number: each for each in record.material.results.outcomes}
    rows = [
        _round(record, each, outcomes[each["number"]]) for each in record.data["rounds"] if each["opened_at"]
    ]
    if not rows:
        return
    yield Heading(_("Rounds"), 2)
    head = [_("Round"), _("Question"), _("Opened"), _("Revealed"), _("Answered")]
    yield Table(_("What was asked in each round, when, and how many answered"), head, rows, "llllr")
    entered = sum(each["entered"] or 0 for each in record.data["rounds"])
    if entered:
        says = ngettext(
            "Of all answers, %(n)s was entered by a facilitator, for people without a device.",
            "Of all answers, %(n)s were entered by a facilitator, for people without a device.",
            entered,
        )
        yield Paragraph(says % {"n": entered}, look="small")


def _round(record: Record, row: Data, outcome: Outcome) -> list[str]:
    round = outcome.round
    question = sort_heading() if round.kind == Round.Kind.SORT else round_question(round)
    if round.kind == Round.Kind.POLL:
        question = _("%(question)s (up to %(k)s cards each)") % {"question": question, "k": round.k}
    revealed = record.moment(row["revealed_at"]) or _("not revealed")
    answered = of_people(outcome.answered.count, outcome.answered.seats)
    return [round_title(round), question, record.moment(row["opened_at"]), revealed, answered]


def _rules(record: Record) -> Iterator[Block]:
    ruled = [each.ruling for each in record.material.results.outcomes if each.ruling]
    yield Heading(_("Consensus rule"), 2)
    if not ruled:
        yield Paragraph(_("No consensus rule was set for any round."))
        return
    yield listed([_rule(record, each) for each in ruled])


def _rule(record: Record, ruling: Ruling) -> str:
    values = {"round": round_title(ruling.round), "rule": rule_sentence(ruling.rule)}
    return f"{_('%(round)s. %(rule)s') % values} {rule_set(record, ruling)}"


def rule_set(record: Record, ruling: Ruling) -> str:
    """Say when a rule was set: before anybody saw the result, or after, and what held before."""
    values = {"when": record.moment(stamp(ruling.rule.at))}
    if not ruling.is_late:
        return _("It was set on %(when)s, before anybody saw the result.") % values
    if ruling.before:
        values["before"] = rule_sentence(ruling.before)
        return _("It was changed after the reveal, on %(when)s. The rule before was: %(before)s") % values
    return _("It was set after the reveal, on %(when)s. There was no rule before.") % values


def _tools(record: Record) -> Iterator[Block]:
    yield Heading(_("When, and with what"), 2)
    said = [_("The workshop ran on Roundel, version %(version)s.") % {"version": VERSION}]
    for says, moment in (
        (_("It was set for %(when)s."), record.workshop["starts_at"]),
        (_("It began on %(when)s."), began_at(record.data)),
        (_("It was closed on %(when)s."), record.workshop["closed_at"]),
    ):
        if moment:
            said.append(says % {"when": record.moment(moment)})
    yield Paragraph(" ".join(said))
    yield Paragraph(
        _(
            "Counts, intervals and orders were calculated by Roundel by the sources listed under References. "
            "Nothing was rounded before it was shown."
        )
    )
