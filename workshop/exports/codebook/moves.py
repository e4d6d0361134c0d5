"""What stands in the long form of two sorts of a series: how many moved a card, and if the order kept."""

from django.utils.translation import gettext_lazy as _

from .records import Measure, Record, count

MOVES = (
    Record(
        "order of two sorts",
        _("How far the order of the cards in two sorts is the same, by how many placed each inner."),
        (
            Measure(
                "tau_b since round <n>",
                _("Kendall’s tau-b with that round, over the cards that both asked about."),
                (
                    ("<number>", _("1 is the same order, 0 none in common, -1 the opposite.")),
                    ("not given: few_cards", _("Fewer than three cards were asked about in both.")),
                    ("not given: level", _("In one of them as many placed each card inner.")),
                ),
            ),
        ),
    ),
    Record(
        "moves between sorts",
        _("How many people who answered both times moved a card since that round."),
        (
            count("moved_in since round <n>", _("Into the inner circle.")),
            count("moved_out since round <n>", _("Out of the inner circle.")),
            count("stayed since round <n>", _("Not at all.")),
            count("other since round <n>", _("Otherwise, between the outer circle and not placed.")),
            Measure(
                "withheld since round <n>",
                _("It is not told, as names are hidden and so few answered."),
                (("1", _("Not told.")),),
            ),
        ),
    ),
)
