"""Totals of few answers: what people can work out from them, said before a round is revealed."""

from django.utils.translation import gettext as _

from workshop.models import Round
from workshop.models.counting import answered
from workshop.models.once import once

FEW = 5  # with fewer answers than this, whoever answered can work out much about the others


def few_sentence(round: Round) -> str:
    """Return what totals of so few answers tell; empty with enough of them, or with none.

    How many placed cards in a pack is for facilitators alone, so there the sentence says it without a number.
    """
    if round.is_pack:
        return _("Where fewer than five answered, people can work out one another’s answers from the totals.")
    n = once(round.workshop, answered, round).count
    if n == 1:
        return _("Only one has answered: the totals are that person’s answer.")
    if n == 2:
        return _("Only 2 have answered: each can work out the other’s answer.")
    if 0 < n < FEW:
        return _("Only %(n)s have answered: totals of so few let people work out one another’s answers.") % {
            "n": n
        }
    return ""
