"""The codebook of the figures of a bundle: its columns, and each figure with the numbers it is made of."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from workshop.templatetags.refused import WORDS

from .kit import NEVER, TEXT, WHOLE, Line, Words

FIGURES = "figures.csv"
NUMBER, TRUTH = _("number, unrounded"), _("True or False")
REFUSED = tuple(WORDS.items())
COLUMNS = (
    ("round", WHOLE, _("The number of the sort."), NEVER),
    ("people", WHOLE, _("How many people answered in it."), _("the line compares two sorts")),
    ("figure", TEXT, _("Which figure it is; each is explained below."), NEVER),
    ("part", TEXT, _("Which number of that figure."), _("the figure is not given; see “refused”")),
    ("card", WHOLE, _("The number of the card."), _("the number is about no card")),
    ("card_title", TEXT, _("What the card is called now."), _("the number is about no card")),
    ("value", NUMBER, _("The number."), _("there is none, or the part names a card alone")),
    ("refused", TEXT, _("Why the figure is not given."), _("it is given")),
    ("before", WHOLE, _("The number of the earlier sort of the two."), _("the line is of one sort")),
)
PEOPLE = ("people", _("The people that it rests on."), WHOLE)
PAIRS = (
    ("pairs.agree", _("Pairs of people who chose the same."), WHOLE),
    ("pairs.total", _("Pairs of people who placed the card, or both of two cards; all together."), WHOLE),
)
CORRECTED = (
    ("value", _("The figure: 1 is full agreement, 0 what chance gives."), NUMBER),
    PEOPLE,
    *PAIRS,
    ("interval.low", _("The lower end of its interval of 95 %, each person left out in turn."), NUMBER),
    ("interval.high", _("The upper end of that."), NUMBER),
    ("interval", _("Empty: there is no interval, as it all rests on one person."), ""),
)


def _order(name: str, value: Words) -> tuple[tuple[str, Words, Words], ...]:
    return (
        (f"{name}.value", value, NUMBER),
        (f"{name}.rank", _("The card’s rank by that; ties share the better one."), WHOLE),
        (f"{name}.tied", _("Whether another card has the same rank."), TRUTH),
    )


PARTS: tuple[tuple[str, Words, tuple[tuple[str, Words, Words], ...]], ...] = (
    (
        "pairs",
        _("Of all pairs of people who placed a card, how many chose the same circle; all cards together."),
        (("agree", PAIRS[0][1], WHOLE), ("total", _("Pairs of people who placed a card."), WHOLE)),
    ),
    (
        "cards",
        _("How far people agree about one card."),
        (
            *PAIRS,
            ("pairs", _("Empty: too few people placed the card."), ""),
            ("split", _("4p(1 − p), with p the share inner: 0 all the same, 1 half and half."), NUMBER),
        ),
    ),
    ("alpha_of_circles", _("Krippendorff’s alpha (2011) of the circle people chose."), CORRECTED),
    ("ac1_of_circles", _("Gwet’s AC1 (2008) of the circle people chose."), CORRECTED),
    ("alpha_of_order", _("Krippendorff’s alpha, ordinal, of the order people put cards in."), CORRECTED),
    (
        "kendalls_w",
        _("Kendall’s W (1939): how far people who placed every card put them in the same order."),
        (
            ("value", _("The figure: 1 is the same order, 0 orders that cancel out."), NUMBER),
            PEOPLE,
            ("cards", _("How many cards."), WHOLE),
            ("chance", _("What W is on average by chance alone: 1 in the number of people."), NUMBER),
            ("chance_passes_once_in_20", _("The W that chance passes at most once in 20 times."), NUMBER),
            ("p", _("The share of arrangements by chance in which W is as high or higher."), NUMBER),
            ("arrangements", _("How many arrangements there are, or were drawn."), WHOLE),
            ("seed", _("From which seed they were drawn; empty where all were gone through."), WHOLE),
        ),
    ),
    (
        "orders",
        _("The group’s order of the cards by three methods, of the people who placed every card."),
        (
            PEOPLE,
            ("differ", _("Whether two methods put two cards opposite ways round."), TRUTH),
            *_order("mean_rank", _("Mean mid-rank; 1 is best.")),
            *_order("share_inner", _("The share of people who placed the card inner.")),
            *_order("copeland", _("Before how many other cards it goes; level counts a half.")),
        ),
    ),
    (
        "leaving_out",
        _("What becomes of the first three cards by mean mid-rank if any one person were missing."),
        (
            PEOPLE,
            ("first", _("A card that is among the first with everybody there."), ""),
            ("changes", _("Whether without somebody they would be other cards."), TRUTH),
            ("voices", _("Without how many people, one at a time, that is so."), WHOLE),
            ("enter", _("A card that would come in."), ""),
            ("leave", _("A card that would go."), ""),
        ),
    ),
    (
        "tau_b",
        _("Kendall’s tau-b of the order of two sorts, by how many placed each card inner."),
        (
            ("value", _("1 is the same order, 0 none in common, −1 the opposite."), NUMBER),
            ("cards", _("How many cards both asked about."), WHOLE),
        ),
    ),
)


def figure_lines() -> Iterator[Line]:
    """Yield a line for each column, each reason why there is no figure, each figure and each part."""
    for column, type, meaning, missing in COLUMNS:
        yield Line(FIGURES, column, meaning, type, missing)
    yield from (Line(FIGURES, "refused", str(says), value=why) for why, says in REFUSED)
    for figure, says, parts in PARTS:
        yield Line(FIGURES, "figure", says, record=figure, value=figure)
        for part, what, kind in parts:
            yield Line(FIGURES, "part", what, kind, record=figure, measure=part, value=part)
