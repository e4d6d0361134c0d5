"""How far a round's people agree, and in what order: the sentences and numbers of the results page."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.exports.pictures.sort_tables import named, short
from workshop.models.figures import Figures
from workshop.models.outcomes import Outcome
from workshop.templatetags.figure_tables import figure_rows, order_rows, place, reading_figures
from workshop.templatetags.figures import (
    agreement_sentence,
    counted_sentence,
    figure,
    not_given,
    order_sentence,
    pairs_sentence,
    voices_sentence,
)
from workshop.templatetags.refused import never_given
from workshop.templatetags.rounds import rule_sentence
from workshop.templatetags.words import of_people

from .asked import rule_set
from .blocks import Block, Heading, Listing, Paragraph, Table
from .record import Record


def agreement(figures: Figures) -> Iterator[Block]:
    """Yield the sentences, then the numbers behind them, then what is not given and why."""
    yield Heading(_("How far the group agrees, and in what order"), 3)
    order = " ".join(filter(None, [order_sentence(figures), counted_sentence(figures)]))
    says = [agreement_sentence(figures.reckoned), pairs_sentence(figures), order, voices_sentence(figures)]
    yield Paragraph(" ".join(filter(None, says)))
    yield from _across(figures)
    yield from _order(figures)
    yield from _cards(figures)
    refused = not_given(figures)
    if refused:
        yield Paragraph(_("What is not given for this sort, and why:"))
        yield Listing([(f"{names}:", why) for names, why in refused])


def ruled(record: Record, outcome: Outcome) -> Iterator[Block]:
    """Yield the consensus rule of a round and which cards meet it; nothing without one."""
    if outcome.ruling is None:
        return
    rule = rule_sentence(outcome.ruling.rule)
    yield Paragraph(f"{rule} {rule_set(record, outcome.ruling)}", label=_("Rule:"))
    rows = [
        [named(each.card), of_people(each.count, each.people), _("met") if each.is_met else _("not met")]
        for each in outcome.judged
    ]
    if rows:
        head = [_("Card"), _("Counted"), _("Rule")]
        yield Table(_("Which cards meet the consensus rule"), head, rows, "lrl")
    stamp = _("The rule’s stamp begins with %(print)s; the whole of it is in the JSON file.")
    yield Paragraph(stamp % {"print": outcome.ruling.rule.hash[:16]}, look="small")


def never() -> Iterator[Block]:
    """Yield the figures that are never given, and why."""
    yield Heading(_("What we do not calculate, and why"), 2)
    yield Paragraph(
        _(
            "In a small group, most statistics are noise that looks like a finding. We count, and we say how "
            "sure a count is."
        )
    )
    yield Listing([(f"{name}:", why) for name, why in never_given()])


def _across(figures: Figures) -> Iterator[Block]:
    rows = figure_rows(figures)
    if not rows:
        return
    head = [_("Figure"), _("Value"), _("To read beside it"), _("95 % interval"), _("People")]
    cells = [[row.name, row.value, row.beside, row.likely, row.people] for row in rows]
    if figures.whole:
        yield Table(_("Agreement across all cards"), head, cells, "lrlrr")
    else:
        fewer = [head[0], head[1], head[2], head[4]]
        yield Table(_("Agreement across all cards"), fewer, [[*row[:3], row[4]] for row in cells], "lrlr")
    yield Paragraph(reading_figures(figures), look="small")


def _order(figures: Figures) -> Iterator[Block]:
    rows, says = order_rows(figures), [_("By circle: how many placed it inner."), _("= is a tie.")]
    caption = _("The group’s order")
    if rows:
        head = [_("Card"), _("By ranks"), _("By circle"), _("One against one")]
        yield Table(caption, head, [[short(card), *places] for card, places in rows], "lrrr")
        says.insert(0, _by_ranks())
        says.insert(2, _one_against_one())
    else:
        cells = [
            [short(card), f"{place(each.rank, each.tied)} ({of_people(each.count, figures.people)})"]
            for card, each in figures.inner
        ]
        yield Table(caption, [_("Card"), _("By circle")], cells, "lr")
    yield Paragraph(" ".join(says), look="small")


def _by_ranks() -> str:
    return _(
        "By ranks: the mean of a card’s places in people’s sorts; inner before outer, level cards "
        "sharing theirs."
    )


def _one_against_one() -> str:
    return _(
        "One against one: how many other cards it comes before in more sorts than after; level counts a half."
    )


def _cards(figures: Figures) -> Iterator[Block]:
    rows = []
    for each in figures.cards:
        few = _("too few")
        agree = of_people(each.pairs.agree, each.pairs.total) if each.pairs else few
        split = figure(each.split) if each.pairs and each.split is not None else few
        rows.append([short(each.card), agree, split])
    head = [_("Card"), _("Pairs that agree"), _("Split")]
    yield Table(_("Agreement card by card, the most divided first"), head, rows, "lrr")
    yield Paragraph(
        _(
            "Split: 0 where all who placed the card chose the same circle, 1 where they are half and half. A "
            "card with much of it is one to talk about."
        ),
        look="small",
    )
